"""The chain over the access log, reckoned without trusting any function in the database.

Each event has one link: its number in the municipality, and sha256 over the hash before and the event as
text, so that nothing can be altered, removed or put in between without the rest telling of it.
The same text is written by the trigger in `migrations/_chained_log_sql.py`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain, pairwise
from typing import Any
from uuid import UUID

from django.db import connections

BATCH = 2000
FIRST = b""
"""What stands in the place of the hash before, for the first link."""

_BEFORE_AT = ("municipality_id", "id", "at")
_AFTER_AT = (
    "kind", "action", "ground", "account", "name", "title", "organisation", "subject", "object_type",
    "object_id", "information::text",
)  # fmt: skip
_COLUMNS = ", ".join(f"e.{name}" for name in (*_BEFORE_AT, *_AFTER_AT))
_LINKS = f"""
select l.seq, l.event, l.at, l.hash, {_COLUMNS} from access_link l left join access_event e
on e.id = l.event and e.at = l.at and e.municipality_id = l.municipality_id
where l.municipality_id = %s and l.seq > %s order by l.seq limit {BATCH}
"""  # noqa: S608 - names of columns only
_UNLINKED = f"""
select {_COLUMNS} from access_event e where e.municipality_id = %s
and not exists (select from access_link l where l.event = e.id) order by e.at, e.id
"""  # noqa: S608 - names of columns only
_BY_ID = f"select {_COLUMNS} from access_event e where e.municipality_id = %s and e.id = %s"  # noqa: S608


@dataclass(frozen=True)
class Content:
    """All that an event says; `rest` in the order of the text."""

    municipality: UUID
    event: UUID
    at: datetime
    rest: tuple[Any, ...]

    def hash(self, before: bytes, seq: int) -> bytes:
        """Return the hash of the link that holds this event."""
        said = [self.municipality, seq, self.event, f"{self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"]
        text = json.dumps([*said, *self.rest], ensure_ascii=False, default=str)
        return sha256(before + text.encode()).digest()


@dataclass(frozen=True)
class LinkRow:
    """A link with the event it holds, or None when there is no such event at that moment."""

    seq: int
    event: UUID
    at: datetime
    hash: bytes
    content: Content | None

    def follows(self, before: bytes) -> bool:
        """Return whether the link is what it must be after a hash."""
        return self.content is not None and self.content.hash(before, self.seq) == self.hash


def links(municipality: UUID) -> Iterator[LinkRow]:
    """Return the links in order, read in batches."""
    last = -1
    while rows := _rows(_LINKS, municipality, last):
        for seq, event, at, digest, *said in rows:
            yield LinkRow(seq, event, at, bytes(digest), _content(said) if said[0] else None)
        last = rows[-1][0]


def with_next(rows: Iterator[LinkRow]) -> Iterator[tuple[LinkRow, LinkRow | None]]:
    """Return each link together with the one after it."""
    found: Iterator[LinkRow | None] = chain(rows, [None])
    return ((row, following) for row, following in pairwise(found) if row is not None)


def unlinked(municipality: UUID) -> list[Content]:
    """Return the events that no link holds, the oldest first."""
    return [_content(row) for row in _rows(_UNLINKED, municipality)]


def by_id(municipality: UUID, event: UUID) -> Content | None:
    """Return an event by its id alone."""
    found = _rows(_BY_ID, municipality, event)
    return _content(found[0]) if found else None


def _content(row: Any) -> Content:
    municipality, event, at, *rest = row
    return Content(municipality, event, at, tuple(rest))


def _rows(sql: str, *values: UUID | int) -> list[Any]:
    with connections["default"].cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
