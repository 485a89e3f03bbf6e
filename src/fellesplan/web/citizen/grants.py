"""Recipients of what is shared: those one can choose, and those whose access has been taken away."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from fellesplan.access.functions import visible
from fellesplan.consent.models import ConsentGrant
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Person, Unit
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.room import Room

TOGETHER = timedelta(seconds=30)


@dataclass(frozen=True)
class Recipient:
    """A service or a private person."""

    key: UUID
    name: str
    unit: Unit | None = None
    person: Person | None = None


@dataclass(frozen=True)
class Ended:
    """What a recipient could see until it was taken away."""

    whom: Recipient
    at: datetime
    by: str
    areas: tuple[str, ...]
    valid_to: date | None
    child_heard: str


def recipients(room: Room) -> tuple[Recipient, ...]:
    """Return whom one can let see: those in the plan first, then the municipality's other services."""
    found: dict[UUID, Recipient] = {}
    for row in reads.participants_of(room.actor, room.person, clock.today()):
        one = _recipient(row.unit, row.private_person)
        found[one.key] = one
    for unit in Unit.objects.filter(municipality=room.person.municipality, active=True).order_by("name"):
        found.setdefault(unit.pk, Recipient(unit.pk, unit.name, unit=unit))
    return tuple(found.values())


def recipient_of(room: Room, key: UUID) -> Recipient:
    """Return a recipient something is or has been shared with; raises NotFound."""
    row = _grants(room, key).first()
    if row is None:
        raise NotFound
    return _recipient(row.unit, row.recipient)


def ended(room: Room, key: UUID) -> Ended | None:
    """Return what was taken away last from a recipient that sees nothing now."""
    rows = list(_grants(room, key).order_by("-withdrawn_at", "id"))
    if not rows or any(_lives(row) for row in rows):
        return None
    taken = [row for row in rows if row.withdrawn_at]
    if not taken or taken[0].withdrawn_at is None:
        return None
    last = taken[0].withdrawn_at
    batch = [row for row in taken if row.withdrawn_at and last - row.withdrawn_at < TOGETHER]
    return Ended(
        whom=_recipient(batch[0].unit, batch[0].recipient), at=last, by=batch[0].withdrawn_by_name,
        areas=tuple(dict.fromkeys(row.area for row in batch)), valid_to=batch[0].valid_to,
        child_heard=batch[0].consent.child_heard,
    )  # fmt: skip


def _lives(row: ConsentGrant) -> bool:
    ends = [day for day in (row.valid_to, row.consent.valid_to) if day]
    taken = row.withdrawn_at or row.consent.withdrawn_at
    return not taken and all(day >= clock.today() for day in ends)


def _grants(room: Room, key: UUID) -> "QuerySet[ConsentGrant]":
    rows = visible(room.actor, "share.withdraw", ConsentGrant).filter(consent__person=room.person)
    return rows.filter(Q(unit_id=key) | Q(recipient_id=key)).select_related("unit", "recipient", "consent")


def _recipient(unit: Unit | None, person: Person | None) -> Recipient:
    if unit is not None:
        return Recipient(unit.pk, unit.name, unit=unit)
    if person is None:
        raise NotFound
    return Recipient(person.pk, person.full_name, person=person)
