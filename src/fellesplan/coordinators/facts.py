"""What nominations and appointments tell about where a case stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fellesplan.cases.facts import contributed_by
from fellesplan.cases.models import Case
from fellesplan.coordinators import states
from fellesplan.coordinators.models import Appointment, Nomination
from fellesplan.kernel import clock
from fellesplan.people.models import Assignment
from fellesplan.people.policy import live_on


@contributed_by
def coordination(cases: Sequence[Case]) -> Mapping[UUID, Mapping[str, Any]]:
    """Return when a unit was asked, until when it may answer, and since when there is a coordinator.

    One who leaves, or no longer works at the unit, must be replaced, so that is no coordinator here.
    """
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    open_rows = Nomination.objects.filter(
        case__in=cases, state__in=(states.ASKED, states.NAMED), appointment__isnull=True
    )
    for row in open_rows.order_by("asked_at", "id"):
        known = found[row.case_id]
        known["nomination_asked_on"] = clock.civil_day(row.asked_at)
        known["nomination_due"] = row.answer_by
        known["nominated"] = known.get("nominated", False) or row.state == states.NAMED
    today = clock.today()
    for appointment in _lasting(cases, today).order_by("-valid_from", "id"):
        found[appointment.case_id]["appointed_on"] = appointment.valid_from
    return found


def _lasting(cases: Sequence[Case], today: date) -> "QuerySet[Appointment]":
    """Return the appointments that have no last day, of employees who work at the unit."""
    at_work = Assignment.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=today),
        employee_id=OuterRef("employee_id"), unit_id=OuterRef("unit_id"),
    )  # fmt: skip
    held = Appointment.objects.filter(live_on(today) | Q(valid_from__gt=today), case__in=cases)
    return held.filter(Exists(at_work), valid_to__isnull=True)
