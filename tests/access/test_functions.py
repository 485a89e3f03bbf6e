"""The access functions: what is visible is what can be fetched, and everything is logged."""

from datetime import date
from uuid import uuid4

import pytest

from fellesplan.access.functions import can, fetch, require, visible
from fellesplan.access.models import Event
from fellesplan.kernel.errors import NotAllowed, NotFound
from fellesplan.people.models import Municipality
from fellesplan.plans.models import Goal, Plan
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_owner_sees_own_plan_and_nobody_else_does(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)
    other = make.person(lund, login=True)
    assert list(visible(make.actor(owner), "plan.read", Plan)) == [plan]
    assert not can(make.actor(other), "plan.read", plan)


def test_parent_sees_the_plan_until_the_child_is_sixteen(lund: Municipality) -> None:
    child, youth = make.person(lund, born=date(2010, 11, 25)), make.person(lund, born=date(2010, 11, 24))
    assert can(make.actor(make.parent_of(child)), "plan.read", make.plan(child))
    assert not can(make.actor(make.parent_of(youth)), "plan.read", make.plan(youth))


def test_participant_sees_the_shared_area_only(lund: Municipality) -> None:
    owner = make.person(lund)
    plan = make.plan(owner)
    teacher = make.employee(lund, at=make.unit(lund))
    make.participant(plan, teacher)
    make.share(owner, teacher.assignments.get().unit, "daily")
    daily, health = make.goal(plan, "daily"), make.goal(plan, "health")
    actor = make.actor(teacher)
    assert can(actor, "plan.read", plan)
    assert can(actor, "goal.read", daily)
    assert not can(actor, "goal.read", health)
    assert list(visible(actor, "goal.read", Goal)) == [daily]


def test_fetch_logs_the_read_with_its_ground(lund: Municipality) -> None:
    owner = make.person(lund)
    plan = make.plan(owner)
    coordinator = make.coordinator(owner)
    fetch(make.actor(coordinator), "plan.read", Plan, plan.id, information=["goals"])
    event = _log(lund).get()
    assert (event.kind, event.ground, event.subject) == ("read", "coordinator:coordinates", owner.id)
    assert (event.name, event.object_id, event.information) == (coordinator.name, plan.id, ["goals"])


def test_missing_and_forbidden_look_alike_and_are_logged(lund: Municipality) -> None:
    plan = make.plan(make.person(lund))
    stranger = make.actor(make.employee(lund))
    for pk in (plan.id, uuid4()):
        with pytest.raises(NotFound):
            fetch(stranger, "plan.read", Plan, pk)
    assert [event.kind for event in _log(lund)] == ["refused", "refused"]


def test_require_tells_who_may_see_but_not_do(lund: Municipality) -> None:
    owner = make.person(lund)
    plan = make.plan(owner)
    teacher = make.employee(lund, at=make.unit(lund))
    make.participant(plan, teacher)
    make.share(owner, teacher.assignments.get().unit)
    with pytest.raises(NotAllowed):
        require(make.actor(make.employee(lund)), "plan.approve", plan)


def _log(where: Municipality):  # type: ignore[no-untyped-def]
    from fellesplan.access import tenancy

    tenancy.use(where.id, using="audit")
    return Event.objects.using("audit").order_by("at")
