"""PDF from a template and data: PDF/A-2a for the archive and PDF/UA-1 for everybody, in one file.

Data reach the template as JSON, never as source text, so nothing that a person wrote can be run.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from fellesplan.documents.fonts import FOLDER, font_files
from fellesplan.documents.glyphs import printable_data
from fellesplan.documents.letters.words import Language
from fellesplan.documents.streams import unambiguous

TEMPLATES = Path(__file__).parent / "typst"
NAMES = frozenset(path.stem for path in TEMPLATES.glob("*.typ") if path.stem != "base")
_LOCK = Lock()


def render(template: str, data: Mapping[str, Any], *, language: Language) -> bytes:
    """Return the PDF of `template` (letter, plan, minutes or consent) filled with JSON-like `data`.

    The same data give the same bytes. Raises FontsMissing before set-up, ValueError for an unknown template.
    """
    source, inputs = _prepared(template, data, language)
    with _LOCK:
        pdf: Any = _compiler().compile(
            input=source, format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"]
        )
    return unambiguous(bytes(pdf))


def pictures(template: str, data: Mapping[str, Any], *, language: Language, ppi: int = 110) -> list[bytes]:
    """Return each page as PNG, for looking at while a template is made."""
    source, inputs = _prepared(template, data, language)
    with _LOCK:
        pages: Any = _compiler().compile(input=source, format="png", ppi=ppi, sys_inputs=inputs)
    return list(pages) if isinstance(pages, list) else [pages]


def _prepared(template: str, data: Mapping[str, Any], language: Language) -> tuple[str, dict[str, str]]:
    if template not in NAMES:
        raise ValueError(f"no such template: {template}")
    filled = {**printable_data(data), "lang": language}
    return str(TEMPLATES / f"{template}.typ"), {"data": json.dumps(filled, ensure_ascii=False)}


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Return the one compiler of the process: starting one costs as much as ten letters."""
    font_files()
    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(FOLDER)], ignore_system_fonts=True)
