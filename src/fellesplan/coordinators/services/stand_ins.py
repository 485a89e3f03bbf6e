"""Vikar for en koordinator: a colleague at the same unit has the task for a period, and no longer."""

from datetime import date

from django.db.models import QuerySet

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.coordinators.models import Appointment, StandIn
from fellesplan.coordinators.policy import held_on
from fellesplan.coordinators.services.nominations import works_at
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Assignment, Employee
from fellesplan.people.policy import live_on

ACTION = "appointment.stand_in"


def colleagues(appointment: Appointment, on: date) -> "QuerySet[Employee]":
    """Return who can stand in: the others who work at the coordinator's unit."""
    staff = Assignment.objects.filter(live_on(on), unit_id=appointment.unit_id).values("employee_id")
    rows = Employee.objects.filter(pk__in=staff).exclude(pk=appointment.employee_id)
    return rows.order_by("name", "id")


def stand_ins(appointment: Appointment, on: date) -> "QuerySet[StandIn]":
    """Return the stand-ins of now and later."""
    rows = appointment.stand_ins.filter(valid_to__gte=on, ended_at__isnull=True)
    return rows.select_related("employee").order_by("valid_from", "id")


def stand_in(
    *,
    actor: Actor,
    appointment: Appointment,
    employee: Employee | None,
    valid_from: date,
    valid_to: date,
    reason: str,
) -> StandIn:
    """Let a colleague do the coordinator's work from one day through another. Sent twice is once.

    The person sees who it is and until when. Raises InvalidInput by field; Refused when the appointment is
    over, or another stands in on one of the days.
    """
    row = Appointment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=appointment.pk)
    require(actor, ACTION, row)
    same = {"employee": employee, "valid_from": valid_from, "valid_to": valid_to}
    if employee and (already := row.stand_ins.filter(**same, ended_at__isnull=True).first()):
        return already
    if not Appointment.objects.filter(held_on(clock.today()), pk=row.pk).exists():
        raise Refused(t("Oppnevningen er avsluttet."))
    wrong = _wrong(row, employee, valid_from, valid_to, reason)
    if wrong or employee is None:
        raise InvalidInput(wrong)
    if row.stand_ins.filter(
        valid_from__lte=valid_to, valid_to__gte=valid_from, ended_at__isnull=True
    ).exists():
        raise Refused(
            t("Det er allerede en vikar i disse dagene. Avslutt den først, eller velg andre dager.")
        )
    made = StandIn.objects.create(
        municipality_id=row.municipality_id, appointment=row, employee=employee, reason=reason.strip(),
        valid_from=valid_from, valid_to=valid_to,
    )  # fmt: skip
    _log(actor, row, made, ["employee", "valid_from", "valid_to", "reason"])
    return made


def end(*, actor: Actor, stand_in: StandIn) -> StandIn:
    """Let a stand-in stop at once. Twice is once."""
    row = StandIn.objects.select_for_update(of=("self",)).select_related("appointment").get(pk=stand_in.pk)
    require(actor, ACTION, row.appointment)
    if row.ended_at is None:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        _log(actor, row.appointment, row, ["ended_at"])
    return row


def _wrong(
    row: Appointment, employee: Employee | None, valid_from: date, valid_to: date, reason: str
) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if employee is None or employee.pk == row.employee_id or not works_at(employee, row.unit, clock.today()):
        wrong["employee"] = t("Velg en annen som arbeider i {unit}.", unit=row.unit.name)
    if valid_from < clock.today():
        wrong["valid_from"] = t("Velg i dag eller en senere dag.")
    if valid_to < valid_from:
        wrong["valid_to"] = t("Siste dag kan ikke være før første dag.")
    elif row.valid_to and valid_to > row.valid_to:
        wrong["valid_to"] = t("Oppnevningen varer bare til {day}.", day=row.valid_to)
    if not reason.strip():
        wrong["reason"] = t("Skriv hvorfor det trengs en vikar.")
    return wrong


def _log(actor: Actor, appointment: Appointment, row: StandIn, fields: list[str]) -> None:
    audit.changed(
        actor, ACTION, row, subject=appointment.person_id, fields=fields,
        ground=ground(actor, ACTION, appointment),
    )  # fmt: skip
