"""What another sees and does not see, in short: held together from the two views of the same plan."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, visible
from fellesplan.cases.models import Letter
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Person
from fellesplan.plans.queries import live_plan_of, plan_view
from fellesplan.plans.view import AreaLine, PlanView
from fellesplan.web.citizen.room import Room
from fellesplan.web.citizen.viewers import Viewer
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate

GOALS = 6


@dataclass(frozen=True)
class Sight:
    """What is seen and what is not, a line each."""

    sees: tuple[str, ...]
    hidden: tuple[str, ...]
    opens: bool


def owner_ground(room: Room) -> str:
    """Return on which ground the reader is in this room; that is the ground of a preview."""
    return ground(room.actor, "person.read", room.person)


def view_of(room: Room, actor: Actor) -> PlanView | None:
    """Return the plan as `actor` would see it now, logged as the reader's own look; None if not at all."""
    found = live_plan_of(actor, room.person)
    if found is None:
        return None
    with audit.preview(room.actor, owner_ground(room)):
        return plan_view(actor, found.pk)


def sight(room: Room, who: Viewer) -> Sight:
    """Return what the viewer sees of all there is to see."""
    other = who.actor
    mine, theirs = view_of(room, room.actor), view_of(room, other)
    sees, hidden = _of_plan(mine, theirs) if mine else ([], [])
    for text, seen in (*_meetings(room, other), *_letters(room.person, other)):
        (sees if seen else hidden).append(text)
    return Sight(tuple(sees), tuple(hidden), theirs is not None)


def _of_plan(mine: PlanView, theirs: PlanView | None) -> tuple[list[str], list[str]]:
    if theirs is None:
        return [], [_("Planen")]
    seen = {area.key: area for area in theirs.areas}
    sees = [_("Det som står under «Viktig for meg»")] if theirs.matters else []
    hidden = []
    for area in mine.areas:
        if area.key in seen and not seen[area.key].is_empty:
            sees.append(_area(seen[area.key]))
        elif not area.is_empty:
            hidden.append(translate(area.name))
    for field, text in _TEXTS:
        if getattr(mine, field):
            (sees if getattr(theirs, field) else hidden).append(str(text))
    if theirs.participants:
        sees.append(_("Hvem andre som er med i planen"))
    return sees, hidden


_TEXTS = (
    ("family_contributes", gettext_lazy("Det familien bidrar med")),
    ("cooperation", gettext_lazy("Samarbeid med andre")),
)


def _area(area: AreaLine) -> str:
    goals = [f"«{goal.title}»" for goal in area.goals[:GOALS]]
    name = translate(area.name)
    if not goals:
        return name
    told = {"area": name, "goals": words.listing(goals)}
    return ngettext("%(area)s: målet %(goals)s", "%(area)s: målene %(goals)s", len(goals)) % told


def _meetings(room: Room, other: Actor) -> list[tuple[str, bool]]:
    """Return the meetings that both see, and those only the reader sees."""
    mine, theirs = _ids(room.actor, room.person), _ids(other, room.person)
    seen, rest = len(mine & theirs), len(mine - theirs)
    lines = []
    if seen:
        told = ngettext("%(n)s møte med saksliste og referat", "%(n)s møter med saksliste og referat", seen)
        lines.append((told % {"n": words.number(seen, "ett").capitalize()}, True))
    if rest:
        told = ngettext("%(n)s møte du er med på", "%(n)s møter du er med på", rest)
        lines.append((told % {"n": words.number(rest, "ett").capitalize()}, False))
    return lines


def _ids(actor: Actor, person: Person) -> set[object]:
    rows = visible(actor, "meeting.read", Meeting).filter(person=person)
    return set(rows.order_by().values_list("pk", flat=True))


def _letters(person: Person, other: Actor) -> list[tuple[str, bool]]:
    if not Letter.objects.filter(case__person=person).exists():
        return []
    return [
        (
            _("Brev og vedtak i saken"),
            visible(other, "letter.read", Letter).filter(case__person=person).exists(),
        )
    ]
