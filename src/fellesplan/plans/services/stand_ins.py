"""Vikar for en deltaker: a colleague at the same place has the same access for a period, and no longer."""

from datetime import date

from django.db.models import QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Assignment, Employee
from fellesplan.people.policy import live_on
from fellesplan.plans.models import Participant
from fellesplan.plans.services.writing import Change, keep, locked


def colleagues(participant: Participant, on: date) -> "QuerySet[Employee]":
    """Return who can stand in: those who work at the same place, because that is whom consent covers."""
    staff = Assignment.objects.filter(live_on(on), unit=participant.unit).values("employee_id")
    taking_part = participant.plan.participants.filter(live_on(on), ended_at__isnull=True)
    rows = Employee.objects.filter(pk__in=staff)
    return rows.exclude(pk__in=taking_part.values("employee_id").filter(employee__isnull=False)).order_by(
        "name", "id"
    )


def stand_in(
    *,
    actor: Actor,
    participant: Participant,
    employee: Employee | None,
    valid_from: date,
    valid_to: date,
    reason: str,
) -> Participant:
    """Let a colleague take part in somebody's place. Sent twice there is one stand-in.

    Raises InvalidInput by field; Refused for a private person, who has no colleagues.
    """
    held = locked(participant.plan)
    row = Participant.objects.select_related("employee", "unit", "plan").get(pk=participant.pk)
    require(actor, "participant.write", row)
    if row.employee is None or row.stands_in_for_id is not None:
        raise Refused(t("Bare en som er med fra en virksomhet, kan ha vikar."))
    if employee and (same := _same(row, employee, valid_from, valid_to)):
        return same
    wrong = _wrong(row, employee, valid_from, valid_to, reason)
    if wrong or employee is None:
        raise InvalidInput(wrong)
    made = Participant.objects.create(
        municipality_id=held.municipality_id, plan=held, employee=employee, unit=row.unit, role=row.role,
        purpose=row.purpose, valid_from=valid_from, valid_to=valid_to, stands_in_for=row,
        stand_in_reason=reason.strip(),
    )  # fmt: skip
    summary = t("Vikar for {name}: {vikar}", name=row.name, vikar=made.name)
    fields = ["employee", "valid_from", "valid_to"]
    keep(
        actor, held,
        Change(action="participant.write", row=made, fields=fields, summary=summary, essential=False),
    )  # fmt: skip
    return made


def _same(row: Participant, employee: Employee, valid_from: date, valid_to: date) -> Participant | None:
    return row.stand_ins.filter(
        employee=employee, valid_from=valid_from, valid_to=valid_to, ended_at__isnull=True
    ).first()


def _wrong(
    row: Participant, employee: Employee | None, valid_from: date, valid_to: date, reason: str
) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if employee is None or not colleagues(row, clock.today()).filter(pk=employee.pk).exists():
        wrong["employee"] = t("Velg en som arbeider i {unit}.", unit=row.unit.name if row.unit else "")
    if valid_from < clock.today():
        wrong["valid_from"] = t("Velg i dag eller en senere dag.")
    if valid_to < valid_from:
        wrong["valid_to"] = t("Siste dag kan ikke være før første dag.")
    elif row.valid_to and valid_to > row.valid_to:
        wrong["valid_to"] = t("{name} er bare med til {day}.", name=row.name, day=row.valid_to)
    if not reason.strip():
        wrong["reason"] = t("Skriv hvorfor det trengs en vikar.")
    return wrong
