"""Reads about people: above all, who is acting."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import Exists, Func, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from fellesplan.access.actor import Actor, Role, nobody
from fellesplan.access.written import ask
from fellesplan.kernel import clock
from fellesplan.people.models import (
    Account,
    Assignment,
    EmergencySession,
    EmergencyState,
    Employee,
    Municipality,
    Person,
)
from fellesplan.people.policy import live_on

_EVERY_EMPLOYEE = frozenset({Role.COORDINATOR, Role.PARTICIPANT})
_EVERY_GUEST = frozenset({Role.PARTICIPANT})
"""Who works outside the municipality takes part in plans, and is nothing else here."""
_EVERY_PERSON = frozenset({Role.PERSON, Role.REPRESENTATIVE, Role.PARTICIPANT})


class _Employee(NamedTuple):
    id: UUID
    name: str
    title: str
    emergency: list[str] | None = None


class _Assignment(NamedTuple):
    role: str
    unit: UUID
    unit_name: str
    outside: bool


class _Emergency(NamedTuple):
    person: UUID
    until: datetime


def municipality(slug: str) -> Municipality | None:
    """Return the municipality at this address, if there is one."""
    return Municipality.objects.filter(slug=slug).first()


def actor_for(account: Account | None, municipality: UUID) -> Actor:
    """Return who an account is in a municipality now: three queries at most."""
    visitor = nobody(municipality)
    if account is None:
        return visitor
    employee = next((_Employee(*row) for row in ask(_employees, visitor, account.id)), None)
    return _acting(visitor, account, employee, _person(account, municipality))


def actor_of_employee(employee: Employee) -> Actor:
    """Return who an employee is at work now, with an account or without; for asking what they may see."""
    at_work = _Employee(employee.id, employee.name, employee.title)
    return _acting(nobody(employee.municipality_id), employee.account, at_work, None)


def actor_of_person(person: Person) -> Actor:
    """Return who a private person is now, with an account or without; for asking what they may see."""
    return _acting(nobody(person.municipality_id), person.account, None, person)


def _acting(
    visitor: Actor, account: Account | None, employee: _Employee | None, person: Person | None
) -> Actor:
    live = ask(_assignments, visitor, employee.id) if employee else []
    assignments = [_Assignment(*row) for row in live]
    roles = _roles(assignments)
    emergency = _emergency(employee, roles)
    return Actor(
        municipality=visitor.municipality,
        account=account.id if account else None,
        roles=frozenset(
            roles | ({Role.EMERGENCY} if emergency else set()) | (_EVERY_PERSON if person else set())
        ),
        person=person.id if person else None,
        employee=employee.id if employee and assignments else None,
        led_units=frozenset(
            row.unit
            for row in assignments
            if row.role == Assignment.AssignedRole.UNIT_LEADER and not row.outside
        ),
        units=frozenset(row.unit for row in assignments),
        emergency=emergency.person if emergency else None,
        emergency_until=emergency.until if emergency else None,
        name=employee.name if employee else person.full_name if person else account.name if account else "",
        title=employee.title if employee else "",
        organisation=assignments[0].unit_name if assignments else "",
    )


def _roles(assignments: list[_Assignment]) -> set[Role]:
    """Return what the assignments make somebody: one who only works outside the municipality is a guest."""
    inside = [row for row in assignments if not row.outside]
    roles = {Role(row.role) for row in inside if row.role != Assignment.AssignedRole.PROVIDER}
    return roles | (_EVERY_EMPLOYEE if inside else _EVERY_GUEST if assignments else frozenset())


def _emergency(employee: _Employee | None, roles: set[Role]) -> _Emergency | None:
    """Return the emergency session that is open this moment, while the role it was opened in lasts."""
    if employee is None or employee.emergency is None:
        return None
    person, until, opened_as = employee.emergency
    found = _Emergency(UUID(person), datetime.fromisoformat(until))
    return found if found.until > clock.now() and opened_as in roles else None


def _employees(visitor: Actor, account: UUID) -> "QuerySet[Any, Any]":
    rows = Employee.objects.filter(municipality_id=visitor.municipality, account_id=account)
    return rows.order_by("pk").values_list("pk", "name", "title", _last_emergency())[:1]


def _last_emergency() -> Subquery:
    """Return the employee's last emergency session that is not ended, as texts: no clock in written SQL."""
    rows = EmergencySession.objects.filter(employee_id=OuterRef("pk"))
    ended = EmergencyState.objects.filter(session_id=OuterRef("pk"), event="ended")
    texts = Func(
        Cast("person_id", TextField()), Cast("until", TextField()), Cast("opened_as", TextField()),
        template="array[%(expressions)s]", output_field=ArrayField(TextField()),
    )  # fmt: skip
    return Subquery(rows.filter(~Exists(ended)).order_by("-at", "-id").values(texts=texts)[:1])


def _assignments(visitor: Actor, employee: UUID) -> "QuerySet[Any, Any]":
    rows = Assignment.objects.filter(live_on(clock.civil_day(visitor.at)), employee_id=employee)
    return rows.order_by("valid_from", "id").values_list("role", "unit_id", "unit__name", "unit__external")


def _person(account: Account, municipality: UUID) -> Person | None:
    """Return the person that the account is here: tied to it, or having the birth number it has proved."""
    same = Q(account=account)
    if account.number_index is not None:
        same |= Q(number_index=account.number_index)
    found = Person.objects.filter(same, municipality_id=municipality)
    return found.order_by("account_id").only("given_name", "family_name").first()


def caseworkers(municipality: UUID) -> list[Employee]:
    """Return who may have a case now: caseworkers and system coordinators, by name."""
    roles = (Assignment.AssignedRole.CASEWORKER, Assignment.AssignedRole.SYSTEM_COORDINATOR)
    live = Assignment.objects.filter(live_on(clock.today()), municipality_id=municipality, role__in=roles)
    return list(Employee.objects.filter(assignments__in=live).distinct().order_by("name", "id"))
