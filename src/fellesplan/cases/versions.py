"""Optimistic locking: nobody writes over what somebody else has saved meanwhile."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from fellesplan.kernel.errors import Conflict


@dataclass(frozen=True, slots=True)
class StalePart:
    """A part that was changed meanwhile: its name, what stands there now by field, and who wrote it."""

    name: str
    theirs: Mapping[str, str]
    by: str


class Stale(Conflict):
    """Some parts were changed by others since they were read; nothing was saved."""

    def __init__(self, *parts: StalePart) -> None:
        super().__init__(", ".join(part.name for part in parts))
        self.parts = parts


def version_of(values: Mapping[str, object]) -> str:
    """Return a short mark of what stands in a part; equal content has equal marks."""
    plain = {name: shown(value) for name, value in values.items()}
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:16]


def shown(value: object) -> str:
    """Return a value as it is compared and shown: nothing is an empty text, line ends are alike."""
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def stale(
    name: str, seen: str | None, now: Mapping[str, object], mine: Mapping[str, object], by: str
) -> StalePart | None:
    """Return the part if it has changed since the mark `seen` to something else than mine; None: no check."""
    if seen is None or seen == version_of(now):
        return None
    theirs = {field: shown(value) for field, value in now.items()}
    return StalePart(name, theirs, by) if any(shown(mine[f]) != text for f, text in theirs.items()) else None
