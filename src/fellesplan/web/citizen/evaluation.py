"""What the person thinks of the goals: one at a time, and how it has gone with all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch, visible
from fellesplan.kernel.errors import NotFound
from fellesplan.plans import services
from fellesplan.plans.evaluation import EvaluationLine, RatingLine, evaluations, ratings, scale_words
from fellesplan.plans.models import Goal, GoalRating, Plan
from fellesplan.plans.queries import live_plan_of
from fellesplan.plans.rules.gas import explained
from fellesplan.web.citizen.goal_form import RateForm
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import write
from fellesplan.web.components.goal_courses import face, feeling_words, steps_of, whole_course
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk


@dataclass(frozen=True)
class GoalAsked:
    """A goal, and what the one in the room has said of it since the last evaluation."""

    title: str
    url: str
    face: str
    feeling: str
    step: str
    answered: bool


@page("goal.rate")
@require_safe
def evaluation(request: PageRequest, person: UUID) -> HttpResponse:
    """Show the goals to say something about, and how it has gone with all of them."""
    room = enter(request, person)
    plan = _plan(room)
    held = evaluations(room.actor, plan.pk)
    asked = _asked(room, _goals(room, plan), ratings(room.actor, plan.pk), held)
    score = next((one.own if one.own is not None else one.others for one in held), None)
    return room.show(
        "evaluation", at="my-plan", plan=plan, goals=asked, held=held,
        whole=whole_course(held, "" if room.is_own else room.first_name),
        first=next((one for one in asked if not one.answered), None),
        said=explained(score) if score is not None else "",
    )  # fmt: skip


@page("goal.rate")
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: PageRequest, person: UUID, goal: UUID) -> HttpResponse:
    """Ask about one goal, and go on to the next."""
    room = enter(request, person)
    plan = _plan(room)
    goals = _goals(room, plan)
    here = next((n for n, one in enumerate(goals) if one.pk == goal), None)
    if here is None:
        raise NotFound
    row, after = goals[here], goals[here + 1] if here + 1 < len(goals) else None
    desk = WritingDesk(request, f"feel:{goal}", person=room.person.pk, title=row.title)
    if answer := desk.answer():
        return answer
    form = RateForm(desk.data, own=scale_words(row), initial=desk.initial({}))
    skip = room.url("my-evaluation-goal", goal=after.pk) if after else room.url("my-evaluation")
    if desk.posted and form.is_valid():
        kept = desk.attempt(form, lambda: save_rating(room, goal, form))
        if kept:
            messages.success(request, _("Takk. Det er lagret hva du mener."))
            return redirect(skip)
    return write(room, "rate", form, desk, goal=row, skip=skip, number=here + 1, total=len(goals))


def save_rating(room: Room, goal: UUID, form: RateForm) -> GoalRating:
    """Keep what was said of a goal."""
    row = fetch(room.actor, "goal.rate", Goal, goal, related=("plan",))
    if row.plan.person_id != room.person.pk:
        raise NotFound
    return services.rate_goal(actor=room.actor, goal=row, data=form.rating)


def _plan(room: Room) -> Plan:
    found = live_plan_of(room.actor, room.person)
    if found is None:
        raise NotFound
    return found


def _goals(room: Room, plan: Plan) -> list[Goal]:
    return list(visible(room.actor, "goal.rate", Goal).filter(plan=plan, archived_at__isnull=True))


def _asked(
    room: Room, goals: Sequence[Goal], found: Mapping[UUID, Sequence[RatingLine]],
    held: Sequence[EvaluationLine],
) -> tuple[GoalAsked, ...]:  # fmt: skip
    """Return the goals with the answers given in this room since the plan was last evaluated."""
    since = held[0].at if held else None
    return tuple(_one(room, goal, _latest(room, found.get(goal.pk, ()), since)) for goal in goals)


def _latest(room: Room, lines: Sequence[RatingLine], since: datetime | None) -> RatingLine | None:
    mine = [one for one in lines if one.by_name == room.actor.name and (since is None or one.at > since)]
    return mine[-1] if mine else None


def _one(room: Room, goal: Goal, last: RatingLine | None) -> GoalAsked:
    step = steps_of(scale_words(goal))[last.level + 2] if last and last.level is not None else ""
    return GoalAsked(
        goal.title, room.url("my-evaluation-goal", goal=goal.pk), face(last.feeling) if last else "",
        feeling_words(last.feeling) if last else "", step, last is not None,
    )  # fmt: skip
