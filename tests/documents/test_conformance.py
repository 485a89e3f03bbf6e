"""Every letter and sheet is PDF/A-2a and PDF/UA-1 at once."""

from pathlib import Path

import pytest
import typst

from fellesplan.documents.letters import LANGUAGES, Language, LetterContent, render_letter
from tests.documents import sheets
from tests.documents.reading import faults
from tests.documents.samples import every_letter

LETTERS = every_letter()


@pytest.mark.parametrize("content", [c for _, c in LETTERS], ids=[name for name, _ in LETTERS])
def test_every_letter_is_archivable_and_accessible(content: LetterContent) -> None:
    assert faults(render_letter(content)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", sheets.RENDERED, ids=lambda make: make.__name__)
def test_every_sheet_is_archivable_and_accessible(make: sheets.Rendered, language: Language) -> None:
    assert faults(make(language)) == []


def test_the_check_would_notice(tmp_path: Path) -> None:
    plain = tmp_path / "plain.typ"
    plain.write_text("= Hei\n=== For dypt\n#table(columns: 2, [a], [b])\n", encoding="utf-8")
    found = faults(bytes(typst.compile(str(plain), format="pdf", pdf_tags=False)))  # type: ignore[arg-type]
    assert any("PDFA" in fault.upper() for fault in found)
    assert any("PDFUA" in fault.upper() for fault in found)
