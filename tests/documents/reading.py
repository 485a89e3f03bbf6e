"""Reading documents as the archive, a machine and a person would."""

import io
import re
from html.parser import HTMLParser

import page
import pytest

BLOCKS = {"p", "h3", "h4", "li", "td", "th", "br", "tr", "div", "article"}


def faults(pdf: bytes) -> list[str]:
    """Return what PDF/A-2a and PDF/UA-1 do not accept."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in ("2a", "ua1")]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def pdf_words(pdf: bytes) -> list[str]:
    """Return the words of a PDF in reading order, without page feet."""
    pypdf = pytest.importorskip("pypdf")
    return words(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages))


def html_words(html: str) -> list[str]:
    """Return the words of a page in order."""
    parser = _Words()
    parser.feed(html)
    return words("".join(parser.found))


def words(text: str) -> list[str]:
    """Return words with every kind of space treated alike."""
    return re.sub(r"[\s\u00a0]+", " ", text).split()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        self.found.append(data)
