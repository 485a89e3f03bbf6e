"""The register is kept by the system coordinator; candidates stand in order with reasons."""

from datetime import date
from typing import Any

import pytest

from fellesplan.coordinators import candidates, overview
from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.coordinators.services import register
from fellesplan.coordinators.services.register import CoordinatorData
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.people.models import Employee, Municipality, Unit
from fellesplan.procedures.loader import load
from tests import factories as make
from tests.coordinators.test_appointments import follow
from tests.coordinators.world import world
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


@pytest.fixture
def keeper(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "system_coordinator"))


def profile(who: Employee, **values: Any) -> CoordinatorProfile:
    unit = who.assignments.get().unit
    return CoordinatorProfile.objects.create(municipality=who.municipality, employee=who, unit=unit, **values)


def test_added_once_and_changed(lund: Municipality, keeper: Any) -> None:
    unit = make.unit(lund)
    who = make.employee(lund, at=unit)
    data = CoordinatorData(languages="Norsk, arabisk", max_persons=4)
    row = register.add(actor=keeper, tenant=lund, employee=who, unit=unit, data=data)
    assert register.add(actor=keeper, tenant=lund, employee=who, unit=unit, data=data) == row
    row = register.update(
        actor=keeper, profile=row, data=CoordinatorData(trained_on=date(2026, 3, 2), active=False)
    )
    assert (row.trained_on, row.active, row.max_persons) == (date(2026, 3, 2), False, None)


def test_only_those_who_work_there_are_added(lund: Municipality, keeper: Any) -> None:
    with pytest.raises(InvalidInput):
        register.add(
            actor=keeper, tenant=lund, employee=make.employee(lund), unit=make.unit(lund),
            data=CoordinatorData(),
        )  # fmt: skip


def test_training_cannot_lie_ahead(lund: Municipality, keeper: Any) -> None:
    row = profile(make.employee(lund, at=make.unit(lund)))
    with pytest.raises(InvalidInput) as error:
        register.update(actor=keeper, profile=row, data=CoordinatorData(trained_on=date(2026, 11, 25)))
    assert list(error.value.fields) == ["trained_on"]


@pytest.mark.parametrize("role", ["caseworker", "office_leader", "unit_leader", "administrator"])
def test_others_may_not_change_the_register(lund: Municipality, role: str) -> None:
    row = profile(make.employee(lund, at=make.unit(lund)))
    with pytest.raises(NotAllowed):
        register.update(actor=make.actor(make.employee(lund, role)), profile=row, data=CoordinatorData())


def test_numbers_and_filters_of_the_register(lund: Municipality, keeper: Any) -> None:
    unit = make.unit(lund)
    people = [make.employee(lund, at=unit) for _ in range(3)]
    rows = [profile(who, languages="norsk") for who in people]
    CoordinatorProfile.objects.filter(pk=rows[0].pk).update(trained_on=TODAY, languages="Norsk, dari")
    follow(people[0], 6)
    follow(people[1], 2)
    found = overview.register(keeper, TODAY)
    totals = overview.totals(found, 5)
    assert (totals.coordinators, totals.persons, totals.over, totals.untrained, totals.with_room) == (
        3, 8, 1, 2, 2,
    )  # fmt: skip
    assert totals.loads == ((0, 1), (1, 0), (2, 1), (3, 0), (4, 0), (5, 0), (6, 1))
    over = overview.filtered(found, overview.Filter(who="over"), 5)
    assert [row.pk for row in over] == [rows[0].pk]
    assert overview.filtered(found, overview.Filter(room=True), 5).count() == 2
    assert overview.filtered(found, overview.Filter(who="untrained", language="norsk"), 5).count() == 2
    assert overview.languages_in(found) == ["dari", "norsk"]
    assert overview.units_in(found) == [(str(unit.pk), unit.name)]


def test_training_is_due_within_the_municipalitys_months(lund: Municipality) -> None:
    row = profile(make.employee(lund, at=make.unit(lund)), training_reported_on=date(2026, 5, 20))
    due = overview.training_due(row, load("alesund", TODAY))
    assert due is not None
    assert due.date == date(2026, 11, 20)
    assert overview.training_due(row, load("nasjonal", TODAY)) is None


@pytest.mark.parametrize(
    ("born", "daily", "heavy", "kinds"),
    [
        (date(2025, 1, 1), None, False, ("health_station",)),
        (date(2025, 1, 1), None, True, ("disability", "health_station")),
        (date(2022, 1, 1), "kindergarten", False, ("kindergarten",)),
        (date(2015, 1, 1), "school", False, ("school",)),
        (
            date(1980, 1, 1), None, False,
            ("home_care", "disability", "rehabilitation", "mental_health", "housing"),
        ),
    ],
)  # fmt: skip
def test_moldes_table_tells_which_units_to_ask(
    lund: Municipality, born: date, daily: str | None, heavy: bool, kinds: tuple[str, ...]
) -> None:
    person = make.person(lund, born=born, daily_unit=make.unit(lund, daily) if daily else None)
    found = candidates.unit_kinds(load("molde", TODAY), person, "coordinator", TODAY, heavy=heavy)
    assert found == kinds


def test_units_that_serve_the_person_come_first(lund: Municipality) -> None:
    w = world(lund)
    school = make.unit(lund, "school", name="Storgata skole")
    make.unit(lund, "school", name="Nedlagt skole", active=False)
    w.person.daily_unit = school
    found = candidates.units_to_ask(w.office, ("home_care",), candidates.serving_units(w.case))
    assert [(each.unit.name, each.serves) for each in found] == [
        ("Storgata skole", True), ("Hjemmetjenesten", False),
    ]  # fmt: skip


def test_candidates_stand_in_order_with_reasons(lund: Municipality) -> None:
    w = world(lund, interpreter="arabisk")
    school = make.unit(lund, Unit.Kind.SCHOOL)
    wished = make.employee(lund, at=school, name="Ove Tangen")
    busy = make.employee(lund, at=w.unit, name="Randi Kvåle")
    profile(wished)
    profile(w.named, trained_on=TODAY, languages="Norsk, Arabisk")
    profile(busy, trained_on=TODAY)
    profile(make.employee(lund, at=w.unit), active=False)
    follow(busy, 5)
    found = candidates.candidates(
        w.office, w.case, load("lund", TODAY), TODAY, kinds=("home_care",), wished="Ove Tangen", serving=set()
    )
    assert [each.name for each in found] == ["Ove Tangen", "Marit Skogmo", "Randi Kvåle"]
    assert [str(reason.text) for reason in found[1].ranked.reasons] == [
        "Arbeider der det passer for livsfasen.",
        "Har ledig plass og følger ingen nå.",
        "Har fått opplæring.",
        "Snakker arabisk.",
    ]
    assert "Kommunen anbefaler høyst 5" in str(found[2].ranked.warnings[0].text)
