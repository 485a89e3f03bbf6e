"""A death: access ends at once, the office ends the case, and a mistake is undone."""

from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.access.functions import can
from fellesplan.cases.models import Case
from fellesplan.cases.services import closing, letters, progress
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Municipality, Person
from fellesplan.people.services import death
from fellesplan.plans.models import Plan
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = date(2026, 11, 24)


@pytest.fixture
def clerk(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "caseworker"))


@pytest.fixture
def child(lund: Municipality) -> Person:
    child = make.person(lund, born=date(2016, 5, 5))
    make.case(child, "active")
    make.plan(child)
    return child


def _actors(child: Person) -> dict[str, Any]:
    teacher = make.employee(child.municipality, at=make.unit(child.municipality))
    make.participant(child.plans.get(), teacher)
    make.share(child, teacher.assignments.get().unit)
    return {
        "parent": make.actor(make.parent_of(child)),
        "coordinator": make.actor(make.coordinator(child)),
        "participant": make.actor(teacher),
    }


def test_access_ends_at_once_and_comes_back_when_undone(child: Person, clerk: Any) -> None:
    actors, plan = _actors(child), child.plans.get()
    assert all(can(actor, "plan.read", plan) for actor in actors.values())
    death.register(actor=clerk, person=child, on=TODAY, source="Folkeregisteret")
    assert not any(can(actor, "plan.read", plan) for actor in actors.values())
    assert can(clerk, "case.read", child.cases.get())
    death.undo(actor=clerk, person=child, reason="Feil person")
    assert all(can(actor, "plan.read", plan) for actor in actors.values())


def test_the_next_step_is_to_end_the_case_and_all_ends_with_it(child: Person, clerk: Any) -> None:
    _actors(child)
    case = child.cases.get()
    with pytest.raises(InvalidInput):
        closing.close(actor=clerk, case=case, reason="deceased")
    death.register(actor=clerk, person=child, on=TODAY, source="Folkeregisteret")
    case = Case.objects.get(pk=case.pk)
    assert case.next_step == "deceased"
    closing.close(actor=clerk, case=case, reason="deceased")
    plan = Plan.objects.get(person=child)
    assert plan.state == "ended"
    assert plan.versions.exists()
    assert child.appointments.get().valid_to == TODAY


def test_meetings_ahead_are_cancelled_and_those_held_are_not(child: Person, clerk: Any) -> None:
    for hours in (-48, 48):
        at = clock.now() + timedelta(hours=hours)
        Meeting.objects.create(
            municipality=child.municipality, person=child, kind="x", starts_at=at,
            ends_at=at + timedelta(hours=1),
        )  # fmt: skip
    death.register(actor=clerk, person=child, on=TODAY, source="Folkeregisteret")
    states = Meeting.objects.order_by("starts_at").values_list("state", flat=True)
    assert list(states) == ["planned", "cancelled"]


def test_no_letter_is_sent_to_the_dead(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    case = make.case(person)
    death.register(actor=clerk, person=person, on=TODAY, source="Folkeregisteret")
    with pytest.raises(Refused, match="død"):
        letters.preliminary_reply(
            actor=clerk, case=Case.objects.get(pk=case.pk), reason="Venter", expected_on=date(2026, 12, 24)
        )


def test_undoing_finds_the_next_step_again(child: Person, clerk: Any) -> None:
    case = child.cases.get()
    before = progress.refresh(progress.lock(case)).key
    death.register(actor=clerk, person=child, on=TODAY, source="x")
    death.undo(actor=clerk, person=child, reason="Feil")
    assert Case.objects.get(pk=case.pk).next_step == before


@pytest.mark.parametrize(
    ("on", "source", "field"),
    [(date(2026, 11, 25), "x", "died_on"), (date(2016, 5, 4), "x", "died_on"), (TODAY, " ", "source")],
)
def test_bad_input_names_the_field(child: Person, clerk: Any, on: date, source: str, field: str) -> None:
    with pytest.raises(InvalidInput) as wrong:
        death.register(actor=clerk, person=child, on=on, source=source)
    assert list(wrong.value.fields) == [field]
    child.refresh_from_db()
    assert child.deceased_on is None
