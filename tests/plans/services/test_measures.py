"""Measures: add, change, report, take out and bring back."""

from datetime import date

import pytest

from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.plans import services
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import Goal
from fellesplan.plans.services import MeasureData
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def goal(world: World) -> Goal:
    return make.goal(world.plan, "daytime")


def test_add_with_a_responsible_participant(world: World, goal: Goal) -> None:
    teacher = world.plan.participants.get(employee=world.teacher)
    data = MeasureData(title="Voksen ute", responsible=teacher, amount="Hver dag", due_on=date(2027, 6, 1))
    measure = services.add_measure(actor=world.lead, goal=goal, data=data)
    assert (measure.responsible, measure.state, measure.amount) == (teacher, "planned", "Hver dag")
    assert world.plan.versions.last() is not None


def test_the_coordinator_takes_part_when_answering_for_a_measure(world: World, goal: Goal) -> None:
    data = MeasureData(title="Ringe NAV", responsible=world.coordinator)
    measure = services.add_measure(actor=world.lead, goal=goal, data=data)
    assert measure.responsible is not None
    assert (measure.responsible.employee, measure.responsible.role) == (world.coordinator, "Koordinator")


def test_responsible_must_take_part_in_this_plan(world: World, goal: Goal) -> None:
    stranger = make.participant(make.plan(make.person(world.owner.municipality)), world.teacher)
    for who in (stranger, make.employee(world.owner.municipality)):
        with pytest.raises(InvalidInput):
            services.add_measure(actor=world.lead, goal=goal, data=MeasureData(title="Noe", responsible=who))


def test_dates_and_title_are_checked(world: World, goal: Goal) -> None:
    backwards = MeasureData(title="Noe", starts_on=date(2027, 2, 1), due_on=date(2027, 1, 1))
    for data in (MeasureData(title=""), backwards):
        with pytest.raises(InvalidInput):
            services.add_measure(actor=world.lead, goal=goal, data=data)


def test_stale_version_keeps_both(world: World, goal: Goal) -> None:
    measure = make.measure(goal)
    services.update_measure(
        actor=world.lead, measure=measure, data=MeasureData(title="Øve på bussen"), version=1
    )
    with pytest.raises(EditConflict) as caught:
        services.update_measure(
            actor=world.lead, measure=measure, data=MeasureData(title="Ta trikken"), version=1
        )
    assert [(e.mine, e.theirs) for e in caught.value.edits] == [("Ta trikken", "Øve på bussen")]


def test_responsible_participant_reports(world: World, goal: Goal) -> None:
    measure = make.measure(goal, responsible=world.plan.participants.get(employee=world.teacher))
    actor = make.actor(world.teacher)
    services.report_measure(actor=actor, measure=measure, event="not_working", note="Ingen kom.")
    services.report_measure(actor=actor, measure=measure, event="not_working", note="Ingen kom i dag heller.")
    done = services.report_measure(actor=actor, measure=measure, event="done", note="Nå er det i orden.")
    assert (done.state, done.done_on) == ("done", date(2026, 11, 24))
    notes = list(measure.history.order_by("at", "id").values_list("note", flat=True))
    assert notes == ["Ingen kom.", "Ingen kom i dag heller.", "Nå er det i orden."]


def test_only_the_responsible_participant_reports(world: World, goal: Goal) -> None:
    measure = make.measure(goal)
    with pytest.raises(NotAllowed):
        services.report_measure(actor=make.actor(world.teacher), measure=measure, event="done")


def test_not_working_needs_a_word_of_why(world: World, goal: Goal) -> None:
    with pytest.raises(InvalidInput):
        services.report_measure(actor=world.lead, measure=make.measure(goal), event="not_working")


def test_archive_and_restore(world: World, goal: Goal) -> None:
    measure = make.measure(goal)
    assert services.archive_measure(actor=world.lead, measure=measure).archived_at
    assert services.restore_measure(actor=world.lead, measure=measure).archived_at is None


def test_an_ended_plan_is_closed_to_writing(world: World, goal: Goal) -> None:
    world.plan.state = "ended"
    world.plan.save()
    with pytest.raises(Refused):
        services.add_measure(actor=world.lead, goal=goal, data=MeasureData(title="Noe"))
