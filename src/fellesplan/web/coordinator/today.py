"""A coordinator's start page: what is next, what is late, who is who."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fellesplan.kernel import clock
from fellesplan.meetings.queries import open_tasks, upcoming
from fellesplan.plans import overview, tools
from fellesplan.web.coordinator.today_page import today_page
from fellesplan.web.page import PageRequest, page


@page("coordination.work")
@require_safe
def today(request: PageRequest) -> HttpResponse:
    """Show the day."""
    day = overview.today(request.actor)
    following = tools.procedure(request.tenant, clock.today())
    shown = today_page(
        day,
        meetings=upcoming(request.actor),
        tasks=open_tasks(request.actor),
        limit=following.number("coordinator.max_persons") or 0,
        tenant=request.tenant,
        on=clock.today(),
    )
    return render(request, "coordinator/today.html", {"page": shown})
