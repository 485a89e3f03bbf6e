"""What one thinks of a goal on a day: a new row each time, and nothing of the old is changed."""

from dataclasses import dataclass, replace

from fellesplan.access import audit
from fellesplan.access.actor import Actor, Role
from fellesplan.access.functions import can, ground, require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t
from fellesplan.plans.models import Goal, GoalRating, Plan
from fellesplan.plans.rules.gas import LEVELS
from fellesplan.plans.services.writing import Change, keep, locked

Capacity = GoalRating.Capacity
FEELINGS = range(1, 6)
_AS = ((Role.COORDINATOR, Capacity.COORDINATOR), (Role.REPRESENTATIVE, Capacity.REPRESENTATIVE))


@dataclass(frozen=True, kw_only=True)
class RatingData:
    """`level` from -2 to 2, `feeling` from 1 to 5; at least one of them."""

    level: int | None = None
    feeling: int | None = None
    comment: str = ""


def rate_goal(*, actor: Actor, goal: Goal, data: RatingData) -> GoalRating:
    """Keep what somebody thinks of a goal. Saying the very same again the same day adds nothing.

    Where the goal stands in the plan follows what the person, one who acts for the person, or the
    coordinator says. Raises InvalidInput, and Refused for a goal that is taken out.
    """
    held = locked(goal.plan)
    row = Goal.objects.select_for_update().get(pk=goal.pk)
    require(actor, "goal.rate", row)
    if row.archived_at is not None:
        raise Refused(t("Målet er tatt ut av planen."))
    data = _checked(data)
    capacity = capacity_of(actor, held, row)
    if same := _said_today(actor, row, data):
        return same
    rating = GoalRating.objects.create(
        municipality_id=held.municipality_id, goal=row, account=actor.account, by_name=actor.name,
        capacity=capacity, level=data.level, feeling=data.feeling, comment=data.comment,
    )  # fmt: skip
    audit.changed(
        actor, "goal.rate", rating, subject=held.person_id, fields=["level"],
        ground=ground(actor, "goal.rate", row),
    )  # fmt: skip
    if capacity != Capacity.PARTICIPANT and data.level is not None:
        _follow(actor, held, row, data.level)
    return rating


def capacity_of(actor: Actor, plan: Plan, goal: Goal) -> str:
    """Return as what the actor speaks of the goal."""
    if actor.person == plan.person_id:
        return Capacity.PERSON
    for role, capacity in _AS:
        if can(replace(actor, roles=actor.roles & {role}), "goal.rate", goal):
            return capacity
    return Capacity.PARTICIPANT


def _follow(actor: Actor, plan: Plan, goal: Goal, level: int) -> None:
    if goal.progress == level:
        return
    goal.progress = level
    goal.version += 1
    goal.save(update_fields=["progress", "version"])
    said = t("Ny framgang: {title}", title=goal.title)
    change = Change(action="goal.rate", row=goal, fields=["progress"], summary=said, essential=False)
    keep(actor, plan, change)


def _checked(data: RatingData) -> RatingData:
    if data.level is None and data.feeling is None:
        raise InvalidInput({"level": t("Velg det som stemmer best i dag.")})
    if data.level is not None and data.level not in LEVELS:
        raise InvalidInput({"level": t("Velg ett av de fem trinnene.")})
    if data.feeling is not None and data.feeling not in FEELINGS:
        raise InvalidInput({"feeling": t("Velg ett av de fem ansiktene.")})
    return replace(data, comment=data.comment.strip())


def _said_today(actor: Actor, goal: Goal, data: RatingData) -> GoalRating | None:
    """Return the actor's last rating when it says the same and is from today: a double click."""
    last = goal.ratings.filter(account=actor.account).order_by("-at", "-id").first()
    if last is None or clock.civil_day(last.at) != clock.today():
        return None
    same = (last.level, last.feeling, last.comment) == (data.level, data.feeling, data.comment)
    return last if same else None
