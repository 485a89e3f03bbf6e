"""From rows to what the rules of a complaint ask for; as many queries for one case as for many."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from fellesplan.cases import complaint_states as states
from fellesplan.cases.models import Case, Complaint, ComplaintState
from fellesplan.cases.rules.complaint import ComplaintStanding, complaint_step, waiting_for_body
from fellesplan.cases.rules.complaint_form import defects
from fellesplan.kernel import clock
from fellesplan.procedures import law
from fellesplan.procedures.complaints import ComplaintTiming
from fellesplan.procedures.counting import add_months


def facts_of_complaints(cases: Iterable[Case], on: date, *, two_people: bool) -> dict[UUID, dict[str, Any]]:
    """Return what open complaints add to the facts of their cases, by case."""
    rows = Complaint.objects.filter(case__in=cases, state__in=states.OPEN).annotate(in_part=in_part())
    found: dict[UUID, dict[str, Any]] = {}
    for row in rows.order_by("-received_at", "-id"):
        standing = standing_of(row, two_people=two_people)
        step = complaint_step(standing, on)
        now = found.setdefault(row.case_id, {})
        if step:
            now |= {"complaint_open": True, "complaint_step": step}
        elif standing.waits_for_body:
            now["complaint_waits"] = waiting_for_body(standing)
    return found


def in_part() -> Exists:
    """Return whether a complaint has been met in part."""
    return Exists(ComplaintState.objects.filter(complaint=OuterRef("pk"), event="changed_in_part"))


def standing_of(
    row: Complaint, *, two_people: bool, changed_in_part: bool | None = None
) -> ComplaintStanding:
    """Return a complaint as its rules see it; `row` is annotated with `in_part` unless that is given."""
    received = clock.civil_day(row.received_at)
    partly: Mapping[str, Any] = vars(row)
    return ComplaintStanding(
        state=row.state,
        received_on=received,
        timing=ComplaintTiming(row.timing),
        answer_by=answer_by(received),
        defects=defects_of(row),
        completion_by=row.completion_by,
        body=row.body,
        sent_on=row.settled_on,
        awaits_other=two_people and bool(row.planned),
        changed_in_part=partly.get("in_part", False) if changed_in_part is None else changed_in_part,
    )


def answer_by(received: date) -> date:
    """Return when whoever complained is told why it takes time, if it does (fvl § 11 a tredje ledd)."""
    return add_months(received, law.number("casework.preliminary_reply", received))


def defects_of(row: Complaint) -> tuple[Any, ...]:
    """Return what the complaint lacks."""
    return defects(
        capacity=row.capacity, channel=row.channel, signed=row.signed_on is not None,
        mandate_missing=row.mandate_missing,
    )  # fmt: skip
