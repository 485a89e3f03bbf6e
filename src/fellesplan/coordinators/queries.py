"""Reads about coordinators: how many each follows, and what waits for an answer."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.coordinators import rules
from fellesplan.coordinators.candidates import MAX_PERSONS
from fellesplan.coordinators.models import Appointment, Nomination
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel.text import Text
from fellesplan.people.models import Assignment, Employee, Unit
from fellesplan.people.policy import live_on
from fellesplan.procedures.loader import Procedure


def workload(employee: Employee, on: date) -> int:
    """Return how many persons somebody follows on a day."""
    live = employee.appointments.filter(held_on(on))
    return live.values("person_id").distinct().count()


def workloads(employees: "QuerySet[Employee]", on: date) -> Mapping[UUID, int]:
    """Return how many persons each follows on a day; one query."""
    rows = Appointment.objects.filter(held_on(on), employee__in=employees).values("employee_id")
    return dict(rows.annotate(n=Count("person_id", distinct=True)).values_list("employee_id", "n"))


def load_warning(employee: Employee, procedure: Procedure, on: date) -> Text | None:
    """Return a warning if one more person is more than recommended; advice, never a stop."""
    after = workload(employee, on) + 1
    return rules.workload_warning(after, recommended_max=procedure.number(MAX_PERSONS))


def persons_of(actor: Actor, employee: Employee, on: date) -> "QuerySet[Appointment]":
    """Return the appointments of one coordinator that live or begin later, as far as the actor may see."""
    rows = visible(actor, "appointment.read", Appointment).filter(employee=employee)
    coming = rows.filter(live_on(on) | Q(valid_from__gt=on))
    return coming.select_related("person", "case", "unit").order_by("valid_from", "id")


def nominations_for(actor: Actor) -> "QuerySet[Nomination]":
    """Return the questions to the units the actor leads, those that wait for an answer first."""
    rows = visible(actor, "nomination.answer", Nomination).filter(unit_id__in=list(actor.led_units))
    return rows.select_related("unit", "case__person", "employee").order_by("answer_by", "id")


def nominations_of(actor: Actor, case_id: UUID) -> "QuerySet[Nomination]":
    """Return the questions that are asked in a case, the latest first."""
    rows = visible(actor, "nomination.read", Nomination).filter(case_id=case_id)
    return rows.select_related("unit", "employee", "appointment").order_by("-asked_at", "-id")


def appointments_of(actor: Actor, case_id: UUID, on: date) -> "QuerySet[Appointment]":
    """Return who coordinates, or will, in a case."""
    rows = visible(actor, "appointment.read", Appointment).filter(case_id=case_id)
    coming = rows.filter(live_on(on) | Q(valid_from__gt=on))
    return coming.select_related("employee", "unit").order_by("valid_from", "id")


def employees_at(actor: Actor, unit: Unit, on: date) -> "QuerySet[Employee]":
    """Return who works for a unit on a day, by name."""
    staff = Assignment.objects.filter(live_on(on), unit=unit).values("employee_id")
    return visible(actor, "employee.read", Employee).filter(pk__in=staff).order_by("name", "id")
