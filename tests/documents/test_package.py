"""One file of many: page numbers that are right, and files that cannot be read are listed."""

import io
import zlib
from collections.abc import Sequence
from datetime import date

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript

from fellesplan.documents.complaint_sheet import ContentsRow, render_complaint, render_contents
from fellesplan.documents.letters import build_complaint_cover, render_letter
from fellesplan.documents.package import Enclosure, Placed, bind, joined
from tests.documents import samples
from tests.documents.complaint_samples import cover, sheet


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]))
    + _chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + _chunk(b"IEND", b"")
)


def pdf(pages: int) -> bytes:
    text = "\n#pagebreak()\n".join(f"= Vedlegg side {n}\n" for n in range(1, pages + 1))
    return bytes(typst.compile(text.encode(), format="pdf"))  # type: ignore[arg-type]


def front(placed: Sequence[Placed]) -> bytes:
    rows = [
        ContentsRow(one.enclosure.title, one.enclosure.dated, str(one.page or ""), one.note) for one in placed
    ]
    contents = render_contents(
        rows, title="2026/0147", sender=samples.SENDER, on=date(2026, 12, 15), language="nb"
    )
    return joined(render_letter(build_complaint_cover(cover(), "nb")), contents)


def bound(*enclosures: Enclosure) -> PdfReader:
    made = bind(enclosures, front, title="Klage", language="nb")
    return PdfReader(io.BytesIO(made))


def enclosure(data: bytes, media_type: str = "application/pdf", title: str = "Vedlegg") -> Enclosure:
    return Enclosure(title, date(2026, 12, 1), media_type, data)


def test_the_list_of_contents_leads_to_the_right_pages() -> None:
    file = bound(
        enclosure(render_complaint(sheet(), "nb"), title="Klagen"),
        enclosure(pdf(3), title="Rapport"),
        enclosure(pdf(1), title="Brev"),
    )
    starts = [(str(one.title), file.get_destination_page_number(one)) for one in file.outline]  # type: ignore[union-attr, arg-type]
    assert starts == [("Klage", 0), ("Klagen", 2), ("Rapport", 3), ("Brev", 6)]
    contents = file.pages[1].extract_text().replace("\u00a0", " ")
    assert all(f"1. desember 2026 {page}" in " ".join(contents.split()) for page in (3, 4, 7))
    assert "Klage på svar om koordinator" in file.pages[2].extract_text().replace("\u00a0", " ")
    assert "Vedlegg side 1" in file.pages[6].extract_text()


def test_a_long_list_of_contents_moves_what_follows() -> None:
    file = bound(*[enclosure(pdf(1), title=f"Vedlegg {n}") for n in range(60)])
    last = file.outline[-1]
    assert file.get_destination_page_number(last) == len(file.pages) - 1  # type: ignore[arg-type]
    contents = "".join(page.extract_text() for page in file.pages[1:5])
    assert str(len(file.pages)) in contents


def test_pictures_get_a_page_each() -> None:
    assert len(bound(enclosure(PNG, "image/png")).pages) == 3


@pytest.mark.parametrize(
    ("data", "media_type", "said"),
    [
        (b"%PDF-1.7 broken", "application/pdf", "lar seg ikke åpne"),
        (b"", "application/pdf", "lar seg ikke åpne"),
        (b"\x89PNG\r\n\x1a\n????", "image/png", "lar seg ikke åpne"),
        (b"hei", "text/plain", "kan ikke vises her"),
    ],
)
def test_what_cannot_be_read_is_listed_and_left_out(data: bytes, media_type: str, said: str) -> None:
    file = bound(enclosure(data, media_type), enclosure(pdf(1), title="Brev"))
    assert said in " ".join(file.pages[1].extract_text().replace("\u00a0", " ").split())
    assert len(file.pages) == 3


def test_a_picture_that_would_fill_the_machine_is_left_out() -> None:
    huge = PNG[:16] + (60_000).to_bytes(4) + (60_000).to_bytes(4) + PNG[24:]
    assert len(bound(enclosure(huge, "image/png")).pages) == 2


def test_a_locked_file_is_listed() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(1)))
    writer.encrypt("hemmelig", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    assert "låst med passord" in bound(enclosure(made.getvalue())).pages[1].extract_text().replace(
        "\u00a0", " "
    )


def test_nothing_acts_by_itself() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(1)))
    writer.add_open_action(JavaScript("app.alert('hei')"))
    made = io.BytesIO()
    writer.write(made)
    file = bound(enclosure(made.getvalue()))
    assert "/OpenAction" not in file.trailer["/Root"]
    assert "/Names" not in file.trailer["/Root"]
