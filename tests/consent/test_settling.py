"""Where two parents must agree, one yes opens nothing: the coordinator waits for the other's."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.access.functions import can
from fellesplan.consent import queries, services
from fellesplan.consent.models import ChildsWish, Consent
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality, Person, Representation
from fellesplan.people.services import PersonData, add_representative
from tests import factories as make
from tests.consent.test_services import answer
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


@pytest.fixture
def child(lund: Municipality) -> Person:
    return make.person(lund, born=date(2022, 5, 14))


@pytest.fixture
def parents(child: Person) -> list[Person]:
    found = [make.parent_of(child), make.parent_of(child)]
    Representation.objects.filter(person=child).update(shared=True)
    return found


@pytest.fixture
def coordinator(child: Person) -> Any:
    who = make.actor(make.coordinator(child))
    Consent.objects.all().delete()
    return who


def _yes(parent: Person, child: Person, **values: Any) -> Consent:
    data = answer(child, **values)
    return services.give_digitally(actor=make.actor(parent), person=child, data=data)[0]


def test_the_plan_opens_to_the_coordinator_when_both_have_said_yes(
    child: Person, parents: list[Person], coordinator: Any
) -> None:
    plan = make.plan(child)
    first = _yes(parents[0], child)
    assert not can(coordinator, "plan.read", plan)
    _yes(parents[1], child)
    assert can(coordinator, "plan.read", plan)
    services.withdraw(actor=make.actor(parents[1]), consent=Consent.objects.exclude(pk=first.pk).get())
    assert not can(coordinator, "plan.read", plan)


def test_both_hold_only_as_long_as_the_shorter(
    child: Person, parents: list[Person], coordinator: Any
) -> None:
    plan = make.plan(child)
    _yes(parents[0], child, valid_to=TODAY + timedelta(days=3))
    _yes(parents[1], child)
    with clock.frozen(NOW + timedelta(days=3)):
        assert can(replace(coordinator, at=clock.now()), "plan.read", plan)
    with clock.frozen(NOW + timedelta(days=4)):
        assert not can(replace(coordinator, at=clock.now()), "plan.read", plan)
        assert not queries.status_for(child, "coordinator", clock.today()).is_live


def test_what_both_signed_together_opens_at_once_and_one_alone_with_a_reason(
    lund: Municipality, child: Person, parents: list[Person], coordinator: Any
) -> None:
    plan, clerk = make.plan(child), make.actor(make.employee(lund, "caseworker"))
    alone = answer(child, capacity="3", given_by=parents[0], given_by_name=parents[0].full_name)
    services.register(actor=clerk, person=child, data=alone)
    assert not can(coordinator, "plan.read", plan)
    services.register(
        actor=clerk, person=child, data=answer(child, capacity="4", given_by_name="Anne og Arne")
    )
    assert can(coordinator, "plan.read", plan)


def test_a_second_parent_who_is_registered_later_must_be_asked_too(
    lund: Municipality, child: Person, coordinator: Any
) -> None:
    plan, clerk = make.plan(child), make.actor(make.employee(lund, "caseworker"))
    _yes(make.parent_of(child), child)
    assert can(coordinator, "plan.read", plan)
    other = PersonData(given_name="Arne", family_name="Annen")
    add_representative(actor=clerk, person=child, data=other, kind="parent", shared=True)
    assert not can(coordinator, "plan.read", plan)


@pytest.mark.parametrize(("born", "takes_back"), [(date(2010, 11, 25), False), (date(2010, 11, 24), True)])
def test_a_child_under_16_hands_its_wish_over_instead_of_taking_back_what_the_parents_said(
    lund: Municipality, born: date, *, takes_back: bool
) -> None:
    child, clerk = make.person(lund, born=born, login=True), make.actor(make.employee(lund, "caseworker"))
    row = make.consent(child)
    Consent.objects.filter(pk=row.pk).update(capacity="3")
    back = services.withdraw(actor=make.actor(child), consent=row)
    assert (back.withdrawn_at is not None) is takes_back
    services.withdraw(actor=make.actor(child), consent=row)
    assert ChildsWish.objects.count() == (0 if takes_back else 1)
    if not takes_back:
        wish = services.answer_wish(actor=clerk, wish=ChildsWish.objects.get(), answer="Vi venter til jul.")
        assert wish.answered_at is not None


def test_what_the_child_said_yes_to_alone_the_child_takes_back(lund: Municipality) -> None:
    child = make.person(lund, born=date(2013, 5, 14), login=True)
    row = services.withdraw(actor=make.actor(child), consent=make.consent(child))
    assert row.withdrawn_at is not None


def test_a_child_cannot_close_the_share_of_the_parents_but_is_heard(lund: Municipality) -> None:
    child, school = make.person(lund, born=date(2013, 5, 14), login=True), make.unit(lund)
    row = make.share(child, school)
    Consent.objects.filter(pk=row.pk).update(capacity="3")
    assert services.withdraw_share(actor=make.actor(child), person=child, unit=school) == 0
    assert queries.shares_for(child, TODAY)
    assert ChildsWish.objects.get().whom == school.name


def test_the_no_of_a_child_does_not_close_what_both_parents_said_yes_to(lund: Municipality) -> None:
    child = make.person(lund, born=date(2013, 5, 14), login=True)
    row = make.consent(child)
    Consent.objects.filter(pk=row.pk).update(capacity="4", given_by_name="Anne og Arne")
    services.give_digitally(actor=make.actor(child), person=child, data=answer(child, answer="refused"))
    row.refresh_from_db()
    assert row.withdrawn_at is None
    assert ChildsWish.objects.count() == 1
