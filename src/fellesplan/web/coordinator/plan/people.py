"""Those around the person: as a drawing, and as a list that says what each of them sees."""

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from fellesplan.plans.view import CoordinatorLine, ParticipantLine, PlanView
from fellesplan.web.components import words
from fellesplan.web.components.drawings import Around, Circle
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import PersonChip

LISTED = 2


def circle(view: PlanView) -> Circle:
    """Return the drawing: family inside, helpers outside; those who do not see the plan are dashed."""
    inner = [Around(one.name, one.kind, "inner", "family") for one in view.family]
    lead = [Around(one.name, one.kind, "outer", "coordinator") for one in view.coordinators]
    outer = [
        Around(one.name, one.role, "outer", "waiting" if one.lacks_consent else "service")
        for one in others(view)
    ]
    return Circle(view.first_name, (*inner, *lead, *outer))


def chips(view: PlanView, slug: str) -> tuple[PersonChip, ...]:
    """Return everybody around the person, with what each of them sees."""
    url = reverse("participants", kwargs={"tenant": slug, "plan": view.id}) if view.rights.lead else ""
    everything = gettext("ser alt")
    family = [PersonChip(one.name, f"{one.kind} · {everything}", kind="family") for one in view.family]
    lead = [PersonChip(one.name, _coordinator(one), kind="coordinator") for one in view.coordinators]
    rest = [PersonChip(one.name, role(one), url) for one in others(view)]
    return (*family, *lead, *rest)


def others(view: PlanView) -> tuple[ParticipantLine, ...]:
    """Return the participants who are neither coordinator nor act for the person: those stand elsewhere."""
    named = {one.employee_id for one in view.coordinators} | {one.person_id for one in view.family}
    return tuple(one for one in view.participants if not {one.employee_id, one.person_id} & (named - {None}))


def _coordinator(one: CoordinatorLine) -> str:
    return f"{one.kind} · {gettext('deg')}" if one.is_me else f"{one.kind}, {one.unit}"


def role(one: ParticipantLine) -> str:
    """Return "Storgata skole · ser Fritid"."""
    place = f"{one.role}, {one.unit}" if one.unit else one.role
    if one.stands_in_for and one.until:
        told = {"name": one.stands_in_for, "day": words.day(one.until)}
        place = f"{place} · {gettext('vikar for %(name)s til %(day)s') % told}"
    return " · ".join(filter(None, (place, sees(one))))


def sees(one: ParticipantLine) -> str:
    """Return in words what a participant sees; nothing when the actor may not know."""
    if one.sees is None:
        return gettext("deg") if one.is_me else ""
    if not one.sees:
        return gettext("ser ikke planen ennå: samtykke mangler")
    if one.sees_all:
        return gettext("ser alt")
    if len(one.sees) > LISTED:
        count = len(one.sees)
        return ngettext("ser %(n)s område", "ser %(n)s områder", count) % {"n": words.number(count, "ett")}
    return gettext("ser %(areas)s") % {"areas": words.listing([f"«{translate(area)}»" for area in one.sees])}
