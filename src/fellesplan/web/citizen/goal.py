"""One goal: in the person's own words, how far it has come, and what is done to get there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import NotFound
from fellesplan.plans import services
from fellesplan.plans.models import Goal
from fellesplan.plans.queries import live_plan_of, plan_view
from fellesplan.plans.view import GoalLine, PlanView
from fellesplan.web.citizen.around import around_me
from fellesplan.web.citizen.goal_form import RateForm
from fellesplan.web.citizen.measures import promises
from fellesplan.web.citizen.plan_page import level_words
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk


@page("goal.read")
@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: PageRequest, person: UUID, goal: UUID) -> HttpResponse:
    """Show a goal, and let the person say how it goes."""
    room = enter(request, person)
    view = _view(room)
    line = next((one for one in view.goals if one.id == goal), None)
    if line is None:
        raise NotFound
    desk = WritingDesk(request, f"rate:{goal}", person=room.person.pk, title=line.title)
    if answer := desk.answer():
        return answer
    now = {"level": str(line.progress), "version": line.version}
    form = RateForm(desk.data, initial=desk.initial(now))
    if desk.posted and form.is_valid() and desk.attempt(form, lambda: _rate(room, line, form)) is not None:
        messages.success(request, _("Takk. Det er lagret hva du mener."))
        return redirect(room.url("my-goal", goal=goal))
    return write(
        room, "goal", form, desk, goal=line, view=view, level_words=level_words(line.progress),
        promises=promises(room, line.measures),
    )  # fmt: skip


def _rate(room: Room, line: GoalLine, form: RateForm) -> Goal:
    row = fetch(room.actor, "goal.write", Goal, line.id, related=("plan",))
    data = services.GoalData(
        area=row.area, title=row.title, description=row.description, now=row.now,
        progress=int(form.cleaned_data["level"]),
    )  # fmt: skip
    return services.update_goal(
        actor=room.actor, goal=row, data=data, version=form.cleaned_data["version"] or line.version
    )


@page("plan.read")
@require_safe
def around(request: PageRequest, person: UUID) -> HttpResponse:
    """Show who is around the person, drawn and as a list."""
    room = enter(request, person)
    found = live_plan_of(room.actor, room.person)
    view = plan_view(room.actor, found.pk) if found else None
    return room.show("around", at="my-around", around=around_me(room, view), view=view)


def _view(room: Room) -> PlanView:
    found = live_plan_of(room.actor, room.person)
    if found is None:
        raise NotFound
    return plan_view(room.actor, found.pk)
