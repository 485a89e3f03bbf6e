"""Everything the plan page shows, gathered before it is drawn."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.plans.models import Plan
from fellesplan.plans.view import ParticipantLine, PlanView
from fellesplan.web.components import words
from fellesplan.web.components.drawings import Circle
from fellesplan.web.components.presenters import Column, Crumb, NextStep, PersonChip, Row, Table
from fellesplan.web.coordinator.links import call_url
from fellesplan.web.coordinator.plan import people
from fellesplan.web.coordinator.plan.changes import changes
from fellesplan.web.coordinator.plan.lines import AreaBlock, area_blocks
from fellesplan.web.coordinator.plan.next_step import lead, next_step, title

TEXTS = (
    ("resources", _("Det {name} er god på")),
    ("person_contributes", _("Det {name} selv bidrar med")),
    ("family_contributes", _("Det familien bidrar med")),
    ("child_participation", _("Slik har {name} vært med")),
    ("cooperation", _("Samarbeid med andre")),
    ("contact_doctor", _("Kontaktlege")),
    ("made_by", _("Hvem som lager planen")),
)


@dataclass(frozen=True)
class PlanText:
    """One of the plan's own texts."""

    title: str
    text: str
    edit_url: str


@dataclass(frozen=True)
class PlanPage:
    """The plan page of one actor."""

    view: PlanView
    title: str
    lead: str
    age: str
    next: NextStep | None
    areas: tuple[AreaBlock, ...]
    empty_areas: tuple[AreaBlock, ...]
    texts: tuple[PlanText, ...]
    circle: Circle | None
    people: tuple[PersonChip, ...]
    crumbs: tuple[Crumb, ...]
    services: Table | None
    changes: tuple[Row, ...]
    checked: str
    call_url: str
    contact_url: str
    shares_contact: bool

    @property
    def is_plan(self) -> bool:
        """Return whether this is an individual plan, and not a lighter tool."""
        return self.view.tool == Plan.Tool.INDIVIDUAL_PLAN

    @property
    def shows_contents(self) -> bool:
        """Return whether there is a list of contents: in a plan, or where something is written."""
        return self.is_plan or bool(self.areas)


def plan_page(view: PlanView, slug: str) -> PlanPage:
    """Gather the page."""
    blocks = area_blocks(view, slug)
    return PlanPage(
        view, title(view), lead(view), age(view), next_step(view, slug),
        areas=tuple(block for block in blocks if not block.line.is_empty),
        empty_areas=tuple(block for block in blocks if block.line.is_empty),
        texts=_texts(view, slug),
        circle=people.circle(view) if view.rights.follows else None,
        people=people.chips(view, slug), crumbs=_crumbs(view, slug),
        services=services_table(view) if view.tool == Plan.Tool.SERVICE_OVERVIEW else None,
        changes=changes(view), checked=_checked(view),
        call_url=call_url(slug, view.person_id) if view.rights.lead else "",
        contact_url=_contact_url(view, slug), shares_contact=any(one.shares_contact for one in _mine(view)),
    )  # fmt: skip


def _mine(view: PlanView) -> list[ParticipantLine]:
    return [one for one in view.participants if one.is_me]


def _contact_url(view: PlanView, slug: str) -> str:
    """Return where a participant decides whether the others see how to reach them."""
    if view.rights.follows or view.rights.emergency:
        return ""
    here = next(iter(_mine(view)), None)
    kwargs = {"tenant": slug, "participant": here.id} if here else {}
    return reverse("participant-contact", kwargs=kwargs) if here else ""


def age(view: PlanView) -> str:
    """Return "11 år", or nothing when the birth date is not known."""
    return gettext("%(age)d år") % {"age": view.age} if view.age is not None else ""


def _texts(view: PlanView, slug: str) -> tuple[PlanText, ...]:
    shown = []
    for field, heading in TEXTS:
        if field == "child_participation" and not view.is_child:
            continue
        text = getattr(view, field)
        if text or view.rights.write:
            kwargs = {"tenant": slug, "plan": view.id, "field": field}
            url = reverse("plan-text", kwargs=kwargs) if view.rights.write else ""
            shown.append(PlanText(heading.format(name=view.first_name), text, url))
    return tuple(shown)


def _crumbs(view: PlanView, slug: str) -> tuple[Crumb, ...]:
    name, label = ("today", _("I dag")) if view.rights.lead else ("shared-plans", _("Delte planer"))
    return (Crumb(label, reverse(name, kwargs={"tenant": slug})), Crumb(title(view)))


def services_table(view: PlanView) -> Table:
    """Return the service overview: each service with whom to call."""
    heads = (_("Tjeneste"), _("Kontaktperson"), _("Telefon"), _("E-post"), _("Har ansvar for"))
    lead_rows = [(one.unit, one.name, one.phone, one.email, one.kind) for one in view.coordinators]
    rows = [
        (one.unit or one.role, one.name, one.phone, one.email, one.contribution or one.purpose or one.role)
        for one in people.others(view)
    ]
    return Table(_("Tjenester og kontaktpersoner"), tuple(map(Column, heads)), (*lead_rows, *rows))


def _checked(view: PlanView) -> str:
    relevant = [item for item in view.checklist if item.state != "not_relevant"]
    counts = {"met": words.number(len(relevant) - len(view.missing)), "all": words.number(len(relevant))}
    return gettext("%(met)s av %(all)s punkter er med") % counts
