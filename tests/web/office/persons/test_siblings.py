"""Brothers and sisters share parents, and nothing else: each has their own case, plan and participants."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access.functions import can, visible
from fellesplan.people.models import Municipality, Person, Representation
from fellesplan.plans.models import Plan
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]


@pytest.fixture
def family(lund: Municipality) -> tuple[Person, Person, Person]:
    """Return two children and the parent they share."""
    one = make.person(lund, born=date(2016, 5, 5), given_name="Ada")
    other = make.person(lund, born=date(2018, 5, 5), given_name="Bo")
    parent = make.parent_of(one)
    Representation.objects.create(
        municipality=lund, person=other, representative=parent, kind="parent", valid_from=date(2018, 5, 5)
    )
    for child in (one, other):
        make.case(child, "active")
        make.plan(child)
    return one, other, parent


def test_the_parent_chooses_between_the_children(
    browser: Browser, lund: Municipality, family: tuple[Person, Person, Person]
) -> None:
    one, other, parent = family
    page = browser(parent).get(reverse("my", args=[lund.slug])).content.decode()
    for child in (one, other):
        assert reverse("my-plan", args=[lund.slug, child.pk]) in page
        assert browser(parent).get(reverse("my-plan", args=[lund.slug, child.pk])).status_code == 200


def test_who_takes_part_for_the_one_does_not_see_the_other(family: tuple[Person, Person, Person]) -> None:
    one, other, _parent = family
    teacher = make.employee(one.municipality, at=make.unit(one.municipality))
    make.participant(one.plans.get(), teacher)
    make.share(one, teacher.assignments.get().unit)
    coordinator = make.coordinator(one)
    for actor in (make.actor(teacher), make.actor(coordinator)):
        assert list(visible(actor, "plan.read", Plan)) == [one.plans.get()]
        assert not can(actor, "person.read", other)


def test_the_children_do_not_see_each_other(family: tuple[Person, Person, Person]) -> None:
    one, other, _parent = family
    one.account = make.account()
    one.save()
    assert not can(make.actor(one), "plan.read", other.plans.get())
