"""One goal: in the person's own words, how far it has come, and what is done to get there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import visible
from fellesplan.kernel.errors import NotFound
from fellesplan.plans.evaluation import ratings, scale_words
from fellesplan.plans.models import Goal
from fellesplan.plans.queries import live_plan_of, plan_view
from fellesplan.plans.view import PlanView
from fellesplan.web.citizen.around import around_me
from fellesplan.web.citizen.evaluation import save_rating
from fellesplan.web.citizen.goal_form import RateForm
from fellesplan.web.citizen.measures import promises
from fellesplan.web.citizen.plan_page import level_words
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import write
from fellesplan.web.components.goal_courses import goal_course
from fellesplan.web.components.goal_courses import said as told
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk

SAID = 5


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
    row = visible(room.actor, "goal.read", Goal).filter(pk=goal).first()
    own = scale_words(row) if row else ()
    form = RateForm(desk.data, own=own, initial=desk.initial({}))
    if desk.posted and form.is_valid():
        kept = desk.attempt(form, lambda: save_rating(room, goal, form))
        if kept:
            messages.success(request, _("Takk. Det er lagret hva du mener."))
            return redirect(room.url("my-goal", goal=goal))
    said = ratings(room.actor, view.id, goal).get(goal, ())
    chart = goal_course(
        line.title,
        own,
        said,
        next_on=view.evaluate_on,
        on=view.on,
        anchor="gas",
        person="" if room.is_own else room.first_name,
    )
    return write(
        room, "goal", form, desk, goal=line, view=view, level_words=level_words(line.progress),
        promises=promises(room, line.measures), chart=chart,
        said=[told(one, own) for one in said[::-1][:SAID]],
        parts=[one for one in view.goals if one.parent_id == goal],
    )  # fmt: skip


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
