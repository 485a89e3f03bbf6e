"""Finding somebody to invite: few hits, and nothing about anybody but name, title and workplace."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.kernel import clock
from fellesplan.people.models import Assignment, Employee
from fellesplan.people.policy import live_on

SHORTEST, MOST, WORDS = 2, 8, 4


@dataclass(frozen=True)
class Colleague:
    """An employee at one of the places they work."""

    employee_id: UUID
    unit_id: UUID
    name: str
    title: str
    unit: str


def find_colleagues(actor: Actor, text: str) -> tuple[Colleague, ...]:
    """Return at most eight employees whose name or unit has every word; one query."""
    words = [word for word in text.split() if word][:WORDS]
    if len("".join(words)) < SHORTEST:
        return ()
    rows = Assignment.objects.filter(
        live_on(clock.civil_day(actor.at)), employee__in=visible(actor, "employee.read", Employee),
        unit__active=True,
    )  # fmt: skip
    for word in words:
        rows = rows.filter(Q(employee__name__icontains=word) | Q(unit__name__icontains=word))
    found = rows.order_by("employee__name", "employee_id", "unit__name").values_list(
        "employee_id", "unit_id", "employee__name", "employee__title", "unit__name"
    )
    unique = dict.fromkeys(Colleague(*row) for row in found[: MOST * 2])
    return tuple(unique)[:MOST]
