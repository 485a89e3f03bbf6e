"""The plans that others have let one take part in."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from fellesplan.plans.overview import SharedPlan
from fellesplan.plans.overview import shared_plans as find_shared_plans
from fellesplan.web.components.presenters import PersonChip
from fellesplan.web.coordinator.plan.lines import MeasureRow, measure_row
from fellesplan.web.page import PageRequest, page


@dataclass(frozen=True)
class SharedCard:
    """A plan, and what one has to do in it."""

    chip: PersonChip
    measures: tuple[MeasureRow, ...]


@page("plan.read")
@require_safe
def shared_plans(request: PageRequest) -> HttpResponse:
    """Show the plans one takes part in now."""
    plans, waiting = find_shared_plans(request.actor)
    cards = [_card(plan, request.tenant.slug) for plan in plans]
    return render(request, "coordinator/shared.html", {"cards": cards, "waiting": waiting})


def _card(plan: SharedPlan, slug: str) -> SharedCard:
    url = reverse("plan", kwargs={"tenant": slug, "plan": plan.plan_id})
    role = gettext("Du er med som %(role)s") % {"role": plan.role[:1].lower() + plan.role[1:]}
    mine = [line for line in plan.mine if line.is_open and line.is_mine]
    return SharedCard(
        PersonChip(plan.name, role, url), tuple(measure_row(line, write=False, slug=slug) for line in mine)
    )
