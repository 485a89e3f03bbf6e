"""Reads about people: above all, who is acting."""

from uuid import UUID

from django.db.models import Q

from fellesplan.access.actor import Actor, Role, nobody
from fellesplan.kernel import clock
from fellesplan.people.models import Account, Assignment, Employee, Municipality, Person
from fellesplan.people.policy import live_on

_EVERY_EMPLOYEE = frozenset({Role.COORDINATOR, Role.PARTICIPANT})
_EVERY_PERSON = frozenset({Role.PERSON, Role.REPRESENTATIVE, Role.PARTICIPANT})


def municipality(slug: str) -> Municipality | None:
    """Return the municipality at this address, if there is one."""
    return Municipality.objects.filter(slug=slug).first()


def actor_for(account: Account | None, municipality: UUID) -> Actor:
    """Return who an account is in a municipality now: three queries at most."""
    if account is None:
        return nobody(municipality)
    employees = Employee.objects.filter(municipality_id=municipality, account=account)
    employee = employees.only("name", "title").first()
    person = _person(account, municipality)
    assignments = _assignments(employee)
    roles = {Role(row.role) for row in assignments if row.role != Assignment.AssignedRole.PROVIDER}
    return Actor(
        municipality=municipality,
        account=account.id,
        roles=frozenset(
            roles | (_EVERY_EMPLOYEE if assignments else set()) | (_EVERY_PERSON if person else set())
        ),
        person=person.id if person else None,
        employee=employee.id if employee and assignments else None,
        led_units=frozenset(
            row.unit_id for row in assignments if row.role == Assignment.AssignedRole.UNIT_LEADER
        ),
        units=frozenset(row.unit_id for row in assignments),
        name=_name(account, employee, person),
        title=employee.title if employee else "",
        organisation=assignments[0].unit.name if assignments else "",
    )


def _person(account: Account, municipality: UUID) -> Person | None:
    """Return the person that the account is here: tied to it, or having the birth number it has proved."""
    same = Q(account=account)
    if account.number_index is not None:
        same |= Q(number_index=account.number_index)
    found = Person.objects.filter(same, municipality_id=municipality)
    return found.order_by("account_id").only("given_name", "family_name").first()


def _name(account: Account, employee: Employee | None, person: Person | None) -> str:
    if employee:
        return employee.name
    return person.full_name if person else account.name


def _assignments(employee: Employee | None) -> list[Assignment]:
    if employee is None:
        return []
    live = employee.assignments.filter(live_on(clock.today())).select_related("unit")
    return list(live.only("employee", "role", "unit__name").order_by("valid_from", "id"))


def caseworkers(municipality: UUID) -> list[Employee]:
    """Return who may have a case now: caseworkers and system coordinators, by name."""
    roles = (Assignment.AssignedRole.CASEWORKER, Assignment.AssignedRole.SYSTEM_COORDINATOR)
    live = Assignment.objects.filter(live_on(clock.today()), municipality_id=municipality, role__in=roles)
    return list(Employee.objects.filter(assignments__in=live).distinct().order_by("name", "id"))
