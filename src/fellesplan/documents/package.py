"""Many documents as one PDF: a front with a list of contents, then each document from its own page.

What others have uploaded is read with care: a file that cannot be read, is locked, or is neither PDF nor
picture is listed and left out. Nothing in it that acts by itself is kept.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, TextStringObject

MAX_PAGES = 2000
MAX_PIXELS = 60_000_000
_PDF = "application/pdf"
_PICTURES = {"image/png": "png", "image/jpeg": "jpg"}
_ACTS = ("/AA", "/A", "/PieceInfo")
_SHEET = """#set page(paper: "a4", margin: 15mm)
#align(center + horizon, image("picture.{suffix}", width: 100%, height: 100%, fit: "contain"))
"""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document to enclose. `dated` is the day it has in the case."""

    title: str
    dated: date | None
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an enclosure stands: its first page in the whole, or 0 and a `note`: why it is not in the file.

    `note` is not_readable, locked or other_type.
    """

    enclosure: Enclosure
    page: int
    note: str = ""


Front = Callable[[Sequence[Placed]], bytes]


def bind(enclosures: Sequence[Enclosure], front: Front, *, title: str, language: str) -> bytes:
    """Return one PDF. `front` makes the first pages from where all stands, and is asked until it fits."""
    parts = [_pages(enclosure) for enclosure in enclosures]
    first, made = 0, b""
    for _ in range(4):
        made = front(_placed(enclosures, parts, first))
        length = len(PdfReader(io.BytesIO(made)).pages)
        if length == first:
            break
        first = length
    return _written(made, enclosures, parts, title, language)


def _placed(
    enclosures: Sequence[Enclosure], parts: Sequence[list[PageObject] | str], first: int
) -> list[Placed]:
    placed, at = [], first + 1
    for enclosure, part in zip(enclosures, parts, strict=True):
        if isinstance(part, str):
            placed.append(Placed(enclosure, 0, part))
        else:
            placed.append(Placed(enclosure, at))
            at += len(part)
    return placed


def _pages(enclosure: Enclosure) -> list[PageObject] | str:
    """Return the pages of a document, or the word for why there are none."""
    if enclosure.media_type in _PICTURES:
        return _from_picture(enclosure)
    return _from_pdf(enclosure.data) if enclosure.media_type == _PDF else "other_type"


def _from_pdf(data: bytes) -> list[PageObject] | str:
    # pypdf answers broken files with errors of many kinds.
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return "locked"
        pages = list(reader.pages[:MAX_PAGES])
        for page in pages:
            _calm(page)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return "not_readable"
    return pages or "not_readable"


def _calm(page: PageObject) -> None:
    """Take away what acts by itself: scripts, launches and links."""
    page.pop(NameObject("/AA"), None)
    for note in page.get("/Annots") or ():
        found = note.get_object()
        for key in _ACTS:
            found.pop(NameObject(key), None)


def _from_picture(enclosure: Enclosure) -> list[PageObject] | str:
    if enclosure.media_type == "image/png" and _pixels(enclosure.data) > MAX_PIXELS:
        return "not_readable"
    suffix = _PICTURES[enclosure.media_type]
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / f"picture.{suffix}").write_bytes(enclosure.data)
        (place / "sheet.typ").write_text(_SHEET.format(suffix=suffix), encoding="utf-8")
        try:
            made = typst.compile(str(place / "sheet.typ"), root=str(place), format="pdf")
        except typst.TypstError:
            return "not_readable"
    return _from_pdf(bytes(made))


def _pixels(png: bytes) -> int:
    return int.from_bytes(png[16:20]) * int.from_bytes(png[20:24])


def _written(
    front: bytes,
    enclosures: Sequence[Enclosure],
    parts: Sequence[list[PageObject] | str],
    title: str,
    language: str,
) -> bytes:
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(front)).pages:
        writer.add_page(page)
    writer.add_outline_item(title=title, page_number=0)
    for enclosure, part in zip(enclosures, parts, strict=True):
        if isinstance(part, str):
            continue
        at = len(writer.pages)
        for page in part:
            writer.add_page(page)
        writer.add_outline_item(title=enclosure.title, page_number=at)
    writer.add_metadata({"/Title": title})
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def joined(*files: bytes) -> bytes:
    """Return PDF files of our own after one another."""
    writer = PdfWriter()
    for file in files:
        for page in PdfReader(io.BytesIO(file)).pages:
            writer.add_page(page)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
