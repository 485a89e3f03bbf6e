"""Anchors: where the chain of the log had come on a day, signed and kept elsewhere.

Who rewrites the whole chain cannot rewrite what was carried away. One line of JSON in one file for each
municipality and day; it holds nothing about a person.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db.models import Count, Max

from fellesplan.access.chain_check import Finding, Kind
from fellesplan.access.models import Link
from fellesplan.kernel import clock


class Unreadable(Exception):
    """The file is no anchor."""


@dataclass(frozen=True)
class Anchor:
    """The last link's number and hash, and how many links there were, when it was written on `day`."""

    municipality: str
    day: str
    seq: int
    hash: str
    count: int
    signature: str = ""

    def signed(self) -> "Anchor":
        """Return the anchor with a signature by the newest key."""
        return Anchor(**asdict(self) | {"signature": b64encode(_keys()[0].sign(self._said())).decode()})

    def is_genuine(self) -> bool:
        """Return whether one of our keys has signed it."""
        return any(self._is_by(key) for key in _keys())

    def _is_by(self, key: Ed25519PrivateKey) -> bool:
        try:
            key.public_key().verify(b64decode(self.signature), self._said())
        except (InvalidSignature, NotBase64):
            return False
        return True

    def _said(self) -> bytes:
        said = {name: value for name, value in asdict(self).items() if name != "signature"}
        return json.dumps(said, sort_keys=True).encode()


def path(folder: Path, slug: str, day: date) -> Path:
    """Return where a municipality's anchor of a day lies."""
    return folder / f"{slug}-{day.isoformat()}.jsonl"


def write(folder: Path, municipality: UUID, slug: str) -> tuple[Path, bool]:
    """Write today's anchor unless it is there; return its place and whether it was written now.

    Sees only the tenant of the running transaction, which must be `municipality`.
    """
    place = path(folder, slug, clock.today())
    if place.exists():
        return place, False
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(".part")
    unfinished.write_text(json.dumps(asdict(_now(municipality, slug).signed())) + "\n")
    unfinished.replace(place)
    return place, True


def _now(municipality: UUID, slug: str) -> Anchor:
    rows = Link.objects.filter(municipality_id=municipality)
    found = rows.aggregate(seq=Max("seq"), count=Count("event"))
    last = rows.filter(seq=found["seq"]).first()
    digest = bytes(last.hash).hex() if last else ""
    return Anchor(slug, clock.today().isoformat(), found["seq"] or 0, digest, found["count"])


def read(file: Path) -> list[Anchor]:
    """Return the anchors of a file, one a line; raises Unreadable."""
    try:
        return [Anchor(**json.loads(line)) for line in file.read_text().splitlines() if line.strip()]
    except (OSError, ValueError, TypeError) as error:
        raise Unreadable(str(file)) from error


def stored(folder: Path, slug: str) -> list[Path]:
    """Return the anchor files of a municipality that lie in a folder, the oldest first."""
    return sorted(folder.glob(f"{slug}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].jsonl"))


def check(anchor: Anchor, municipality: UUID) -> Iterator[Finding]:
    """Return what is wrong: a signature that is not ours, or a chain that says something else."""
    if not anchor.is_genuine():
        yield Finding(Kind.ANCHOR_UNSIGNED, anchor.seq)
        return
    rows = Link.objects.filter(municipality_id=municipality, seq__lte=anchor.seq)
    link = rows.filter(seq=anchor.seq).first()
    digest = bytes(link.hash).hex() if link else ""
    if digest != anchor.hash or rows.count() != anchor.count:
        yield Finding(Kind.ANCHOR_DIFFERS, anchor.seq)


def _keys() -> list[Ed25519PrivateKey]:
    return [Ed25519PrivateKey.from_private_bytes(key) for key in settings.ANCHOR_KEYS]
