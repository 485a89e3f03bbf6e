"""Advice for whoever leads a plan: shown quietly, and laid aside with one press."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from fellesplan.access.functions import fetch
from fellesplan.plans import services
from fellesplan.plans.advising import Given, mark
from fellesplan.plans.models import Plan
from fellesplan.plans.rules.adviser import Advice, Kind
from fellesplan.plans.view import PlanView
from fellesplan.procedures.references import spelled_out
from fellesplan.web.components.glue import Words
from fellesplan.web.coordinator.plan.saving import to_plan
from fellesplan.web.page import PageRequest, page

SHOWN = 6
_MEASURE = ("measure-edit", "measure", _("Endre tiltaket"))
_PAGES = {
    Kind.UNTOUCHED: ("evaluation", "plan", _("Evaluer planen")),
    Kind.NO_EVALUATION: ("plan-period", "plan", _("Sett dato")),
    Kind.NO_RESPONSIBLE: _MEASURE,
    Kind.NO_DATE: _MEASURE,
    Kind.VAGUE_MEASURE: _MEASURE,
    Kind.VAGUE_GOAL: ("goal-scale", "goal", _("Skriv hva trinnene betyr")),
    Kind.GOAL_WITHOUT_MEASURE: ("measure-new", "goal", _("Legg til tiltak")),
    Kind.NEED_WITHOUT_MEASURE: ("goal-new", "plan", _("Skriv et mål")),
    Kind.NEVER_OPENED: ("participants", "plan", _("Se hvem som er med")),
    Kind.TRANSITION: ("goal-new", "plan", _("Skriv et mål for overgangen")),
}
"""Where each kind of advice is followed."""


@dataclass(frozen=True)
class AdviceRow:
    """One piece of advice, with the way to follow it."""

    text: Words
    why: Words
    source: str
    label: Words
    url: str
    key: str
    about: str


@dataclass(frozen=True)
class AdvicePanel:
    """The advice that is shown first, the rest, and what has been laid aside."""

    first: tuple[AdviceRow, ...]
    rest: tuple[AdviceRow, ...]
    paused: tuple[AdviceRow, ...]
    url: str

    @property
    def count(self) -> int:
        return len(self.first) + len(self.rest)


def panel(given: Given, view: PlanView, slug: str) -> AdvicePanel | None:
    """Return the panel; None when there is nothing to say."""
    if not given.shown and not given.paused:
        return None
    rows = tuple(_row(one, view, slug) for one in given.shown)
    url = reverse("plan-advice", kwargs={"tenant": slug, "plan": view.id})
    return AdvicePanel(rows[:SHOWN], rows[SHOWN:], tuple(_row(one, view, slug) for one in given.paused), url)


def _row(one: Advice, view: PlanView, slug: str) -> AdviceRow:
    name, kwarg, label = _PAGES[one.kind]
    url = reverse(name, kwargs={"tenant": slug, kwarg: view.id if kwarg == "plan" else UUID(one.subject)})
    if one.kind is Kind.NEED_WITHOUT_MEASURE:
        url = f"{url}?omrade={one.subject}"
    return AdviceRow(one.text, one.why, spelled_out(one.source), label, url, one.key, mark(one))


@page("plan.lead")
@require_POST
def pause(request: PageRequest, plan: UUID) -> HttpResponse:
    """Lay one piece of advice aside until what it is about changes, or take it up again."""
    row = fetch(request.actor, "plan.lead", Plan, plan)
    key, about = request.POST.get("key", "")[:80], request.POST.get("about", "")[:64]
    if key:
        services.pause_advice(actor=request.actor, plan=row, key=key, about=about)
    said = gettext("Rådet er lagt til side til noe endrer seg.") if about else gettext("Rådet vises igjen.")
    return to_plan(request, plan, said, "rad")
