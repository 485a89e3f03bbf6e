"""Units, employees and who works where as what: the administrator's use cases.

Access follows dated assignments (pasientjournalforskriften § 13), so nothing is deleted: it ends on a day.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.happenings import AssignmentEnded
from fellesplan.people.models import Assignment, Employee, Municipality, Unit

R = TypeVar("R", Unit, Employee)
_OFFICE_ROLES = frozenset(
    {
        Assignment.AssignedRole.CASEWORKER,
        Assignment.AssignedRole.SYSTEM_COORDINATOR,
        Assignment.AssignedRole.OFFICE_LEADER,
    }
)
_OPENS = _OFFICE_ROLES | {Assignment.AssignedRole.UNIT_LEADER}


@dataclass(frozen=True, kw_only=True)
class UnitData:
    """What is known of a unit. `external`: it is not part of the municipality."""

    name: str
    kind: str
    phone: str = ""
    organisation_number: str = ""
    external: bool = False
    active: bool = True


@dataclass(frozen=True, kw_only=True)
class EmployeeData:
    """Who an employee is."""

    name: str
    title: str
    email: str = ""
    phone: str = ""


def add_unit(*, actor: Actor, tenant: Municipality, data: UnitData) -> Unit:
    """Add a unit. Raises InvalidInput when the name is taken."""
    require(actor, "users.manage", tenant)
    _check_unit(tenant, data)
    unit = Unit.objects.create(municipality=tenant, **vars(data))
    audit.changed(actor, "users.manage", unit, subject=None, fields=list(vars(data)))
    return unit


def change_unit(*, actor: Actor, unit: Unit, data: UnitData) -> Unit:
    """Rename a unit, or change what is known of it; one that is not in use is asked for nobody."""
    row = Unit.objects.select_for_update().get(pk=unit.pk)
    require(actor, "unit.edit", row)
    _check_unit(row.municipality, data, row)
    return _change(actor, "unit.edit", row, data)


def add_employee(
    *, actor: Actor, tenant: Municipality, data: EmployeeData, unit: Unit, role: str, valid_from: date
) -> Employee:
    """Add an employee with a first assignment."""
    require(actor, "users.manage", tenant)
    _check_employee(data)
    employee = Employee.objects.create(municipality=tenant, **vars(data))
    audit.changed(actor, "users.manage", employee, subject=None, fields=list(vars(data)))
    assign(actor=actor, employee=employee, unit=unit, role=role, valid_from=valid_from)
    return employee


def change_employee(*, actor: Actor, employee: Employee, data: EmployeeData) -> Employee:
    """Change name, title, e-mail or telephone."""
    row = Employee.objects.select_for_update().get(pk=employee.pk)
    require(actor, "employee.edit", row)
    _check_employee(data)
    return _change(actor, "employee.edit", row, data)


def assign(
    *,
    actor: Actor,
    employee: Employee,
    unit: Unit,
    role: str,
    valid_from: date,
    valid_to: date | None = None,
) -> Assignment:
    """Let an employee work for a unit in a role from a day. The same sent twice is kept once.

    Raises InvalidInput when the unit is not in use, the role belongs to the coordinating unit, the period
    ends before it begins, or one gives oneself a role that opens cases.
    """
    row = Employee.objects.select_for_update().get(pk=employee.pk)
    require(actor, "employee.edit", row)
    wrong = _wrong(unit, role, valid_from, valid_to)
    if row.pk == actor.employee and role in _OPENS:
        wrong["role"] = t("Du kan ikke gi deg selv denne rollen. Be en annen administrator om det.")
    if wrong:
        raise InvalidInput(wrong)
    same = row.assignments.filter(unit=unit, role=role, valid_from=valid_from, valid_to=valid_to).first()
    return same or _assigned(actor, row, unit, role, valid_from, valid_to)


def end_assignment(*, actor: Actor, assignment: Assignment, last_day: date) -> Assignment:
    """End an assignment; the access it gives lasts through the last day. Raises InvalidInput by field."""
    row = Assignment.objects.select_for_update(of=("self",)).select_related("employee").get(pk=assignment.pk)
    require(actor, "employee.edit", row.employee)
    if last_day < row.valid_from:
        text = t("Tilknytningen begynte {day}. Velg den dagen eller en senere.", day=row.valid_from)
        raise InvalidInput({"last_day": text})
    row.valid_to = last_day
    row.save(update_fields=["valid_to"])
    audit.changed(actor, "employee.edit", row, subject=None, fields=["valid_to"])
    announce(AssignmentEnded(actor=actor, assignment=row, last_day=last_day))
    return row


def leave(*, actor: Actor, employee: Employee, last_day: date) -> int:
    """End everything somebody works with here: no access is left after the last day. Return how many ended.

    What would have begun later is taken away: it has never given anything.
    """
    row = Employee.objects.select_for_update().get(pk=employee.pk)
    require(actor, "employee.edit", row)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    ended = list(row.assignments.filter(lasting).order_by("valid_from", "id"))
    for assignment in ended:
        if assignment.valid_from > max(last_day, clock.today()):
            audit.changed(actor, "employee.edit", assignment, subject=None, fields=["withdrawn"])
            assignment.delete()
        else:
            day = max(last_day, assignment.valid_from)
            end_assignment(actor=actor, assignment=assignment, last_day=day)
    return len(ended)


def _assigned(
    actor: Actor, employee: Employee, unit: Unit, role: str, valid_from: date, valid_to: date | None
) -> Assignment:
    assignment = Assignment.objects.create(
        municipality_id=employee.municipality_id, employee=employee, unit=unit, role=role,
        valid_from=valid_from, valid_to=valid_to,
    )  # fmt: skip
    fields = ["unit", "role", "valid_from", "valid_to"]
    audit.changed(actor, "employee.edit", assignment, subject=None, fields=fields)
    return assignment


def _wrong(unit: Unit, role: str, valid_from: date, valid_to: date | None) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if not unit.active:
        wrong["unit"] = t("{unit} er ikke i bruk. Velg en annen virksomhet.", unit=unit.name)
    elif unit.external and role != Assignment.AssignedRole.PROVIDER:
        wrong["role"] = t("Bare ansatte i kommunen kan ha denne rollen.")
    elif role in _OFFICE_ROLES and unit.kind != Unit.Kind.OFFICE:
        wrong["role"] = t("Bare ansatte i koordinerende enhet kan ha denne rollen.")
    if valid_to and valid_to < valid_from:
        wrong["valid_to"] = t("Siste dag kan ikke være før første dag.")
    return wrong


def _check_unit(tenant: Municipality, data: UnitData, unit: Unit | None = None) -> None:
    if not data.name.strip():
        raise InvalidInput({"name": t("Skriv navnet på virksomheten.")})
    namesake = Unit.objects.filter(municipality=tenant, name=data.name).first()
    if namesake and namesake != unit:
        raise InvalidInput({"name": t("Det finnes allerede en virksomhet som heter {name}.", name=data.name)})


def _check_employee(data: EmployeeData) -> None:
    if not data.name.strip():
        raise InvalidInput({"name": t("Skriv navnet på den ansatte.")})


def _change(actor: Actor, action: str, row: R, data: UnitData | EmployeeData) -> R:
    changed = [name for name, value in vars(data).items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, getattr(data, name))
    if changed:
        row.save(update_fields=changed)
        audit.changed(actor, action, row, subject=None, fields=changed)
    return row
