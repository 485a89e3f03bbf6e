"""The participants page, gathered before it is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.plans.lookup import Colleague
from fellesplan.plans.view import ParticipantLine, PlanView
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Crumb, PersonChip, Row, Tag
from fellesplan.web.coordinator.plan import people
from fellesplan.web.coordinator.plan.next_step import title


@dataclass(frozen=True)
class ParticipantCard:
    """A participant, what they see, and the ways to change it."""

    chip: PersonChip
    sees: str
    purpose: str
    contribution: str
    tags: tuple[Tag, ...]
    edit_url: str
    end_url: str
    stand_in_url: str


@dataclass(frozen=True)
class ParticipantsPage:
    """Everybody around the person."""

    view: PlanView
    cards: tuple[ParticipantCard, ...]
    whole: tuple[PersonChip, ...]
    waiting: int
    crumbs: tuple[Crumb, ...]


def participants_page(view: PlanView, slug: str) -> ParticipantsPage:
    """Gather the page."""
    family = [PersonChip(one.name, one.kind, kind="family") for one in view.family]
    lead = [PersonChip(one.name, f"{one.kind}, {one.unit}", kind="coordinator") for one in view.coordinators]
    cards = tuple(_card(one, slug) for one in people.others(view))
    plan = reverse("plan", kwargs={"tenant": slug, "plan": view.id})
    crumbs = (
        Crumb(_("I dag"), reverse("today", kwargs={"tenant": slug})),
        Crumb(title(view), plan),
        Crumb(_("Hvem er med")),
    )
    waiting = sum(one.lacks_consent and not one.has_left for one in people.others(view))
    return ParticipantsPage(view, cards, (*family, *lead), waiting, crumbs)


def hits(found: Iterable[Colleague], slug: str, plan: UUID) -> tuple[Row, ...]:
    """Return the employees found, each a way to invite them."""
    return tuple(Row(one.name, _invite(one, slug, plan), meta=f"{one.title}, {one.unit}") for one in found)


def _invite(one: Colleague, slug: str, plan: UUID) -> str:
    kwargs = {"tenant": slug, "plan": plan, "employee": one.employee_id, "unit": one.unit_id}
    return reverse("participant-invite", kwargs=kwargs)


def _card(one: ParticipantLine, slug: str) -> ParticipantCard:
    here = {"tenant": slug, "participant": one.id}
    kind = "family" if one.is_private else "other"
    place = f"{one.role}, {one.unit}" if one.unit else one.role
    may_have_stand_in = not (one.is_private or one.stands_in_for or one.has_left)
    return ParticipantCard(
        PersonChip(one.name, place, kind=kind), _sees(one), one.purpose, one.contribution,
        _tags(one),
        edit_url=reverse("participant-edit", kwargs=here), end_url=reverse("participant-end", kwargs=here),
        stand_in_url=reverse("participant-stand-in", kwargs=here) if may_have_stand_in else "",
    )  # fmt: skip


def _tags(one: ParticipantLine) -> tuple[Tag, ...]:
    """Return what stands out: who has left, who stands in for whom, until when, and who sees nothing yet."""
    found = []
    if one.has_left:
        found.append(Tag("danger", gettext("Arbeider ikke lenger i %(unit)s") % {"unit": one.unit}))
    if one.stands_in_for and one.until:
        told = {"name": one.stands_in_for, "day": words.day(one.until)}
        found.append(Tag("info", gettext("Vikar for %(name)s til %(day)s") % told))
    elif one.until:
        found.append(Tag("neutral", gettext("Med til %(day)s") % {"day": words.day(one.until)}))
    if one.lacks_consent and not one.has_left:
        found.append(Tag("warning", gettext("Ser ikke planen ennå: samtykke mangler")))
    return tuple(found)


def _sees(one: ParticipantLine) -> str:
    if one.has_left:
        return ""
    if one.sees_all:
        return gettext("Ser hele planen")
    areas = [f"«{translate(area)}»" for area in one.sees or ()]
    return gettext("Ser %(areas)s") % {"areas": words.listing(areas)} if areas else ""
