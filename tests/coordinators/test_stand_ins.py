"""Somebody stands in for a coordinator: the same access, from one day through another."""

from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.access.functions import can, visible
from fellesplan.coordinators.models import Appointment, StandIn
from fellesplan.coordinators.services import stand_ins
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Employee, Municipality, Person
from fellesplan.plans.models import Plan
from fellesplan.plans.queries import plan_view
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY, LAST = NOW.date(), NOW.date() + timedelta(days=7)


class Scene:
    """A person with a coordinator, a colleague who can step in, and the office."""

    def __init__(self, where: Municipality) -> None:
        self.owner: Person = make.person(where, login=True)
        self.unit = make.unit(where)
        self.lead = make.coordinator(self.owner, at=self.unit, name="Marit Skogmo")
        self.vikar = make.employee(where, at=self.unit, name="Ola Vik")
        self.office = make.actor(make.employee(where, "system_coordinator"))
        self.plan: Plan = make.plan(self.owner)
        self.row = Appointment.objects.get(employee=self.lead)

    def let(self, **values: Any) -> StandIn:
        asked = {"employee": self.vikar, "valid_from": TODAY, "valid_to": LAST, "reason": "Ferie"}
        return stand_ins.stand_in(actor=self.office, appointment=self.row, **(asked | values))

    def leads(self, who: Employee | None = None) -> bool:
        return can(make.actor(who or self.vikar), "plan.lead", self.plan)


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return Scene(lund)


def test_leads_the_plan_in_the_period_and_no_longer(scene: Scene) -> None:
    assert not scene.leads()
    scene.let(valid_from=TODAY + timedelta(days=1))
    assert not scene.leads()
    with clock.frozen(NOW + timedelta(days=7)):
        assert scene.leads()
        assert scene.leads(scene.lead)
    with clock.frozen(NOW + timedelta(days=8)):
        assert not scene.leads()


def test_the_consent_still_decides(scene: Scene) -> None:
    scene.let()
    scene.owner.consents.update(withdrawn_at=clock.now())
    assert not scene.leads()


def test_the_person_sees_who_and_until_when(scene: Scene) -> None:
    scene.let()
    lines = plan_view(make.actor(scene.owner), scene.plan.pk).coordinators
    assert [line.name for line in lines] == ["Marit Skogmo", "Ola Vik"]
    assert lines[1].kind.startswith("Vikar for Marit Skogmo til 1.12.2026")


def test_ended_at_once(scene: Scene) -> None:
    row = scene.let()
    stand_ins.end(actor=scene.office, stand_in=row)
    assert not scene.leads()
    assert len(plan_view(make.actor(scene.owner), scene.plan.pk).coordinators) == 1


def test_ends_with_the_work_at_the_unit(scene: Scene) -> None:
    scene.let()
    assert scene.leads()
    scene.vikar.assignments.update(valid_to=TODAY - timedelta(days=1))
    assert not scene.leads()


def test_twice_is_once_and_two_at_a_time_is_refused(scene: Scene) -> None:
    assert scene.let() == scene.let()
    other = make.employee(scene.owner.municipality, at=scene.unit)
    with pytest.raises(Refused):
        scene.let(employee=other)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"valid_from": date(2026, 11, 23)}, "valid_from"),
        ({"valid_to": date(2026, 11, 23)}, "valid_to"),
        ({"reason": ""}, "reason"),
        ({"employee": None}, "employee"),
    ],
)
def test_bad_input(scene: Scene, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        scene.let(**values)
    assert set(caught.value.fields) == {field}
    assert not StandIn.objects.exists()


def test_only_one_from_the_unit_and_not_the_coordinator(scene: Scene) -> None:
    for who in (scene.lead, make.employee(scene.owner.municipality)):
        with pytest.raises(InvalidInput):
            scene.let(employee=who)


def test_the_office_and_the_leader_decide_not_the_coordinator(scene: Scene, lund: Municipality) -> None:
    for who in (scene.lead, scene.vikar, make.employee(lund, "unit_leader")):
        with pytest.raises(NotAllowed):
            stand_ins.stand_in(
                actor=make.actor(who), appointment=scene.row, employee=scene.vikar, valid_from=TODAY,
                valid_to=LAST, reason="Ferie",
            )  # fmt: skip
    leader = make.actor(make.employee(lund, "unit_leader", at=scene.unit))
    assert visible(leader, "appointment.stand_in", Appointment).exists()
