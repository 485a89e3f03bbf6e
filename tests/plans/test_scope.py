"""The short way in gives what `access.visible` gives, for everybody."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db.models import Model

from fellesplan.access.actor import Actor
from fellesplan.access.functions import look, visible
from fellesplan.kernel.errors import NotFound
from fellesplan.plans.models import AreaNote, Goal, Measure, Participant, Plan
from fellesplan.plans.scope import Scope, scope_of
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

READS: tuple[tuple[str, type[Model], str], ...] = (
    ("area.read", AreaNote, "plan"),
    ("goal.read", Goal, "plan"),
    ("measure.read", Measure, "goal__plan"),
    ("participant.read", Participant, "plan"),
)
RIGHTS = {"write": "plan.write", "lead": "plan.lead", "approve": "plan.approve"}


def _everybody(world: World) -> Iterator[Actor]:
    where = world.owner.municipality
    yield make.actor(world.owner)
    yield world.lead
    yield make.actor(world.teacher)
    friend = make.person(where, login=True)
    make.participant(world.plan, friend)
    make.share(world.owner, friend, "leisure", "health")
    yield make.actor(friend)
    both = make.coordinator(make.person(where), name="Begge deler")
    make.participant(world.plan, both)
    make.share(world.owner, both.assignments.get().unit, "daytime")
    yield make.actor(both)
    ended = make.employee(where, at=make.unit(where))
    make.participant(world.plan, ended, valid_to=date(2026, 12, 1), ended_at=world.lead.at)
    yield make.actor(ended)
    yield make.actor(make.employee(where, "caseworker"))


def _let_in(actor: Actor, plan: Plan) -> Scope:
    ground, _ = look(actor, "plan.read", Plan, plan.pk, ("pk",))
    return scope_of(actor, ground, plan=plan.pk, person=plan.person_id)


def _scope(actor: Actor, world: World) -> Scope | None:
    try:
        return _let_in(actor, world.plan)
    except NotFound:
        return None


def test_the_same_rows_and_rights_as_access_visible_gives(world: World) -> None:
    for area in ("daytime", "leisure", "health"):
        make.measure(make.goal(world.plan, area))
        AreaNote.objects.create(municipality=world.owner.municipality, plan=world.plan, area=area)
    let_in = 0
    for actor in _everybody(world):
        scope = _scope(actor, world)
        if scope is None:
            continue
        let_in += 1
        for action, model, path in READS:
            defined = set(visible(actor, action, model).filter(**{path: world.plan}))
            assert set(scope.rows(action, model, path)) == defined, (actor, action)
            found = {pk for (pk,) in scope.values(action, model, ("pk",), path)}
            assert found == {row.pk for row in defined}, (actor, action)
        for name, action in RIGHTS.items():
            defined_right = visible(actor, action, Plan).filter(pk=world.plan.pk).exists()
            assert getattr(scope.rights(), name) is defined_right, (actor, action)
    assert let_in == 5


def test_a_parent_who_is_also_the_coordinator_keeps_both(world: World) -> None:
    child = make.person(world.owner.municipality, born=date(2016, 5, 5))
    parent = make.parent_of(child)
    employee = make.coordinator(child)
    parent.account, employee.account = employee.account, employee.account
    parent.save()
    plan = make.plan(child)
    actor = make.actor(employee)
    scope = _let_in(actor, plan)
    rights = scope.rights()
    assert (rights.write, rights.lead, rights.approve) == (True, True, True)
