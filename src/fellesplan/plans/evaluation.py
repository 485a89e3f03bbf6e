"""What has been said of the goals of a plan, and the evaluations that were held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.kernel import clock
from fellesplan.plans.fields import SCALE
from fellesplan.plans.models import Evaluation, Goal, GoalOutcome, GoalRating
from fellesplan.plans.rules.gas import Rated, Standing, standing, t_score

Capacity = GoalRating.Capacity


@dataclass(frozen=True)
class RatingLine:
    """One rating. `own`: the person's own, not what somebody thinks for the person."""

    goal: UUID
    at: datetime
    by_name: str
    capacity: str
    level: int | None
    feeling: int | None
    comment: str

    @property
    def own(self) -> bool:
        return self.capacity == Capacity.PERSON

    @property
    def day(self) -> date:
        return clock.civil_day(self.at)

    @property
    def as_text(self) -> str:
        return str(Capacity(self.capacity).label)


@dataclass(frozen=True)
class OutcomeLine:
    """What an evaluation led to for one goal."""

    goal: UUID
    title: str
    choice: str
    reason: str

    @property
    def text(self) -> str:
        return str(GoalOutcome.Choice(self.choice).label)


@dataclass(frozen=True)
class EvaluationLine:
    """An evaluation, with the score of all goals together as the person and as the others saw them."""

    id: UUID
    held_on: date
    occasion: str
    summary: str
    next_on: date | None
    by_name: str
    at: datetime
    own: float | None
    others: float | None
    outcomes: tuple[OutcomeLine, ...]


def ratings(actor: Actor, plan: UUID, goal: UUID | None = None) -> dict[UUID, tuple[RatingLine, ...]]:
    """Return the ratings of the goals the actor may write, by goal, the oldest first; one query."""
    seen = visible(actor, "goal.write", Goal).filter(plan_id=plan)
    rows = GoalRating.objects.filter(goal__in=seen.filter(pk=goal) if goal else seen).order_by("at", "id")
    found: dict[UUID, list[RatingLine]] = {}
    for row in rows.values_list("goal_id", "at", "by_name", "capacity", "level", "feeling", "comment"):
        found.setdefault(row[0], []).append(RatingLine(*row))
    return {key: tuple(lines) for key, lines in found.items()}


def rated(lines: Iterable[RatingLine]) -> list[Rated]:
    """Return the ratings that say how far the goal has come."""
    return [Rated(one.goal, one.day, one.own, one.level) for one in lines if one.level is not None]


def standing_of(found: Mapping[UUID, Iterable[RatingLine]], goals: Iterable[UUID]) -> Standing:
    """Return where some of the goals stand now."""
    return standing(one for goal in goals for one in rated(found.get(goal, ())))


def scale_words(goal: Goal) -> tuple[str, ...]:
    """Return the person's own words from -2 to 2; empty where nothing is written."""
    return tuple(getattr(goal, name) for name in SCALE)


def evaluations(actor: Actor, plan: UUID) -> tuple[EvaluationLine, ...]:
    """Return the evaluations of a plan the actor has been let in to, the newest first; two queries.

    What they led to is told of the goals the actor may write.
    """
    rows = Evaluation.objects.filter(plan_id=plan, municipality_id=actor.municipality).order_by("-at", "-id")
    seen = visible(actor, "goal.write", Goal).filter(plan_id=plan)
    told: dict[UUID, list[OutcomeLine]] = {}
    outcomes = GoalOutcome.objects.filter(evaluation__plan_id=plan, goal__in=seen)
    columns = ("goal_id", "goal__title", "choice", "reason")
    for key, *values in outcomes.order_by("goal__order", "id").values_list("evaluation_id", *columns):
        told.setdefault(key, []).append(OutcomeLine(*values))
    return tuple(_line(row, told.get(row.pk, [])) for row in rows)


def _line(row: Evaluation, outcomes: list[OutcomeLine]) -> EvaluationLine:
    return EvaluationLine(
        row.pk, row.held_on, str(row.get_occasion_display()), row.summary, row.next_on, row.by_name, row.at,
        t_score(row.levels.get("own", {}).values()), t_score(row.levels.get("others", {}).values()),
        tuple(outcomes),
    )  # fmt: skip
