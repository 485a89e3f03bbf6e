"""Walks the chain of the access log and names each event and link that is not as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fellesplan.access import chain
from fellesplan.access.chain import Content, LinkRow


class Kind(StrEnum):
    """What can be found."""

    ALTERED = "altered event"
    REMOVED = "removed event"
    INSERTED = "inserted event"
    LINK_ALTERED = "altered link"
    LINK_REMOVED = "removed link"
    ANCHOR_UNSIGNED = "anchor without a valid signature"
    ANCHOR_DIFFERS = "chain differs from anchor"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. Tells nothing about a person. `seq` is the number of the link."""

    kind: Kind
    seq: int | None = None
    event: UUID | None = None
    at: datetime | None = None


@dataclass
class Walk:
    """A walk along one municipality's chain. `before` is the hash before, None when it cannot be known."""

    municipality: UUID
    count: int = 0
    before: bytes | None = chain.FIRST
    last: int = 0
    strays: list[Content] = field(default_factory=list)

    def findings(self) -> Iterator[Finding]:
        """Return all that is wrong, in the order of the chain; then the events that no link holds."""
        self.strays = chain.unlinked(self.municipality)
        for row, following in chain.with_next(chain.links(self.municipality)):
            yield from self._gap(row)
            yield from self._step(row, following)
            self.last, self.count = row.seq, self.count + 1
        for stray in self.strays:
            yield Finding(Kind.INSERTED, event=stray.event, at=stray.at)

    def _gap(self, row: LinkRow) -> Iterator[Finding]:
        """Tell of links that are gone; the events they held may still be there."""
        gone = range(self.last + 1, row.seq)
        if not gone:
            return
        held = self._held(gone, row)
        for number, seq in enumerate(gone):
            if held:
                yield Finding(Kind.LINK_REMOVED, seq, held[number].event, held[number].at)
            else:
                yield Finding(Kind.LINK_REMOVED, seq)
        self.strays = [stray for stray in self.strays if stray not in held]

    def _held(self, gone: range, row: LinkRow) -> list[Content]:
        """Return the events that stood between, if the link after tells that it was these."""
        before, self.before = self.before, None
        for start in range(len(self.strays) - len(gone) + 1) if before is not None else ():
            held = self.strays[start : start + len(gone)]
            digest = before or chain.FIRST
            for seq, content in zip(gone, held, strict=True):
                digest = content.hash(digest, seq)
            if row.follows(digest):
                self.before = digest
                return held
        return []

    def _step(self, row: LinkRow, following: LinkRow | None) -> Iterator[Finding]:
        before, self.before = self.before, row.hash
        if row.content is None:
            yield self._without_event(row, before)
        elif before is not None and not row.follows(before):
            meant = row.content.hash(before, row.seq)
            if following is not None and following.seq == row.seq + 1 and following.follows(meant):
                self.before = meant
                yield Finding(Kind.LINK_ALTERED, row.seq, row.event, row.at)
            else:
                yield Finding(Kind.ALTERED, row.seq, row.event, row.content.at)

    def _without_event(self, row: LinkRow, before: bytes | None) -> Finding:
        """Tell what became of the event: moved in time, under another link's name, or gone."""
        moved = chain.by_id(self.municipality, row.event)
        if moved is not None:
            kept = before is not None and moved.hash(before, row.seq) == row.hash
            return Finding(Kind.LINK_ALTERED if kept else Kind.ALTERED, row.seq, row.event, moved.at)
        for stray in self.strays if before is not None else ():
            if stray.hash(before or chain.FIRST, row.seq) == row.hash:
                self.strays.remove(stray)
                return Finding(Kind.LINK_ALTERED, row.seq, stray.event, stray.at)
        return Finding(Kind.REMOVED, row.seq, row.event, row.at)
