"""Strengt fortrolig adresse: who may open, in lists, as an object and by fetching, for every action."""

from collections.abc import Iterator

import pytest

from fellesplan.access import audit
from fellesplan.access.actor import Actor, Role
from fellesplan.access.functions import can, visible
from fellesplan.access.matrix import ACTIONS, MATRIX, MODEL_OF
from fellesplan.access.policy import subject_path
from fellesplan.people.models import Municipality, Person
from tests import factories as make
from tests.access.world import ConsentState, World, build

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
CONDITION = "not_shielded_or_mine"
CLOSED = tuple(action for action in ACTIONS if any(
    grant.action == action and CONDITION in grant.conditions for grant in MATRIX
))  # fmt: skip


@pytest.fixture(autouse=True)
def _log_written_together(lund: Municipality) -> Iterator[None]:
    with audit.buffered():
        yield


@pytest.fixture
def world(lund: Municipality) -> World:
    made = build(lund, ConsentState.LIVE)
    Person.objects.filter(pk=made.objects["people.Person"].pk).update(protection="strict")
    return made


def _open(world: World, actor: Actor) -> set[str]:
    """Return the actions that are open; a list and an object must say the same."""
    found = set()
    for action in (one for one in CLOSED if MODEL_OF[one] in world.objects):
        obj = world.objects[MODEL_OF[action]]
        listed = visible(actor, action, type(obj)).filter(pk=obj.pk).exists()
        assert listed is can(actor, action, obj), action
        found |= {action} if listed else set()
    return found


def _granted(world: World, role: Role) -> set[str]:
    rows = (grant for grant in MATRIX if grant.role is role and grant.relation == "in_municipality")
    return {row.action for row in rows if row.action in CLOSED and row.model in world.objects}


def test_every_row_that_lets_a_caseworker_see_a_person_has_the_condition() -> None:
    """A row added to the matrix without it would open the protected to the whole office."""
    about_persons = {label for label in MODEL_OF.values() if label not in NOT_ABOUT_PERSONS}
    lacking = [
        grant for grant in MATRIX
        if grant.role is Role.CASEWORKER and grant.relation == "in_municipality"
        and grant.model in about_persons and CONDITION not in grant.conditions
    ]  # fmt: skip
    assert lacking == []


NOT_ABOUT_PERSONS = {
    "people.Municipality", "people.Unit", "people.Employee", "coordinators.CoordinatorProfile",
}  # fmt: skip


def test_a_caseworker_who_has_not_the_case_sees_nothing(world: World) -> None:
    assert _open(world, world.actors["caseworker"]) == set()


def test_the_caseworker_of_the_case_sees_what_they_did(lund: Municipality, world: World) -> None:
    mine = make.employee(lund, "caseworker")
    case = world.objects["cases.Case"]
    type(case).objects.filter(pk=case.pk).update(caseworker=mine)  # type: ignore[attr-defined]
    assert _open(world, make.actor(mine)) == _granted(world, Role.CASEWORKER)


@pytest.mark.parametrize("role", ["system_coordinator", "office_leader"])
def test_those_who_lead_the_office_see_what_they_did(world: World, role: str) -> None:
    assert _open(world, world.actors[role]) == _granted(world, Role(role))


@pytest.mark.parametrize("kind", ["owner", "parent", "coordinator", "participant", "private_participant"])
def test_those_with_a_relation_see_what_they_did(world: World, kind: str) -> None:
    shielded = _open(world, world.actors[kind])
    Person.objects.update(protection="open")
    assert shielded == _open(world, world.actors[kind])
    assert shielded


def test_others_are_as_open_as_before(lund: Municipality, world: World) -> None:
    other = build(lund, ConsentState.LIVE)
    assert _open(other, world.actors["caseworker"]) == _granted(world, Role.CASEWORKER)


def test_lifting_the_protection_opens_at_once(world: World) -> None:
    caseworker = world.actors["caseworker"]
    assert _open(world, caseworker) == set()
    Person.objects.update(protection="confidential")
    assert _open(world, caseworker) == _granted(world, Role.CASEWORKER)


def test_every_closed_model_knows_whom_it_is_about() -> None:
    from django.apps import apps

    for action in CLOSED:
        model = apps.get_model(MODEL_OF[action])
        assert model._default_manager.values(subject_path(model)).query
