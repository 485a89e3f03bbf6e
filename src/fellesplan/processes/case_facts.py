"""What plans add to the facts of a case; the cases themselves know nothing of them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from fellesplan.cases.facts import contributed_by
from fellesplan.cases.models import Case
from fellesplan.cases.rules import PlanStage
from fellesplan.plans import states as plans
from fellesplan.plans.models import Plan

Facts = Mapping[UUID, Mapping[str, Any]]
_STAGES = {plans.DRAFT: PlanStage.DRAFT, plans.ENDED: PlanStage.ENDED}


@contributed_by
def planning(cases: Sequence[Case]) -> Facts:
    """Return where the plan stands; one query."""
    by_person = {case.person_id: case.id for case in cases}
    found: dict[UUID, dict[str, Any]] = {}
    for row in Plan.objects.filter(person__in=by_person).order_by("period_from", "id"):
        stage = _STAGES.get(row.state, PlanStage.APPROVED)
        found[by_person[row.person_id]] = {"plan": stage, "evaluate_on": row.evaluate_on}
    return found
