"""What it means to coordinate for a person, and to lead the unit that is asked."""

from datetime import date

from django.db.models import Model, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.policy import about, relation
from fellesplan.coordinators.models import Appointment, Kind
from fellesplan.kernel import clock
from fellesplan.people.policy import birthday_years_ago, live_on

MAJORITY = 18
"""Until when a child has a barnekoordinator (hol § 7-2 a tredje ledd)."""


def held_on(day: date) -> Q:
    """Return the appointments that are held on a day; as barnekoordinator never from the 18th birthday."""
    grown = birthday_years_ago(day, MAJORITY)
    child = Q(person__birth_date__isnull=True) | Q(person__birth_date__gt=grown)
    return live_on(day) & (~Q(kind=Kind.CHILD_COORDINATOR) | child)


def live_appointments(actor: Actor) -> "QuerySet[Appointment]":
    """Return the appointments the actor holds now."""
    if actor.employee is None:
        return Appointment.objects.none()
    day = clock.civil_day(actor.at)
    return Appointment.objects.filter(
        held_on(day), municipality_id=actor.municipality, employee_id=actor.employee
    )


@relation("coordinates")
def _coordinates(actor: Actor, model: type[Model]) -> Q:
    return about(model, live_appointments(actor).values("person_id"))


@relation("own_appointment", "coordinators.Appointment")
def _own_appointment(actor: Actor, model: type[Model]) -> Q:
    return Q(employee_id=actor.employee) if actor.employee else Q(pk__in=[])


@relation("leads_unit", "coordinators.Nomination")
@relation("leads_unit", "coordinators.Appointment")
@relation("leads_unit", "coordinators.CoordinatorProfile")
def _leads_unit(actor: Actor, model: type[Model]) -> Q:
    return Q(unit_id__in=list(actor.led_units))
