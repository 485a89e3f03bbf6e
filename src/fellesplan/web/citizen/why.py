"""Why somebody can see something: asked of the matrix, and told with the yes that opens it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.access.actor import Actor
from fellesplan.access.explanations import GROUNDS
from fellesplan.access.functions import ground, visible
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import TO_COORDINATION, live_grants, live_rows
from fellesplan.coordinators.models import Appointment
from fellesplan.kernel.text import Text
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Person, Representation
from fellesplan.plans.models import Participant
from fellesplan.plans.queries import live_plan_of
from fellesplan.web.citizen.room import Room
from fellesplan.web.citizen.viewers import Viewer
from fellesplan.web.components import words


@dataclass(frozen=True)
class Because:
    """One ground of the matrix, and what it opens."""

    things: str
    text: Text
    ground: str


@dataclass(frozen=True)
class Why:
    """All of it: the grounds, how the viewer came in, and every yes that opens something."""

    grounds: tuple[Because, ...]
    joined: str
    consents: tuple[str, ...]


def why(room: Room, who: Viewer, on: date) -> Why:
    """Return why the viewer can see what the viewer sees now; nothing, if that is nothing."""
    grounds = tuple(_grounds(room.person, who.actor))
    return Why(grounds, joined(who), tuple(_told(row) for row in opening(room.person, who, on)))


def _grounds(person: Person, actor: Actor) -> Iterator[Because]:
    found: dict[str, list[str]] = {}
    for thing, action, obj in _things(person, actor):
        if obj is not None and (name := ground(actor, action, obj)):
            found.setdefault(name, []).append(str(thing))
    for name, things in found.items():
        listed = words.listing(things)
        yield Because(listed[:1].upper() + listed[1:], GROUNDS[name], name)


def _things(person: Person, actor: Actor) -> Iterable[tuple[Promise, str, Model | None]]:
    plan = live_plan_of(actor, person)
    meetings = visible(actor, "meeting.read", Meeting).filter(person=person)
    consents = visible(actor, "consent.read", Consent).filter(person=person)
    return (
        (gettext_lazy("planen"), "plan.read", plan),
        (gettext_lazy("navn"), "person.read", person),
        (gettext_lazy("møter"), "meeting.read", meetings.first()),
        (gettext_lazy("svarene om samtykke"), "consent.read", consents.first()),
    )


def joined(who: Viewer) -> str:
    """Return how and when the viewer came in."""
    row = who.row
    said = {"name": who.first_name, "day": words.day(row.valid_from, year=True)}
    if isinstance(row, Appointment):
        return _("%(name)s ble koordinator %(day)s.") % said
    if isinstance(row, Representation):
        told = _("%(name)s er registrert som %(kind)s fra %(day)s.") % (said | {"kind": who.role.lower()})
        return f"{told} {row.evidence}." if row.evidence else told
    told = _("%(name)s kom med i planen %(day)s.") % said
    return f"{told} {row.purpose.rstrip('.')}." if row.purpose else told


def opening(person: Person, who: Viewer, on: date) -> list[Consent]:
    """Return each yes that opens something to the viewer, the oldest first; one query."""
    rows = live_rows(person, on).order_by("given_on", "id")
    if isinstance(who.row, Appointment):
        return list(rows.filter(purpose__in=TO_COORDINATION))
    if isinstance(who.row, Participant):
        grants = live_grants(person, on)
        mine = grants.filter(unit=who.recipient) | grants.filter(recipient=who.recipient)
        return list(rows.filter(pk__in=mine.values("consent_id")))
    return []


def _told(row: Consent) -> str:
    said = {
        "name": row.given_by_name, "day": words.day(row.given_on, year=True),
        "form": str(row.get_form_display()).lower(), "capacity": str(row.get_capacity_display()).lower(),
        "what": str(row.get_purpose_display()),
    }  # fmt: skip
    told = _("%(name)s sa ja til %(what)s %(day)s (%(form)s, %(capacity)s).") % said
    if row.valid_to:
        return f"{told} {_('Det gjelder til %(day)s.') % {'day': words.day(row.valid_to, year=True)}}"
    return f"{told} {_('Det gjelder til det blir tatt tilbake.')}"
