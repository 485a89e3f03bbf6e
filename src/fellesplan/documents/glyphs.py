"""Text that can be printed: no hidden characters, and nothing that the fonts cannot draw.

PDF/A refuses a document with one character that has no glyph, so a smiley must never stop a letter.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fellesplan.documents.fonts import drawable

NBSP = "\u00a0"
_UNKNOWN = "?"
_BREAK = "\u200b"
_ENDLESS = re.compile(r"(\S{60})(?=\S)")
_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_GLUED = re.compile(
    rf"(?<=§) (?=\d)|(?<=\d\.) (?={_MONTHS})|(?<=\d) (?={_MONTHS})|(?<=\bkl\.) (?=\d)|(?<=\bkap\.) (?=\w)"
)
_SECTION_LETTER = re.compile(r"(§§?\u00a0\d+(?:-\d+)?) (?=[a-z]\b(?!\w))")


def printable(text: str) -> str:
    """Return `text` composed and without hidden characters; what cannot be drawn is named in brackets."""
    composed = unicodedata.normalize("NFC", text)
    if not (composed.isascii() and composed.isprintable()):
        composed = "".join(_shown(character) for character in composed)
    return _ENDLESS.sub(rf"\1{_BREAK}", composed)


def tidy(text: str) -> str:
    """Return printable text where dates, times and section numbers never break over a line."""
    glued = _GLUED.sub(NBSP, printable(text))
    return _SECTION_LETTER.sub(rf"\1{NBSP}", glued)


def paragraphs(text: str) -> tuple[str, ...]:
    """Split free text at line breaks into tidy paragraphs without empty ones."""
    return tuple(tidy(line).strip() for line in text.splitlines() if line.strip())


def printable_data(value: Any) -> Any:
    """Return JSON-like data with every string printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: printable_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable_data(item) for item in value]
    return value


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\n\t\u2028\u2029":
        return " " if character != "\n" else character
    if category in ("Cc", "Cf", "Cs", "Co", "Cn") or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    if ord(character) in drawable():
        return character
    return _UNKNOWN if category.startswith(("L", "M")) else f"[{unicodedata.name(character, '?').lower()}]"
