"""The annual report (reads only): a fixed number of queries, whatever the size of the municipality."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch, visible
from fellesplan.cases import rights
from fellesplan.cases import states as case_states
from fellesplan.cases.models import Case, CaseState, Decision, Referral
from fellesplan.coordinators.models import Appointment, Kind
from fellesplan.kernel.text import Text, t
from fellesplan.meetings import states as meeting_states
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Municipality
from fellesplan.people.policy import live_on
from fellesplan.plans.models import Plan
from fellesplan.procedures.loader import Procedure
from fellesplan.reporting import figures, plans
from fellesplan.reporting.figures import Decided, Load, Report
from fellesplan.reporting.period import Period, period

_OUTCOMES = {
    Decision.Outcome.GRANTED: "granted",
    Decision.Outcome.PARTLY: "partly",
    Decision.Outcome.REFUSED: "refused",
}

_UNKNOWN = t("Uten virksomhet i registeret")


def report(actor: Actor, procedure: Procedure, year: int, today: date) -> Report:
    """Return the figures of a year as far as it has come. Raises NotFound for one who may not read them."""
    municipality = fetch(actor, "report.read", Municipality, actor.municipality)
    when = period(year, today)
    cases = visible(actor, "case.list", Case).filter(opened_at__lt=when.end)
    return Report(
        year=year,
        on=when.on,
        referrals=_referrals(cases, when),
        decisions=_decisions(actor, when),
        cases=_cases(cases, when),
        plans=_plans(actor, cases, when),
        load=_load(actor, when),
        meetings_by_kind=_meetings(municipality, when, "kind", _kinds(procedure)),
        meetings_by_unit=_meetings(municipality, when, "called_by__coordinator_profile__unit__name", {}),
    )


def years(actor: Actor, today: date) -> tuple[int, ...]:
    """Return the years there is something to tell of, the latest first; one query."""
    first = visible(actor, "case.list", Case).aggregate(first=Min("received_on"))["first"] or today
    return tuple(range(today.year, first.year - 1, -1))


def _referrals(cases: "QuerySet[Case]", when: Period) -> int:
    return Referral.objects.filter(
        case__in=cases, received_at__gte=when.start, received_at__lt=when.end
    ).count()


def _decisions(actor: Actor, when: Period) -> tuple[Decided, ...]:
    rows = visible(actor, "decision.read", Decision).filter(issued_at__gte=when.start, issued_at__lt=when.end)
    counted: Counter[tuple[str, str]] = Counter()
    for right, outcome, number in rows.values_list("right", "outcome").annotate(n=Count("pk")).order_by():
        counted[right, _OUTCOMES.get(outcome, "other")] += number
    columns = (*_OUTCOMES.values(), "other")
    return tuple(
        Decided(right, rights.WORDS[right], **{column: counted[right, column] for column in columns})
        for right in rights.ORDER
    )


def _cases(cases: "QuerySet[Case]", when: Period) -> tuple[figures.Count, ...]:
    """Where each case stood at the end; cases that were closed before the year are left out."""
    then = CaseState.objects.filter(case=OuterRef("pk"), at__lt=when.end).order_by("-at", "-id")
    rows = cases.filter(Q(closed_at__isnull=True) | Q(closed_at__gte=when.start))
    rows = rows.annotate(then=Coalesce(Subquery(then.values("state")[:1]), F("state")))
    return _counted(_numbers(rows, "then"), case_states.CASE.states)


def _plans(actor: Actor, cases: "QuerySet[Case]", when: Period) -> tuple[figures.Count, ...]:
    open_then = cases.filter(Q(closed_at__isnull=True) | Q(closed_at__gte=when.end))
    coded = plans.coded(open_then, visible(actor, "plan.count", Plan), when)
    return _counted(_numbers(coded, "plan_code"), figures.PLAN_CODES)


def _load(actor: Actor, when: Period) -> Load:
    rows = visible(actor, "appointment.read", Appointment).filter(live_on(when.on))
    each = rows.values("employee_id").annotate(n=Count("person_id", distinct=True)).order_by()
    loads = Counter(each.values_list("n", flat=True))
    people = rows.aggregate(
        persons=Count("person_id", distinct=True),
        children=Count("person_id", distinct=True, filter=Q(kind=Kind.CHILD_COORDINATOR)),
    )
    filled = tuple((n, loads[n]) for n in range(1, max(loads, default=0) + 1))
    return Load(sum(loads.values()), people["persons"], people["children"], filled)


def _meetings(
    municipality: Municipality, when: Period, by: str, labels: Mapping[str, Text]
) -> tuple[figures.Count, ...]:
    """Meetings that were held, most first. Numbers only, so the report's own access is enough."""
    rows = Meeting.objects.filter(
        municipality=municipality,
        state=meeting_states.HELD,
        starts_at__gte=when.start,
        starts_at__lt=when.end,
    )
    numbers = sorted(_numbers(rows, by).items(), key=lambda pair: (-pair[1], str(pair[0])))
    return tuple(
        figures.Count(key if key in labels else "", labels.get(key) or key or _UNKNOWN, number)
        for key, number in numbers
    )


def _kinds(procedure: Procedure) -> dict[str, Text]:
    return {str(row["key"]): Text(str(row["nb"])) for row in procedure.rows("meetings.types")}


def _numbers(rows: "QuerySet[Any]", by: str) -> dict[str, int]:
    return dict(rows.values_list(by).annotate(n=Count("pk")).order_by().values_list(by, "n"))


def _counted(numbers: Mapping[str, int], labels: Mapping[str, Text]) -> tuple[figures.Count, ...]:
    return tuple(figures.Count(code, label, numbers.get(code, 0)) for code, label in labels.items())
