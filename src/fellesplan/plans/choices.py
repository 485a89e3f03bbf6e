"""Who can answer for a measure, as the choices of a form."""

from dataclasses import dataclass
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Employee
from fellesplan.plans import reading
from fellesplan.plans.models import Participant, Plan

PERSON = "person"
NOBODY = ""


@dataclass(frozen=True)
class Responsible:
    """One who can answer for a measure. `value` names them in the form."""

    value: str
    name: str
    place: str
    row: Participant | Employee | None = None


def responsible_for(actor: Actor, plan: Plan, *, now: UUID | None = None) -> tuple[Responsible, ...]:
    """Return the person, the coordinators and the participants, each once.

    `now` is the participant who answers for it already, kept as a choice also after they have left.
    """
    seen = visible(actor, "participant.read", Participant).filter(plan=plan)
    rows = reading.taking_part(seen, actor)
    if now and now not in {row.pk for row in rows}:
        rows += seen.filter(pk=now).select_related("employee", "unit", "private_person")
    taking_part = {row.employee_id for row in rows}
    appointed = [
        Responsible(f"e-{one.employee_id}", one.employee.name, str(one.get_kind_display()), one.employee)
        for one in reading.appointments(plan.person, actor)
        if one.employee_id not in taking_part
    ]
    places = concealed(plan.person, [row.unit.name if row.unit else row.role for row in rows])
    joined = [
        Responsible(value(row.pk), row.name, where, row) for row, where in zip(rows, places, strict=True)
    ]
    return (Responsible(PERSON, plan.person.first_name, ""), *appointed, *joined)


def value(participant: UUID | None) -> str:
    """Return the choice that stands for a participant."""
    return f"p-{participant}" if participant else NOBODY


def chosen(choices: tuple[Responsible, ...], wanted: str) -> Participant | Employee | None:
    """Return whom a choice stands for; None for nobody and for the person. Raises InvalidInput."""
    if wanted in {NOBODY, PERSON}:
        return None
    found = next((one.row for one in choices if one.value == wanted), None)
    if found is None:
        raise InvalidInput({"responsible": t("Velg en som er med i planen.")})
    return found
