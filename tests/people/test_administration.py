"""The administrator keeps units, employees and their dated assignments; others may not."""

from datetime import date
from typing import Any

import pytest

from fellesplan.access.models import Event
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.people import administration as admin
from fellesplan.people.models import Assignment, Municipality, Unit
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


@pytest.fixture
def boss(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "administrator"))


def school(**values: Any) -> admin.UnitData:
    return admin.UnitData(**{"name": "Storgata skole", "kind": "school", **values})


def test_unit_is_added_once_by_name(lund: Municipality, boss: Any) -> None:
    unit = admin.add_unit(actor=boss, tenant=lund, data=school())
    assert (unit.name, unit.kind, unit.active) == ("Storgata skole", "school", True)
    assert Event.objects.get(object_id=unit.pk).action == "users.manage"
    with pytest.raises(InvalidInput) as error:
        admin.add_unit(actor=boss, tenant=lund, data=school())
    assert str(error.value.fields["name"]) == "Det finnes allerede en virksomhet som heter Storgata skole."


def test_unit_is_renamed_and_the_change_is_logged(lund: Municipality, boss: Any) -> None:
    unit = admin.add_unit(actor=boss, tenant=lund, data=school())
    admin.change_unit(actor=boss, unit=unit, data=school(name="Ny skole"))
    assert Unit.objects.get(pk=unit.pk).name == "Ny skole"
    assert Event.objects.get(object_id=unit.pk, action="unit.edit").information == ["name"]


def test_saving_the_same_again_changes_nothing(lund: Municipality, boss: Any) -> None:
    unit = admin.add_unit(actor=boss, tenant=lund, data=school())
    admin.change_unit(actor=boss, unit=unit, data=school())
    assert not Event.objects.filter(action="unit.edit").exists()


def test_employee_comes_with_a_first_assignment(lund: Municipality, boss: Any) -> None:
    unit = make.unit(lund)
    employee = admin.add_employee(
        actor=boss, tenant=lund, data=admin.EmployeeData(name="Siri Prøve", title="Lærer"), unit=unit,
        role="provider", valid_from=TODAY,
    )  # fmt: skip
    assert list(employee.assignments.values_list("unit", "role")) == [(unit.pk, "provider")]
    admin.change_employee(
        actor=boss, employee=employee, data=admin.EmployeeData(name="Siri Ny", title="Rektor")
    )
    employee.refresh_from_db()
    assert (employee.name, employee.title) == ("Siri Ny", "Rektor")


def test_the_same_assignment_sent_twice_is_kept_once(lund: Municipality, boss: Any) -> None:
    employee, unit = make.employee(lund), make.unit(lund)
    for _ in range(2):
        admin.assign(actor=boss, employee=employee, unit=unit, role="unit_leader", valid_from=TODAY)
    assert employee.assignments.filter(role="unit_leader").count() == 1


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"role": "caseworker"}, "role", "Bare ansatte i koordinerende enhet kan ha denne rollen."),
        ({"valid_to": date(2026, 11, 23)}, "valid_to", "Siste dag kan ikke være før første dag."),
    ],
)
def test_assign_says_what_is_wrong(
    lund: Municipality, boss: Any, values: dict[str, Any], field: str, sentence: str
) -> None:
    wanted = {"unit": make.unit(lund), "role": "provider", "valid_from": TODAY} | values
    with pytest.raises(InvalidInput) as error:
        admin.assign(actor=boss, employee=make.employee(lund), **wanted)
    assert {name: str(text) for name, text in error.value.fields.items()} == {field: sentence}


def test_nobody_is_assigned_to_a_unit_that_is_not_in_use(lund: Municipality, boss: Any) -> None:
    closed = make.unit(lund, name="Gamle skole", active=False)
    with pytest.raises(InvalidInput) as error:
        admin.assign(actor=boss, employee=make.employee(lund), unit=closed, role="provider", valid_from=TODAY)
    assert str(error.value.fields["unit"]) == "Gamle skole er ikke i bruk. Velg en annen virksomhet."


def test_ended_assignment_gives_no_role_the_day_after(lund: Municipality, boss: Any) -> None:
    leader = make.employee(lund, "unit_leader", at=make.unit(lund))
    assignment = leader.assignments.get()
    admin.end_assignment(actor=boss, assignment=assignment, last_day=date(2026, 11, 23))
    assert "unit_leader" not in make.actor(leader).roles
    with pytest.raises(InvalidInput) as error:
        admin.end_assignment(actor=boss, assignment=assignment, last_day=date(2020, 1, 1))
    assert list(error.value.fields) == ["last_day"]


@pytest.mark.parametrize("role", ["caseworker", "system_coordinator", "unit_leader", "provider"])
def test_others_may_not(lund: Municipality, role: str) -> None:
    other = make.actor(make.employee(lund, role))
    unit, employee = make.unit(lund), make.employee(lund)
    with pytest.raises(NotAllowed):
        admin.add_unit(actor=other, tenant=lund, data=school())
    with pytest.raises(NotAllowed):
        admin.change_unit(actor=other, unit=unit, data=school())
    with pytest.raises(NotAllowed):
        admin.assign(actor=other, employee=employee, unit=unit, role="unit_leader", valid_from=TODAY)
    with pytest.raises(NotAllowed):
        admin.end_assignment(actor=other, assignment=Assignment.objects.first(), last_day=TODAY)


@pytest.mark.parametrize("role", ["caseworker", "system_coordinator", "office_leader", "unit_leader"])
def test_an_administrator_does_not_open_cases_to_themselves(lund: Municipality, role: str) -> None:
    own, office = make.employee(lund, "administrator"), make.unit(lund, Unit.Kind.OFFICE)
    with pytest.raises(InvalidInput) as error:
        admin.assign(actor=make.actor(own), employee=own, unit=office, role=role, valid_from=TODAY)
    assert list(error.value.fields) == ["role"]
    other = make.actor(make.employee(lund, "administrator"))
    assert admin.assign(actor=other, employee=own, unit=office, role=role, valid_from=TODAY)
