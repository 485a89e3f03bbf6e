"""The whole matrix against the database: every action x role x relation x state of consent x municipality.

What a role may see is worked out here from the matrix alone; the query-sets must say the same, for a list,
for one
object, and for a fetch. Missing and forbidden must look alike.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from uuid import uuid4

import pytest
from django.apps import apps

from fellesplan.access import audit, tenancy
from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, fetch, visible
from fellesplan.access.matrix import ACTIONS, MATRIX, MODEL_OF
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.access.world import PAIRS, ConsentState, Pair, World, build, pairs

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

ALWAYS = {"asked_about", "by_another", "not_anothers_copy", "not_shielded_or_mine", "not_withheld"}
"""In the world somebody has asked about the log, nobody is shielded, and nothing is kept from the parents."""
NEVER = {
    "area_given_to_me",
    "child_coordinator",
    "documents_given_to_me",
    "given_to_me",
    "health_area_open",
    "minutes_given_to_me",
    "own_family_wish",
}
"""In the world nothing is shared with the parents, and nothing is about health."""
BY_SHARE = {
    "area_shared_with",
    "contact_shared_with",
    "documents_shared_with",
    "minutes_shared_with",
    "shared_with",
}
"""What the world shares with others than the nurse, who sees by law."""
NOT_ABOUT_A_PERSON = {"people.Municipality", "people.Unit", "people.Employee"}


BY_AGE: dict[str, tuple[date | None, frozenset[Pair]]] = {
    "not born": (None, pairs("parent")),
    "six": (date(2020, 11, 24), pairs("parent")),
    "twelve": (date(2014, 11, 24), pairs("parent")),
    "sixteen tomorrow": (date(2010, 11, 25), pairs("parent")),
    "sixteen today": (date(2010, 11, 24), frozenset({("representative", "parent_of_minor")})),
    "eighteen tomorrow": (date(2008, 11, 25), frozenset({("representative", "parent_of_minor")})),
    "eighteen today": (date(2008, 11, 24), frozenset()),
    "eighty": (date(1946, 11, 24), frozenset()),
}
"""When the owner of the plan is born, and where a parent stands then (pbrl §§ 3-4 and 4-3)."""


def _expected(
    kind: str, action: str, state: ConsentState, *, issued: bool, stands: frozenset[Pair] | None = None
) -> bool:
    """Work out from the matrix whether a kind of actor may do the action with the world's object."""
    relations = pairs(kind) if stands is None else stands

    def holds(condition: str) -> bool:
        if condition in ALWAYS:
            return True
        if condition in NEVER or (kind == "nurse" and condition in BY_SHARE):
            return False
        return issued if condition == "issued" else state is ConsentState.LIVE

    return any(
        (grant.role, grant.relation) in relations and all(holds(c) for c in grant.conditions)
        for grant in MATRIX
        if grant.action == action
    )


def _fetched(actor: Actor, action: str, label: str, pk: object) -> bool:
    try:
        fetch(actor, action, apps.get_model(label), pk)  # type: ignore[arg-type]
    except NotFound:
        return False
    return True


@pytest.fixture(autouse=True)
def _log_written_together(lund: Municipality) -> Iterator[None]:
    with audit.buffered():
        yield


@pytest.mark.parametrize("state", ConsentState)
def test_what_is_seen_is_what_the_matrix_says(lund: Municipality, state: ConsentState) -> None:
    assert _differences(build(lund, state), state, ACTIONS, issued=True) == []


def test_a_decision_is_seen_by_the_person_only_when_issued(lund: Municipality) -> None:
    world = build(lund, ConsentState.LIVE, issued=False)
    assert _differences(world, ConsentState.LIVE, ("decision.read",), issued=False) == []


@pytest.mark.parametrize("age", BY_AGE)
@pytest.mark.parametrize("state", [ConsentState.LIVE, ConsentState.WITHDRAWN])
def test_what_parents_see_follows_the_age(lund: Municipality, age: str, state: ConsentState) -> None:
    born, stands = BY_AGE[age]
    world = build(lund, state, born=born)
    for kind, relations in (("parent", stands), ("owner", None), ("participant", None)):
        actor = world.actors[kind]
        for action in ACTIONS:
            obj = world.objects[MODEL_OF[action]]
            expected = _expected(kind, action, state, issued=True, stands=relations)
            assert can(actor, action, obj) is expected, (kind, action)
            listed = set(visible(actor, action, type(obj)).values_list("pk", flat=True))
            assert (obj.pk in listed) is expected, (kind, action)


def _differences(world: World, state: ConsentState, actions: Iterable[str], *, issued: bool) -> list[object]:
    """Return where list, object and fetch do not all say what the matrix says."""
    wrong: list[object] = []
    for action, (kind, actor) in product(actions, world.actors.items()):
        obj = world.objects[MODEL_OF[action]]
        listed = obj.pk in set(visible(actor, action, type(obj)).values_list("pk", flat=True))
        found = {listed, can(actor, action, obj), _fetched(actor, action, MODEL_OF[action], obj.pk)}
        if found != {_expected(kind, action, state, issued=issued)}:
            wrong.append((kind, action, found))
    return wrong


@pytest.mark.parametrize("kind", PAIRS)
def test_another_persons_things_stay_closed_to_all_but_the_office(lund: Municipality, kind: str) -> None:
    world, other = build(lund, ConsentState.LIVE), build(lund, ConsentState.LIVE)
    for action in ACTIONS:
        if MODEL_OF[action] in NOT_ABOUT_A_PERSON:
            continue
        obj = other.objects[MODEL_OF[action]]
        expected = any(
            grant.relation == "in_municipality" and (grant.role, grant.relation) in pairs(kind)
            for grant in MATRIX
            if grant.action == action
        )
        assert can(world.actors[kind], action, obj) is expected, action


@pytest.mark.parametrize("kind", PAIRS)
def test_nothing_in_another_municipality_is_ever_seen(lund: Municipality, kind: str) -> None:
    world = build(lund, ConsentState.LIVE)
    molde = make.municipality("molde")
    tenancy.use(molde.id)
    other = build(molde, ConsentState.LIVE)
    tenancy.use(lund.id)
    for action in ACTIONS:
        obj = other.objects[MODEL_OF[action]]
        assert not can(world.actors[kind], action, obj), action
        assert not _fetched(world.actors[kind], action, MODEL_OF[action], obj.pk), action


def test_missing_is_answered_like_forbidden(lund: Municipality) -> None:
    world = build(lund, ConsentState.NONE)
    for action in ACTIONS:
        label = MODEL_OF[action]
        assert not _fetched(world.actors["outsider"], action, label, uuid4())


def test_the_world_has_one_of_everything(lund: Municipality) -> None:
    world: World = build(lund, ConsentState.LIVE)
    assert set(MODEL_OF.values()) <= set(world.objects)
    assert set(PAIRS) == set(world.actors)
