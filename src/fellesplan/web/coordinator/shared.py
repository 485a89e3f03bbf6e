"""The plans that others have let one take part in."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from fellesplan.coordinators.policy import live_appointments
from fellesplan.kernel import clock
from fellesplan.meetings.queries import open_tasks, upcoming
from fellesplan.plans.overview import SharedPlan
from fellesplan.plans.overview import shared_plans as find_shared_plans
from fellesplan.web.components.presenters import PersonChip
from fellesplan.web.coordinator.plan.lines import MeasureRow, measure_row
from fellesplan.web.coordinator.today_page import MEETINGS, meeting_row
from fellesplan.web.coordinator.todo import own_tasks
from fellesplan.web.page import PageRequest, page


@dataclass(frozen=True)
class SharedCard:
    """A plan, and what one has to do in it."""

    chip: PersonChip
    measures: tuple[MeasureRow, ...]


@page("plan.read")
@require_safe
def shared_plans(request: PageRequest) -> HttpResponse:
    """Show the plans one takes part in now; with the tasks and meetings unless they stand under "I dag"."""
    plans, waiting = find_shared_plans(request.actor)
    cards = [_card(plan, request.tenant.slug) for plan in plans]
    context: dict[str, Any] = {"cards": cards, "waiting": waiting}
    if not live_appointments(request.actor).exists():
        context |= _own_day(request)
    return render(request, "coordinator/shared.html", context)


def _own_day(request: PageRequest) -> dict[str, Any]:
    slug, on = request.tenant.slug, clock.today()
    return {
        "todos": own_tasks(open_tasks(request.actor), slug, on),
        "meetings": [meeting_row(one, slug, on) for one in upcoming(request.actor)[:MEETINGS]],
    }


def _card(plan: SharedPlan, slug: str) -> SharedCard:
    url = reverse("plan", kwargs={"tenant": slug, "plan": plan.plan_id})
    role = gettext("Du er med som %(role)s") % {"role": plan.role[:1].lower() + plan.role[1:]}
    mine = [line for line in plan.mine if line.is_open and line.is_mine]
    return SharedCard(
        PersonChip(plan.name, role, url), tuple(measure_row(line, write=False, slug=slug) for line in mine)
    )
