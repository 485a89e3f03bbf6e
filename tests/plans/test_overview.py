"""A coordinator's day, the plans others share, and finding somebody to invite."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.coordinators.models import Appointment
from fellesplan.plans import services
from fellesplan.plans.lookup import find_colleagues
from fellesplan.plans.overview import shared_plans, today
from fellesplan.plans.services import GoalData
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_my_persons_with_what_is_in_their_plans(world: World) -> None:
    make.measure(make.goal(world.plan, "leisure"), state="not_working")
    services.add_goal(
        actor=make.actor(world.owner), plan=world.plan, data=GoalData(area="health", title="Jeg vil sove")
    )
    day = today(world.lead)
    one = day.persons[0]
    assert (one.name, one.goals, len(one.measures)) == (world.owner.full_name, 2, 1)
    assert [(n.first_name, str(n.text)) for n in day.news] == [("Emil", "Nytt mål: Jeg vil sove")]


def test_number_of_queries_does_not_depend_on_the_number_of_persons(world: World) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            today(make.actor(world.coordinator))
        return len(caught)

    few = queries()
    for _ in range(5):
        other = make.person(world.owner.municipality)
        Appointment.objects.create(
            municipality=other.municipality, person=other, case=make.case(other, "active"),
            kind="coordinator", employee=world.coordinator, unit=world.coordinator.assignments.get().unit,
            valid_from=date(2026, 1, 1),
        )  # fmt: skip
        make.consent(other, valid_to=date(2026, 12, 1))
        make.measure(make.goal(make.plan(other), "leisure"))
    assert queries() == few


def test_without_consent_the_person_is_only_counted(world: World) -> None:
    world.owner.consents.update(withdrawn_at=world.lead.at)
    day = today(world.lead)
    assert (day.persons, day.closed) == ((), 1)


def test_shared_plans_and_those_that_wait_for_consent(world: World) -> None:
    other = make.plan(make.person(world.owner.municipality))
    make.participant(other, world.teacher)
    plans, waiting = shared_plans(make.actor(world.teacher))
    assert [plan.name for plan in plans] == [world.owner.full_name]
    assert waiting == 1


def test_lookup_is_small_and_needs_two_letters(world: World) -> None:
    for n in range(12):
        make.employee(world.owner.municipality, at=world.teacher.assignments.get().unit, name=f"Lærer {n}")
    assert find_colleagues(world.lead, "l") == ()
    assert len(find_colleagues(world.lead, "storgata")) == 8
    found = find_colleagues(world.lead, "tone storg")
    assert [(one.name, one.unit) for one in found] == [("Tone Birkeland", "Storgata skole")]
    assert find_colleagues(make.actor(world.owner), "tone") == ()
