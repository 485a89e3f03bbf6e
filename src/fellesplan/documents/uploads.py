"""Files from outside: what may be taken in, decided by the content and never by the name."""

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
        raise BadUpload(
            t("Vi kan ikke ta imot «{name}». Velg en fil av typen PDF, PNG eller JPG.", name=safe_name(name))
        )
    return Upload(safe_name(name, _SUFFIXES[found]), found, data, kind)


def safe_name(name: str, suffix: str = "") -> str:
    """Return the file's own name without folders and control characters, at most 120 characters long."""
    path = PurePath(name.replace("\\", "/"))
    stem = "".join(sign for sign in path.stem if sign.isprintable()).strip() or "vedlegg"
    return f"{stem[:110]}{suffix or path.suffix}"
