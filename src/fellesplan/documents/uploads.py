"""Files from outside: what may be taken in, decided by the content and never by the name."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from fellesplan.kernel.text import Text, t

MAX_BYTES = 10 * 1024 * 1024
"""Ten megabytes: a scanned form of some pages."""

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True)
class Upload:
    """A file that has been looked at. `kind` is one of `documents.Document.Kind`."""

    name: str
    media_type: str
    data: bytes
    kind: str = "attachment"


class BadUpload(ValueError):
    """The file cannot be taken in; `text` says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


def media_type(data: bytes) -> str | None:
    """Return the type that the first bytes show; None for anything but PDF, PNG and JPEG."""
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)


def upload(name: str, data: bytes, kind: str = "attachment") -> Upload:
    """Return the file, ready to be stored. Raises BadUpload if it is empty, too large or of another type."""
    if not data:
        raise BadUpload(t("Filen «{name}» er tom. Velg en annen fil.", name=safe_name(name)))
    if len(data) > MAX_BYTES:
        raise BadUpload(t("Filen «{name}» er for stor. Den kan være på 10 MB.", name=safe_name(name)))
    found = media_type(data)
    if found is None:
        raise BadUpload(_refusal(data, safe_name(name)))
    if hidden := _hidden_danger(data, found):
        raise BadUpload(Text(hidden.msgid, {"name": safe_name(name)}))
    return Upload(safe_name(name, _SUFFIXES[found]), found, data, kind)


_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe")
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OFFICE_PARTS = (b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis")
_ACTIVE = re.compile(rb"/(?:Launch|EmbeddedFiles?|RichMedia)\b")
_MOST_PIXELS = 100_000_000
"""A picture of a few bytes may unfold to gigabytes: a scanned A3 page at 600 dots has seventy million."""
_PROGRAM = t("«{name}» er et program, ikke et dokument. Velg en fil av typen PDF, PNG eller JPG.")
_ARCHIVE = t("«{name}» er en pakket fil. Pakk den ut, og legg ved hvert dokument som PDF, PNG eller JPG.")
_OFFICE = t("Vi kan ikke ta imot dokumenter fra Word eller Excel. Lagre «{name}» som PDF, og legg ved den.")
_OTHER = t("Vi kan ikke ta imot «{name}». Velg en fil av typen PDF, PNG eller JPG.")
_ACTIVE_PDF = t(
    "«{name}» inneholder andre filer eller programmer. Skriv den ut til en ny PDF, og legg ved den."
)
_HUGE_PICTURE = t("Bildet «{name}» er for stort. Lagre det i en mindre størrelse, og prøv igjen.")


def _refusal(data: bytes, name: str) -> Text:
    """Return what to do instead, by what the file really is."""
    if data.startswith(_PROGRAMS):
        return Text(_PROGRAM.msgid, {"name": name})
    office = data.startswith(_OLD_OFFICE) or any(part in data[:4096] for part in _OFFICE_PARTS)
    if office:
        return Text(_OFFICE.msgid, {"name": name})
    return Text((_ARCHIVE if data.startswith(_PACKED) else _OTHER).msgid, {"name": name})


def _hidden_danger(data: bytes, found: str) -> Text | None:
    """Return why a file with the right first bytes is refused all the same; nothing is unpacked."""
    if found == "application/pdf":
        return _ACTIVE_PDF if _ACTIVE.search(data) else None
    if found == "image/png":
        width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
        return _HUGE_PICTURE if width * height > _MOST_PIXELS else None
    return None


def safe_name(name: str, suffix: str = "") -> str:
    """Return the file's own name without folders and control characters, at most 120 characters long.

    Signs that turn the reading direction are left out: with them «fdp.exe» may be shown as «exe.pdf».
    """
    path = PurePath(_plain(name.replace("\\", "/")))
    stem = path.stem.strip() or "vedlegg"
    return f"{stem[:110]}{suffix or path.suffix[:10]}"


def _plain(text: str) -> str:
    """Leave out control characters and invisible formatting; joined emoji and all writings stay."""
    joiners = "\u200c\u200d"
    return "".join(
        sign
        for sign in text
        if sign in joiners or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
