"""On the 16th birthday the parents' sight narrows to what the youth shares; at 18 it ends."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from fellesplan.access.functions import can
from fellesplan.consent import services
from fellesplan.coordinators.models import Appointment
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotAllowed, Refused
from fellesplan.people.models import Municipality, Representation
from tests import factories as make
from tests.consent.test_services import answer
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()
BEFORE = datetime(2026, 11, 23, 22, 59, tzinfo=UTC)
"""23.59 on the 23rd in Norway."""
AT_MIDNIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)


@pytest.fixture
def clerk(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "caseworker"))


def test_sight_narrows_at_midnight_norwegian_time(lund: Municipality) -> None:
    youth = make.person(lund, born=date(2010, 11, 24))
    parent, plan = make.parent_of(youth), make.plan(youth)
    with clock.frozen(BEFORE):
        assert can(make.actor(parent), "plan.read", plan)
    with clock.frozen(AT_MIDNIGHT):
        actor = make.actor(parent)
        assert not can(actor, "plan.read", plan)
        assert not can(actor, "person.read", youth)
        assert can(actor, "child.follow", youth)


def test_the_youth_gives_a_parent_an_area_and_takes_it_back(lund: Municipality) -> None:
    youth = make.person(lund, born=date(2010, 11, 24), login=True)
    parent, plan = make.parent_of(youth), make.plan(youth)
    health, leisure = make.goal(plan, "health"), make.goal(plan, "leisure")
    given = make.share(youth, parent, "leisure")
    actor = make.actor(parent)
    assert can(actor, "plan.read", plan)
    assert [can(actor, "goal.read", goal) for goal in (health, leisure)] == [False, True]
    assert not can(actor, "goal.write", leisure)
    services.withdraw(actor=make.actor(youth), consent=given)
    assert not can(actor, "plan.read", plan)


def test_what_is_shared_with_where_the_parent_works_is_not_the_parents(lund: Municipality) -> None:
    youth, school = make.person(lund, born=date(2010, 11, 24)), make.unit(lund)
    parent, goal = make.parent_of(youth), make.goal(make.plan(youth), "leisure")
    teacher = make.employee(lund, at=school)
    teacher.account = parent.account
    teacher.save()
    make.share(youth, school, "leisure")
    assert not can(make.actor(parent), "goal.read", goal)


def test_barnekoordinator_stays_the_parents_wish_until_18(lund: Municipality, clerk: Any) -> None:
    youth = make.person(lund, born=date(2008, 11, 25), login=True)
    parent = make.parent_of(youth)
    actor = make.actor(parent)
    wish = services.give_digitally(
        actor=actor, person=youth, data=answer(youth, purposes=("child_coordinator",))
    )[0]
    with pytest.raises(NotAllowed):
        services.give_digitally(actor=actor, person=youth, data=answer(youth, purposes=("plan",)))
    employee, case = make.employee(lund), make.case(youth, "active")
    appointments = [
        Appointment.objects.create(
            municipality=lund, person=youth, case=case, kind=kind, employee=employee,
            unit=employee.assignments.get().unit, valid_from=TODAY,
        )
        for kind in ("coordinator", "child_coordinator")
    ]  # fmt: skip
    assert [can(actor, "appointment.read", one) for one in appointments] == [False, True]
    assert can(actor, "consent.read", wish)
    assert wish.valid_to == date(2026, 11, 24)
    with clock.frozen(NOW.replace(day=25)):
        grown = make.actor(parent)
        assert not can(grown, "consent.read", wish)
        assert not can(grown, "child.follow", youth)
    services.withdraw(actor=actor, consent=wish)
    wish.refresh_from_db()
    assert wish.withdrawn_at is not None


def test_a_guardian_for_money_does_not_see_the_plan(lund: Municipality) -> None:
    person, guardian = make.person(lund), make.person(lund, login=True)
    plan = make.plan(person)
    row = Representation.objects.create(
        municipality=lund, person=person, representative=guardian, kind="guardian", valid_from=TODAY
    )
    for matters, sees in (([], False), (["economy"], False), (["economy", "health"], True)):
        row.matters = matters
        row.save()
        assert can(make.actor(guardian), "plan.read", plan) is sees


def test_an_expired_mandate_opens_nothing(lund: Municipality) -> None:
    person, friend = make.person(lund), make.person(lund, login=True)
    plan = make.plan(person)
    Representation.objects.create(
        municipality=lund, person=person, representative=friend, kind="proxy", valid_from=date(2026, 1, 1),
        valid_to=date(2026, 11, 23),
    )  # fmt: skip
    assert not can(make.actor(friend), "plan.read", plan)
    with pytest.raises((NotAllowed, Refused)):
        services.give_digitally(actor=make.actor(friend), person=person, data=answer(person))
