"""The renderer: one compiler, plain errors, the same bytes, fast enough."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from fellesplan.documents import fonts
from fellesplan.documents.letters import build_receipt, render_letter
from fellesplan.documents.letters.pdf import letter_data
from fellesplan.documents.render import NAMES, pictures, render
from fellesplan.documents.streams import unambiguous
from tests.documents.reading import pdf_words
from tests.documents.samples import receipt


def numbered(number: int) -> bytes:
    return render_letter(build_receipt(replace(receipt(), reference=f"NR-{number}"), "nb"))


def test_the_same_content_gives_the_same_bytes() -> None:
    assert numbered(1) == numbered(1)


def test_threads_never_get_each_others_letter() -> None:
    with ThreadPoolExecutor(8) as pool:
        letters = list(pool.map(numbered, range(24)))
    for number, pdf in enumerate(letters):
        assert f"NR-{number}." in pdf_words(pdf)


def test_an_unknown_template_is_refused() -> None:
    assert sorted(NAMES) == ["complaint", "consent", "letter", "minutes", "plan"]
    with pytest.raises(ValueError, match="no such template"):
        render("../base", {}, language="nb")


def test_missing_fonts_are_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    fonts.font_files.cache_clear()
    try:
        with pytest.raises(fonts.FontsMissing, match="Skriftene til brev mangler"):
            fonts.font_files()
    finally:
        fonts.font_files.cache_clear()


def test_a_one_page_letter_is_quick() -> None:
    numbered(0)
    spent = []
    for number in range(1, 13):
        start = time.process_time()
        numbered(number)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.03


def test_pages_can_be_looked_at() -> None:
    [page] = pictures("letter", letter_data(build_receipt(receipt(), "nb")), language="nb", ppi=40)
    assert page.startswith(b"\x89PNG")


def test_a_stream_that_ends_with_cr_is_written_so_that_nobody_misreads_it() -> None:
    body = b"%PDF-1.7\n1 0 obj\n<</Length 2>>\nstream\nA\r\nendstream\nendobj\n2 0 obj\n1\nendobj\n"
    second = body.index(b"2 0 obj")
    table = (
        b"xref\n0 3\n0000000000 65535 f\r\n0000000009 00000 n\r\n%010d 00000 n\r\ntrailer\n<<>>\n" % second
    )
    mended = unambiguous(body + table + b"startxref\n%d\n%%%%EOF" % len(body))
    assert b"A\r\r\nendstream" in mended
    assert mended[second + 1 :].startswith(b"2 0 obj")
    assert b"%010d 00000 n" % (second + 1) in mended
    assert b"0000000009 00000 n" in mended
    assert mended[int(mended.split()[-2]) :].startswith(b"xref")


def test_other_files_are_left_alone_or_refused() -> None:
    assert unambiguous(b"%PDF no streams") == b"%PDF no streams"
    with pytest.raises(ValueError, match="cross-reference"):
        unambiguous(b"\r\nendstream")
