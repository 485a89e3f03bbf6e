"""Acting for somebody ends on the day the law says, and being next of kin alone opens nothing."""

from datetime import UTC, date, datetime

import pytest

from fellesplan.access.functions import can
from fellesplan.consent.queries import acting
from fellesplan.kernel import clock
from fellesplan.meetings.covering import candidates
from fellesplan.people.models import Municipality, Person, Representation
from fellesplan.plans.queries import plan_view
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
LEAP = date(2012, 2, 29)


def sees(parent: Person, child: Person, day: date) -> bool:
    with clock.frozen(datetime(day.year, day.month, day.day, 11, tzinfo=UTC)):
        return can(make.actor(parent), "person.read", child)


@pytest.mark.parametrize(
    ("born", "day", "expected"),
    [
        (date(2010, 11, 25), date(2026, 11, 24), True),
        (date(2010, 11, 24), date(2026, 11, 24), False),
        (LEAP, date(2028, 2, 28), True),
        (LEAP, date(2028, 2, 29), False),
    ],
)
def test_a_parent_acts_to_the_day_before_sixteen(
    lund: Municipality, born: date, day: date, expected: bool
) -> None:
    child = make.person(lund, born=born)
    assert sees(make.parent_of(child), child, day) is expected


def test_the_birthday_begins_at_midnight_in_norway(lund: Municipality) -> None:
    child = make.person(lund, born=date(2010, 11, 25))
    parent = make.parent_of(child)
    for moment, expected in (((22, 59), True), ((23, 0), False)):
        with clock.frozen(datetime(2026, 11, 24, *moment, tzinfo=UTC)):
            assert can(make.actor(parent), "person.read", child) is expected


def test_a_guardian_acts_on_after_eighteen(lund: Municipality) -> None:
    adult, guardian = make.person(lund), make.person(lund, login=True)
    _acts(adult, guardian, "guardian", Representation.Matter.HEALTH)
    assert can(make.actor(guardian), "plan.read", make.plan(adult))


def test_a_guardian_whose_mandate_does_not_say_so_sees_nothing(lund: Municipality) -> None:
    adult, guardian = make.person(lund), make.person(lund, login=True)
    _acts(adult, guardian, "guardian")
    assert not can(make.actor(guardian), "plan.read", make.plan(adult))


def test_next_of_kin_sees_nothing_without_a_share(lund: Municipality) -> None:
    adult, sister = make.person(lund), make.person(lund, login=True)
    _acts(adult, sister, "next_of_kin")
    assert not can(make.actor(sister), "plan.read", make.plan(adult))
    assert not can(make.actor(sister), "consent.give", adult)


def test_a_parent_is_no_longer_family_in_plan_and_meetings_from_sixteen(lund: Municipality) -> None:
    youth = make.person(lund, born=date(2010, 11, 24), login=True)
    parent, plan = make.parent_of(youth), make.plan(youth)
    assert not acting(youth, clock.today()).exists()
    assert plan_view(make.actor(youth), plan.pk).family == ()
    called = candidates(youth, caller=None, days=(clock.today(),))
    assert parent.pk not in {one.key for one in called}


def test_a_parent_is_not_called_to_a_meeting_after_the_birthday(lund: Municipality) -> None:
    child = make.person(lund, born=date(2010, 11, 26))
    parent = make.parent_of(child)
    for day, called in ((date(2026, 11, 25), True), (date(2026, 11, 26), False)):
        found = candidates(child, caller=None, days=(clock.today(), day))
        assert (parent.pk in {one.key for one in found}) is called


def _acts(person: Person, who: Person, kind: str, *matters: str) -> None:
    Representation.objects.create(
        municipality=person.municipality, person=person, representative=who, kind=kind,
        valid_from=clock.today(), matters=list(matters),
    )  # fmt: skip
