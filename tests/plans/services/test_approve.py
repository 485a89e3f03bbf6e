"""The owner's yes, and what takes it back."""

import pytest

from fellesplan.kernel.errors import NotAllowed
from fellesplan.plans import services
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.services import GoalData
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_owner_approves_the_version_that_was_read(world: World) -> None:
    approval = services.approve(actor=make.actor(world.owner), plan=world.plan, version=1)
    world.plan.refresh_from_db()
    assert (world.plan.state, world.plan.version, approval.version) == ("approved", 2, 2)
    assert (approval.by_name, approval.capacity) == (world.owner.full_name, "self")
    assert world.plan.versions.get(number=2).content["state"] == "approved"


def test_parent_approves_as_a_parent(lund) -> None:  # type: ignore[no-untyped-def]
    from datetime import date

    child = make.person(lund, born=date(2016, 1, 1))
    parent = make.parent_of(child)
    approval = services.approve(actor=make.actor(parent), plan=make.plan(child), version=1)
    assert approval.capacity == "parent"


def test_nobody_approves_what_they_have_not_read(world: World) -> None:
    data = GoalData(area="leisure", title="Nytt mål")
    services.add_goal(actor=world.lead, plan=world.plan, data=data)
    with pytest.raises(EditConflict):
        services.approve(actor=make.actor(world.owner), plan=world.plan, version=1)


def test_an_essential_change_must_be_approved_anew(world: World) -> None:
    goal = make.goal(world.plan, "leisure")
    measure = make.measure(goal)
    services.approve(actor=make.actor(world.owner), plan=world.plan, version=1)
    services.report_measure(actor=world.lead, measure=measure, event="started")
    world.plan.refresh_from_db()
    assert world.plan.state == "approved"
    services.update_goal(
        actor=world.lead, goal=goal, data=GoalData(area="leisure", title="Et annet mål"), version=1
    )
    world.plan.refresh_from_db()
    assert world.plan.state == "draft"
    assert [row.event for row in world.plan.history.order_by("at", "id")] == [
        "started",
        "approved",
        "changed",
    ]


def test_coordinator_cannot_approve(world: World) -> None:
    with pytest.raises(NotAllowed):
        services.approve(actor=world.lead, plan=world.plan, version=1)
