"""Evaluering av planen: where the goals stand is kept, and each goal is kept, changed, reached or left.

Forskrift om individuell plan § 9: the plan is kept up to date, and says when it is looked at anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.plans.evaluation import ratings, standing_of
from fellesplan.plans.models import Evaluation, Goal, GoalOutcome, Plan
from fellesplan.plans.services.goals import archive_goal
from fellesplan.plans.services.writing import Change, keep, locked

Choice = GoalOutcome.Choice
NEEDS_REASON = frozenset({Choice.CHANGE, Choice.DROP})
ENDS = frozenset({Choice.DONE, Choice.DROP})


@dataclass(frozen=True)
class Outcome:
    """What is done with a goal, and why."""

    choice: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class EvaluationData:
    """What was found. `outcomes` for every goal in the plan; `version`: the plan's when it was read."""

    occasion: str
    held_on: date
    next_on: date | None
    summary: str = ""
    outcomes: Mapping[UUID, Outcome] = field(default_factory=dict)
    version: int = 0


def evaluate(*, actor: Actor, plan: Plan, data: EvaluationData) -> Evaluation:
    """Keep an evaluation, take out the goals that are reached or left, and set when to look again.

    Sending the same page twice keeps one. Raises InvalidInput by field, or by the goal's id.
    """
    held = locked(plan)
    require(actor, "plan.lead", held)
    sent = held.evaluations.filter(account=actor.account, version__gt=data.version).order_by("-version")
    if data.version and (kept := sent.first()):
        return kept
    goals = list(held.goals.filter(archived_at__isnull=True))
    if wrong := _wrong(held, data, goals):
        raise InvalidInput(wrong)
    found = standing_of(ratings(actor, held.pk), [goal.pk for goal in goals])
    for goal in goals:
        if data.outcomes[goal.pk].choice in ENDS:
            archive_goal(actor=actor, goal=goal)
    held.refresh_from_db(fields=["version", "state"])
    said = t("Evaluert {day}", day=data.held_on.isoformat())
    held.evaluate_on = data.next_on
    held.save(update_fields=["evaluate_on"])
    change = Change(action="plan.lead", row=held, fields=["evaluate_on"], summary=said, essential=False)
    version = keep(actor, held, change)
    row = Evaluation.objects.create(
        municipality_id=held.municipality_id, plan=held, occasion=data.occasion, held_on=data.held_on,
        summary=data.summary.strip(), next_on=data.next_on, version=version.number, account=actor.account,
        by_name=actor.name, levels={"own": _kept(found.own), "others": _kept(found.others)},
    )  # fmt: skip
    GoalOutcome.objects.bulk_create(_outcomes(row, goals, data))
    return row


def _outcomes(row: Evaluation, goals: Iterable[Goal], data: EvaluationData) -> list[GoalOutcome]:
    return [
        GoalOutcome(
            municipality_id=row.municipality_id, evaluation=row, goal=goal,
            choice=data.outcomes[goal.pk].choice, reason=data.outcomes[goal.pk].reason.strip(),
        )
        for goal in goals
    ]  # fmt: skip


def _kept(levels: Mapping[UUID, int]) -> dict[str, int]:
    return {str(goal): level for goal, level in levels.items()}


def _wrong(plan: Plan, data: EvaluationData, goals: Iterable[Goal]) -> dict[str, Text]:
    found: dict[str, Text] = {}
    if data.occasion not in Evaluation.Occasion.values:
        found["occasion"] = t("Velg hvorfor dere evaluerer nå.")
    if data.held_on > clock.today() or data.held_on < plan.period_from:
        found["held_on"] = t("Velg en dag fra planen begynte til i dag.")
    if data.next_on is None:
        found["next_on"] = t("Velg når dere ser på planen igjen.")
    elif data.next_on <= data.held_on:
        found["next_on"] = t("Neste evaluering må være etter denne.")
    for goal in goals:
        if text := _wrong_outcome(goal, data.outcomes.get(goal.pk)):
            found[str(goal.pk)] = text
    return found


def _wrong_outcome(goal: Goal, outcome: Outcome | None) -> Text | None:
    if outcome is None or outcome.choice not in Choice.values:
        return t("Velg hva dere gjør med målet «{title}».", title=goal.title)
    if outcome.choice in NEEDS_REASON and not outcome.reason.strip():
        return t("Skriv hvorfor, for målet «{title}».", title=goal.title)
    return None
