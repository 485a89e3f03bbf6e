"""Who could see something before, and can no longer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fellesplan.access.functions import visible
from fellesplan.consent.models import ConsentGrant
from fellesplan.consent.queries import live_grants
from fellesplan.kernel import clock
from fellesplan.web.citizen.room import Room

SHOWN = 5


@dataclass(frozen=True)
class Past:
    """A recipient whose access has ended, when and how."""

    name: str
    day: date
    text: str


def past(room: Room, on: date) -> tuple[Past, ...]:
    """Return the latest that have ended, one line per recipient; two queries."""
    live = {row.unit_id or row.recipient_id for row in live_grants(room.person, on)}
    rows = visible(room.actor, "share.read", ConsentGrant).filter(consent__person=room.person)
    ended: dict[UUID | None, Past] = {}
    for row in rows.select_related("unit", "recipient", "consent"):
        key, line = row.unit_id or row.recipient_id, _past(row, on)
        if key not in live and line and (key not in ended or ended[key].day < line.day):
            ended[key] = line
    return tuple(sorted(ended.values(), key=lambda line: line.day, reverse=True)[:SHOWN])


def _past(row: ConsentGrant, on: date) -> Past | None:
    name = row.unit.name if row.unit else row.recipient.full_name if row.recipient else ""
    if row.withdrawn_at:
        by = {"name": row.withdrawn_by_name}
        return Past(name, clock.civil_day(row.withdrawn_at), _("Tilgangen ble tatt bort av %(name)s.") % by)
    ends = [day for day in (row.valid_to, row.consent.valid_to) if day]
    end = min(ends, default=None)
    return Past(name, end, _("Tilgangen gikk ut.")) if end and end < on else None
