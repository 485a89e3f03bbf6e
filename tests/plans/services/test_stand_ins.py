"""A stand-in has the same access for a period, and no longer."""

from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.access.functions import can, visible
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Employee
from fellesplan.plans import services
from fellesplan.plans.models import Goal, Measure, Participant
from fellesplan.plans.queries import plan_view
from tests import factories as make
from tests.fixtures import NOW
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY, LAST = NOW.date(), NOW.date() + timedelta(days=7)


@pytest.fixture
def part(world: World) -> Participant:
    return world.plan.participants.get(employee=world.teacher)


@pytest.fixture
def vikar(world: World) -> Employee:
    unit = world.teacher.assignments.get().unit
    return make.employee(world.owner.municipality, at=unit, name="Ola Vik")


def let(world: World, part: Participant, who: Employee | None, **values: Any) -> Participant:
    asked = {"valid_from": TODAY, "valid_to": LAST, "reason": "Permisjon"} | values
    return services.stand_in(actor=world.lead, participant=part, employee=who, **asked)


def sees(who: Employee) -> bool:
    return visible(make.actor(who), "goal.read", Goal).exists()


def test_sees_the_same_in_the_period_and_no_longer(world: World, part: Participant, vikar: Employee) -> None:
    measure = make.measure(make.goal(world.plan, "daytime"), responsible=part)
    make.goal(world.plan, "health")
    assert not sees(vikar)
    let(world, part, vikar, valid_from=TODAY + timedelta(days=1))
    assert not sees(vikar)
    with clock.frozen(NOW + timedelta(days=1)):
        assert visible(make.actor(vikar), "goal.read", Goal).count() == 1
        assert can(make.actor(vikar), "measure.report", measure)
    with clock.frozen(NOW + timedelta(days=7)):
        assert sees(vikar)
    with clock.frozen(NOW + timedelta(days=8)):
        assert not sees(vikar)
        assert not visible(make.actor(vikar), "measure.report", Measure).exists()


def test_is_told_as_stand_in_until_when(world: World, part: Participant, vikar: Employee) -> None:
    let(world, part, vikar)
    lines = plan_view(make.actor(world.owner), world.plan.pk).participants
    line = next(one for one in lines if one.name == "Ola Vik")
    assert (line.stands_in_for, line.until) == ("Tone Birkeland", LAST)


def test_sent_twice_there_is_one(world: World, part: Participant, vikar: Employee) -> None:
    assert let(world, part, vikar) == let(world, part, vikar)


def test_ended_by_the_coordinator_at_once(world: World, part: Participant, vikar: Employee) -> None:
    make.goal(world.plan, "daytime")
    row = let(world, part, vikar)
    assert sees(vikar)
    services.end_participation(actor=world.lead, participant=row)
    assert not sees(vikar)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"valid_from": date(2026, 11, 23)}, "valid_from"),
        ({"valid_to": date(2026, 11, 23)}, "valid_to"),
        ({"reason": " "}, "reason"),
    ],
)
def test_bad_input(
    world: World, part: Participant, vikar: Employee, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        let(world, part, vikar, **values)
    assert set(caught.value.fields) == {field}
    assert not part.stand_ins.exists()


def test_only_a_colleague_at_the_same_place(world: World, part: Participant) -> None:
    stranger = make.employee(world.owner.municipality, at=make.unit(world.owner.municipality))
    for who in (stranger, world.teacher, None):
        with pytest.raises(InvalidInput):
            let(world, part, who)


def test_a_stand_in_has_no_stand_in_and_a_private_person_none(
    world: World, part: Participant, vikar: Employee
) -> None:
    row = let(world, part, vikar)
    uncle = make.participant(world.plan, make.person(world.owner.municipality), role="Onkel")
    for one in (row, uncle):
        with pytest.raises(Refused):
            let(world, one, vikar)


def test_only_the_coordinator_decides(world: World, part: Participant, vikar: Employee) -> None:
    with pytest.raises(NotAllowed):
        services.stand_in(
            actor=make.actor(world.teacher), participant=part, employee=vikar, valid_from=TODAY,
            valid_to=LAST, reason="Ferie",
        )  # fmt: skip
