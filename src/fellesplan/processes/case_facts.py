"""What consent ahead and plans add to the facts of a case; the cases themselves know nothing of them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from fellesplan.cases.facts import contributed_by
from fellesplan.cases.models import Case
from fellesplan.cases.rules import PlanStage
from fellesplan.consent.models import ConsentWarning
from fellesplan.consent.upcoming import Kind
from fellesplan.consent.warnings import warnings_for
from fellesplan.kernel import clock
from fellesplan.plans import states as plans
from fellesplan.plans.models import Plan

Facts = Mapping[UUID, Mapping[str, Any]]
_STAGES = {plans.DRAFT: PlanStage.DRAFT, plans.ENDED: PlanStage.ENDED}


@contributed_by
def coming(cases: Sequence[Case]) -> Facts:
    """Return the first of what has been raised about consent and still holds; one query when nothing has."""
    today = clock.today()
    waits = Q(kind__in=(Kind.WISH, Kind.TO_LOOK_AT)) | Q(due__gte=today)
    raised = ConsentWarning.objects.filter(waits, person__in={case.person_id for case in cases})
    told = set(raised.values_list("person_id", flat=True))
    people = {case.person_id: case.person for case in cases if case.person_id in told}
    found = warnings_for(people.values(), today)
    return {case.id: {"coming": found[case.person_id][0]} for case in cases if found.get(case.person_id)}


@contributed_by
def planning(cases: Sequence[Case]) -> Facts:
    """Return where the plan stands; one query."""
    by_person = {case.person_id: case.id for case in cases}
    found: dict[UUID, dict[str, Any]] = {}
    for row in Plan.objects.filter(person__in=by_person).order_by("period_from", "id"):
        stage = _STAGES.get(row.state, PlanStage.APPROVED)
        found[by_person[row.person_id]] = {"plan": stage, "evaluate_on": row.evaluate_on}
    return found
