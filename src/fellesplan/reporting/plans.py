"""Whether each person with an open case has an individual plan, by Volven 9336."""

from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from fellesplan.cases.models import Decision, Referral, Right
from fellesplan.consent.models import Consent
from fellesplan.people.policy import live_on
from fellesplan.plans import states
from fellesplan.plans.models import Plan, PlanState
from fellesplan.reporting.period import Period

_GRANTED = (Decision.Outcome.GRANTED, Decision.Outcome.PARTLY)


def coded(cases: "QuerySet[Any]", plans: "QuerySet[Plan]", when: Period) -> "QuerySet[Any]":
    """Add `plan_code` to each case: what the register would be told at the end of the period."""
    live = _live(plans, when)
    answers = cases.annotate(plan_decision=_decision(when))
    found: QuerySet[Any] = answers.annotate(
        plan_code=Case(
            When(Exists(live.filter(_effective(when))), then=Value("1")),
            When(plan_decision=Decision.Outcome.REFUSED, then=Value("4")),
            When(_unwanted(live, when), then=Value("3")),
            When(plan_decision__in=_GRANTED, then=Value("2")),
            When(Exists(_asked_for()) & Q(plan_decision__isnull=True), then=Value("2")),
            When(Exists(live.filter(tool=Plan.Tool.INDIVIDUAL_PLAN)), then=Value("2")),
            default=Value("9"),
            output_field=CharField(),
        )
    )
    return found


def _live(plans: "QuerySet[Plan]", when: Period) -> "QuerySet[Any]":
    """Return the plans of the case's person that had not ended."""
    then = PlanState.objects.filter(plan=OuterRef("pk"), at__lt=when.end).order_by("-at", "-id")
    rows = plans.filter(person=OuterRef("person"), period_from__lte=when.on)
    rows = rows.annotate(state_then=Coalesce(Subquery(then.values("state")[:1]), F("state")))
    return rows.exclude(state_then=states.ENDED)


def _effective(when: Period) -> Q:
    """An individual plan that has been approved; one that is being changed is still in force."""
    approved = Q(state_then=states.APPROVED) | Q(approved_at__lt=when.end)
    return Q(tool=Plan.Tool.INDIVIDUAL_PLAN) & approved


def _decision(when: Period) -> Subquery:
    rows = Decision.objects.filter(case=OuterRef("pk"), right=Right.PLAN, issued_at__lt=when.end)
    return Subquery(rows.order_by("-issued_at", "-id").values("outcome")[:1])


def _unwanted(live: "QuerySet[Any]", when: Period) -> Q:
    """A no to the plan that no later yes has replaced, a withdrawn case, or another tool chosen."""
    to_plan = Consent.objects.filter(person=OuterRef("person"), purpose=Consent.Purpose.PLAN)
    kept = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=when.end)
    yes = to_plan.filter(kept, live_on(when.on), answer=Consent.Answer.GIVEN)
    no = to_plan.filter(
        Q(answer=Consent.Answer.REFUSED) | Q(withdrawn_at__lt=when.end), valid_from__lte=when.on
    )
    other = live.exclude(tool=Plan.Tool.INDIVIDUAL_PLAN)
    said_no = Q(Exists(no)) & ~Q(Exists(yes))
    return Q(plan_decision=Decision.Outcome.WITHDRAWN) | said_no | Q(Exists(other))


def _asked_for() -> "QuerySet[Referral]":
    return Referral.objects.filter(case=OuterRef("pk"), wants__contains=[Right.PLAN.value])
