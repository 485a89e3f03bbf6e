"""SQL written for one actor is asked for another of the same shape, with the other's ids."""

from typing import Any
from uuid import UUID

import pytest
from django.db.models import QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.tenancy import use
from fellesplan.access.written import ask
from fellesplan.people.models import Municipality, Person
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def where() -> Municipality:
    found = make.municipality()
    use(found.pk)
    return found


def _named(actor: Actor, person: UUID) -> "QuerySet[Any, Any]":
    rows = Person.objects.filter(municipality_id=actor.municipality, pk=person)
    return rows.values_list("pk", "family_name")


def _nobody(actor: Actor) -> "QuerySet[Any, Any]":
    return Person.objects.filter(pk__in=[]).values_list("pk")


def test_each_gets_their_own_rows(where: Municipality) -> None:
    one = make.person(where)
    other = make.person(where)
    asked = make.actor(make.employee(where, "caseworker"))
    for person in (one, other, one):
        assert ask(_named, asked, person.pk) == [(person.pk, person.family_name)]


def test_a_query_that_can_have_no_rows_is_not_asked(where: Municipality) -> None:
    assert ask(_nobody, make.actor(make.employee(where, "caseworker"))) == []
