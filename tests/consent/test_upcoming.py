"""What is coming is told in time, once, and no longer than it holds."""

from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.access import tenancy
from fellesplan.cases.facts import facts_of
from fellesplan.cases.rules import next_step
from fellesplan.consent import jobs, services
from fellesplan.consent.facts import Purpose
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent, ConsentWarning
from fellesplan.consent.upcoming import Ahead, Ending, Given, Kind, upcoming
from fellesplan.consent.verdicts import Role
from fellesplan.consent.warnings import warnings
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()
LAW = consent_law(TODAY)
BORN = date(2011, 2, 14)
"""Turns 16 on 14 February 2027, 18 on 14 February 2029."""


def ahead(**values: Any) -> Ahead:
    return Ahead(birth_date=values.pop("birth_date", BORN), months=6, **values)


@pytest.mark.parametrize(
    ("purpose", "role", "on", "kinds"),
    [
        ("plan", Role.PARENTS, date(2026, 8, 13), []),
        ("plan", Role.PARENTS, date(2026, 8, 14), [Kind.BIRTHDAY]),
        ("plan", Role.PARENTS, date(2027, 2, 13), [Kind.BIRTHDAY]),
        ("plan", Role.PARENTS, date(2027, 2, 14), []),
        ("plan", Role.PERSON, date(2026, 12, 1), []),
        ("child_coordinator", Role.PARENT, date(2026, 12, 1), []),
        ("child_coordinator", Role.PARENT, date(2028, 8, 14), [Kind.BIRTHDAY]),
        ("child_coordinator", Role.PARENT, date(2029, 2, 14), []),
    ],
)
def test_birthdays(purpose: str, role: Role, on: date, kinds: list[Kind]) -> None:
    given = Given(purpose=Purpose(purpose), role=role)
    assert [one.kind for one in upcoming(ahead(given=(given,)), LAW, on)] == kinds


@pytest.mark.parametrize(("days", "told"), [(-1, False), (0, True), (30, True), (31, False)])
def test_ends_are_told_thirty_days_ahead(days: int, *, told: bool) -> None:
    day = TODAY + timedelta(days=days)
    things = {
        Kind.CONSENT: ahead(given=(Given(purpose=Purpose.PLAN, role=Role.PERSON, valid_to=day),)),
        Kind.SHARE: ahead(shares=(Ending(name="Skolen", last_day=day),)),
        Kind.CAPACITY: ahead(capacity=(Ending(name="1", last_day=day),)),
    }
    for kind, facts in things.items():
        assert [one.kind for one in upcoming(facts, LAW, TODAY)] == ([kind] if told else [])


def test_what_a_child_has_said_stands_first() -> None:
    facts = ahead(
        given=(Given(purpose=Purpose.PLAN, role=Role.PARENTS),), wishes=(Ending(name="1", last_day=TODAY),)
    )
    assert [one.kind for one in upcoming(facts, LAW, TODAY)] == [Kind.WISH, Kind.BIRTHDAY]


def test_the_round_raises_once_and_the_case_tells_it(lund: Municipality) -> None:
    child = make.person(lund, born=BORN)
    make.parent_of(child)
    case = make.case(child, "active")
    row = make.consent(child, valid_to=date(2027, 2, 13))
    Consent.objects.filter(pk=row.pk).update(capacity="3")
    assert jobs.daily() == 1
    assert jobs.daily() == 0
    tenancy.use(lund.pk)
    assert [one.kind for one in warnings(child, TODAY)] == [Kind.BIRTHDAY]
    coming = facts_of(case).coming
    assert coming is not None
    assert coming.due == date(2027, 2, 14)


def test_the_wish_of_a_child_is_the_next_step_until_somebody_has_talked_with_it(lund: Municipality) -> None:
    child = make.person(lund, born=date(2013, 5, 14), login=True)
    make.parent_of(child)
    case, clerk = make.case(child, "active"), make.actor(make.employee(lund, "caseworker"))
    row = make.consent(child)
    Consent.objects.filter(pk=row.pk).update(capacity="3")
    services.withdraw(actor=make.actor(child), consent=row)
    case.refresh_from_db()
    assert case.next_step == "consent_coming"
    assert next_step(facts_of(case), TODAY).due == TODAY
    services.answer_wish(actor=clerk, wish=child.consent_wishes.get(), answer="Vi venter.")
    case.refresh_from_db()
    assert case.next_step != "consent_coming"


def test_what_is_over_is_told_no_longer(lund: Municipality) -> None:
    person = make.person(lund)
    make.consent(person, valid_to=TODAY + timedelta(days=5))
    jobs.daily()
    tenancy.use(lund.pk)
    assert ConsentWarning.objects.count() == 1
    with clock.frozen(NOW + timedelta(days=6)):
        assert warnings(person, clock.today()) == ()
