"""What it means to coordinate for a person, and to lead the unit that is asked."""

from datetime import date
from typing import Any

from django.db.models import Exists, Model, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.policy import about, relation
from fellesplan.coordinators.models import Appointment, Kind, StandIn
from fellesplan.kernel import clock
from fellesplan.people.policy import birthday_years_ago, live_on

MAJORITY = 18
"""Until when a child has a barnekoordinator (hol § 7-2 a tredje ledd)."""


def held_on(day: date) -> Q:
    """Return the appointments that are held on a day; as barnekoordinator never from the 18th birthday."""
    grown = birthday_years_ago(day, MAJORITY)
    child = Q(person__birth_date__isnull=True) | Q(person__birth_date__gt=grown)
    living = Q(person__deceased_on__isnull=True)
    return live_on(day) & living & (~Q(kind=Kind.CHILD_COORDINATOR) | child)


def live_appointments(actor: Actor) -> "QuerySet[Appointment]":
    """Return the appointments the actor holds now, or stands in for: only while working at their unit."""
    if actor.employee is None:
        return Appointment.objects.none()
    day = clock.civil_day(actor.at)
    mine = Q(employee_id=actor.employee, unit_id__in=list(actor.units)) | Q(pk__in=stood_in_for(actor))
    return Appointment.objects.filter(held_on(day), mine, municipality_id=actor.municipality)


def stood_in_for(actor: Actor) -> "QuerySet[Any, Any]":
    """Return the ids of the appointments the actor is a live stand-in for, while working at their unit."""
    if actor.employee is None:
        return StandIn.objects.none().values("appointment_id")
    live = StandIn.objects.filter(
        live_on(clock.civil_day(actor.at)), municipality_id=actor.municipality, employee_id=actor.employee,
        ended_at__isnull=True, appointment__unit_id__in=list(actor.units),
    )  # fmt: skip
    return live.values("appointment_id")


@relation("coordinates")
def _coordinates(actor: Actor, model: type[Model]) -> Q:
    return about(model, live_appointments(actor).values("person_id"))


@relation("own_appointment", "coordinators.Appointment")
def _own_appointment(actor: Actor, model: type[Model]) -> Q:
    if actor.employee is None:
        return Q(pk__in=[])
    return Q(employee_id=actor.employee) | Q(pk__in=stood_in_for(actor))


@relation("coordinates_someone", "people.Municipality")
def _coordinates_someone(actor: Actor, model: type[Model]) -> Q:
    return Q(pk=actor.municipality) & Q(Exists(live_appointments(actor)))


@relation("leads_unit", "coordinators.Nomination")
@relation("leads_unit", "coordinators.Appointment")
@relation("leads_unit", "coordinators.CoordinatorProfile")
def _leads_unit(actor: Actor, model: type[Model]) -> Q:
    return Q(unit_id__in=list(actor.led_units))
