"""Everything the evaluation page shows, gathered before it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.forms import BoundField
from django.urls import reverse

from fellesplan.plans.evaluation import EvaluationLine, RatingLine
from fellesplan.plans.rules.gas import explained
from fellesplan.plans.view import GoalLine, PlanView
from fellesplan.web.components.glue import Words
from fellesplan.web.components.goal_charts import GoalChart
from fellesplan.web.components.goal_courses import Said, goal_course, said, whole_course
from fellesplan.web.coordinator.plan.evaluation_forms import EvaluationForm

LAST = 3


@dataclass(frozen=True)
class GoalPart:
    """One goal on the page."""

    line: GoalLine
    chart: GoalChart | None
    said: tuple[Said, ...]
    outcome: BoundField
    reason: BoundField
    rate_url: str
    scale_url: str
    has_scale: bool


@dataclass(frozen=True)
class EvaluationPage:
    """The page."""

    view: PlanView
    goals: tuple[GoalPart, ...]
    whole: GoalChart | None
    whole_said: Words
    held: tuple[EvaluationLine, ...]
    plan_url: str


def evaluation_page(
    view: PlanView, form: EvaluationForm, found: Mapping[UUID, Sequence[RatingLine]],
    scales: Mapping[UUID, Sequence[str]], held: tuple[EvaluationLine, ...], slug: str,
) -> EvaluationPage:  # fmt: skip
    """Gather the page."""
    asked = form.asked
    score = next((one.own if one.own is not None else one.others for one in held), None)
    return EvaluationPage(
        view,
        tuple(
            _goal(goal, view, found.get(goal.id, ()), scales[goal.id], asked[goal.id], slug)
            for goal in view.goals
        ),
        whole_course(held, view.first_name), explained(score) if score is not None else "", held,
        reverse("plan", kwargs={"tenant": slug, "plan": view.id}),
    )  # fmt: skip


def _goal(
    goal: GoalLine, view: PlanView, lines: Sequence[RatingLine], own: Sequence[str],
    fields: tuple[BoundField, BoundField], slug: str,
) -> GoalPart:  # fmt: skip
    here = {"tenant": slug, "goal": goal.id}
    chart = goal_course(
        goal.title,
        own,
        lines,
        next_on=view.evaluate_on,
        on=view.on,
        anchor=f"g-{str(goal.id)[-12:]}",
        person=view.first_name,
    )
    newest = tuple(said(line, own) for line in reversed(lines[-LAST:]))
    return GoalPart(
        goal, chart, newest, *fields, reverse("goal-rate", kwargs=here), reverse("goal-scale", kwargs=here),
        has_scale=any(own),
    )  # fmt: skip
