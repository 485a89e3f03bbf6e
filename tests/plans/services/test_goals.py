"""Goals: add, change, take out and bring back."""

import pytest

from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.plans import services
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.services import GoalData
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SWIM = GoalData(area="leisure", title="Jeg vil svømme hver uke")


def test_add_and_change(world: World) -> None:
    goal = services.add_goal(actor=world.lead, plan=world.plan, data=SWIM)
    data = GoalData(area="leisure", title="Jeg vil svømme to ganger i uka", progress=-1)
    changed = services.update_goal(actor=world.lead, goal=goal, data=data, version=1)
    assert (changed.title, changed.progress, changed.version) == (data.title, -1, 2)
    texts = list(world.plan.versions.order_by("number").values_list("summary", flat=True))
    assert texts[1:] == ["Nytt mål: Jeg vil svømme hver uke", f"Endret mål: {data.title}"]


def test_stale_version_keeps_both_texts(world: World) -> None:
    goal = services.add_goal(actor=world.lead, plan=world.plan, data=SWIM)
    owner = make.actor(world.owner)
    services.update_goal(
        actor=owner, goal=goal, data=GoalData(area="leisure", title="Jeg vil dykke"), version=1
    )
    with pytest.raises(EditConflict) as caught:
        services.update_goal(
            actor=world.lead, goal=goal, data=GoalData(area="leisure", title="Jeg vil stupe"), version=1
        )
    edit = caught.value.edits[0]
    assert (edit.field, edit.mine, edit.theirs) == ("title", "Jeg vil stupe", "Jeg vil dykke")


def test_archived_goal_comes_back_with_its_measures(world: World) -> None:
    goal = services.add_goal(actor=world.lead, plan=world.plan, data=SWIM)
    measure = make.measure(goal)
    services.archive_goal(actor=world.lead, goal=goal)
    services.restore_goal(actor=world.lead, goal=goal)
    goal.refresh_from_db()
    assert goal.archived_at is None
    assert [m.pk for m in goal.measures.all()] == [measure.pk]


def test_bad_input(world: World) -> None:
    for data in (GoalData(area="leisure", title=" "), GoalData(area="nowhere", title="Mål")):
        with pytest.raises(InvalidInput):
            services.add_goal(actor=world.lead, plan=world.plan, data=data)


def test_participant_may_not_change_a_goal_in_a_shared_area(world: World) -> None:
    goal = make.goal(world.plan, "daytime")
    with pytest.raises(NotAllowed):
        services.archive_goal(actor=make.actor(world.teacher), goal=goal)
