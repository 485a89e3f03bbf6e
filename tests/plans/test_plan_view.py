"""The plan as each may see it, in a fixed number of queries."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.access.actor import Actor
from fellesplan.kernel.errors import NotFound
from fellesplan.plans import services
from fellesplan.plans.queries import plan_view
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _queries(actor: Actor, world: World) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        plan_view(actor, world.plan.pk)
    return len(caught)


def _fill(world: World, measures: int) -> None:
    areas = ("daytime", "leisure", "health", "housing", "economy")
    goals = [make.goal(world.plan, areas[n % 5]) for n in range(max(measures // 20, 1))]
    for n in range(measures):
        make.measure(goals[n % len(goals)], title=f"Tiltak {n}", state="not_working" if n % 4 else "planned")


def test_number_of_queries_does_not_depend_on_the_number_of_measures(world: World) -> None:
    teacher = make.actor(world.teacher)
    _fill(world, 5)
    few = _queries(world.lead, world), _queries(teacher, world)
    _fill(world, 195)
    many = _queries(world.lead, world), _queries(teacher, world)
    assert few == many
    assert many[0] <= 20
    assert many[1] <= 12


def test_participant_sees_only_the_shared_area(world: World) -> None:
    make.measure(make.goal(world.plan, "daytime", title="Friminutt"), title="Voksen ute")
    make.measure(make.goal(world.plan, "health", title="Sove"), title="Hemmelig medisin")
    services.area(actor=world.lead, plan=world.plan, key="health", own_words="Vondt", needs="", version=0)
    view = plan_view(make.actor(world.teacher), world.plan.pk)
    assert [area.key for area in view.areas] == ["daytime"]
    assert [line.title for line in view.measures] == ["Voksen ute"]
    assert "Hemmelig" not in repr(view)
    assert "Vondt" not in repr(view)
    assert (view.checklist, view.versions, view.archived) == ((), (), ())
    assert all(line.sees is None for line in view.participants)


def test_participant_does_not_see_what_is_written_of_family_and_other_services(world: World) -> None:
    secret = "BUP følger opp uroen"
    for field in ("family_contributes", "child_participation", "cooperation"):
        setattr(world.plan, field, secret)
    world.plan.save()
    assert secret in repr(plan_view(world.lead, world.plan.pk))
    assert secret in repr(plan_view(make.actor(world.owner), world.plan.pk))
    assert secret not in repr(plan_view(make.actor(world.teacher), world.plan.pk))


def test_withdrawn_consent_closes_the_plan_on_the_next_request(world: World) -> None:
    assert plan_view(make.actor(world.teacher), world.plan.pk)
    world.owner.consents.filter(purpose="sharing").update(withdrawn_at=world.lead.at)
    with pytest.raises(NotFound):
        plan_view(make.actor(world.teacher), world.plan.pk)


def test_outsider_and_unknown_plan_look_alike(world: World) -> None:
    outsider = make.actor(make.employee(world.owner.municipality))
    for actor, pk in ((outsider, world.plan.pk), (world.lead, uuid4())):
        with pytest.raises(NotFound):
            plan_view(actor, pk)


def test_coordinator_sees_how_the_plan_is_made(world: World) -> None:
    goal = make.goal(world.plan, "leisure")
    make.measure(goal, title="Sent", due_on=date(2026, 11, 14))
    view = plan_view(world.lead, world.plan.pk)
    assert (view.rights.lead, view.rights.write, view.rights.approve) == (True, True, False)
    assert len(view.areas) == 6
    assert len(view.checklist) == 11
    assert view.measures[0].late_days == 10
    assert view.next
    assert view.next.kind == "report"
    assert [str(a) for a in view.participants[0].sees or ()] == ["Dagtid, arbeid, skole og aktivitet"]
    assert view.coordinators[0].is_me


def test_archived_things_are_kept_apart(world: World) -> None:
    goal = make.goal(world.plan, "leisure")
    services.archive_goal(actor=world.lead, goal=goal)
    view = plan_view(world.lead, world.plan.pk)
    assert view.goals == ()
    assert [(line.kind, line.id) for line in view.archived] == [("goal", goal.pk)]


def test_next_thing_goes_from_first_goal_to_a_yes(world: World) -> None:
    assert plan_view(world.lead, world.plan.pk).next.kind == "goal"  # type: ignore[union-attr]
    make.goal(world.plan, "leisure")
    assert plan_view(world.lead, world.plan.pk).next.kind == "ask_yes"  # type: ignore[union-attr]
    services.approve(actor=make.actor(world.owner), plan=world.plan, version=1)
    assert plan_view(world.lead, world.plan.pk).next.kind == "fill"  # type: ignore[union-attr]
    assert plan_view(make.actor(world.owner), world.plan.pk).next.kind == "wait"  # type: ignore[union-attr]
    assert plan_view(make.actor(world.teacher), world.plan.pk).next.kind == "wait"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("protection", "shown"), [("open", True), ("confidential", False), ("strict", False)]
)
def test_how_to_reach_one_with_a_protected_address_is_not_shown(
    world: World, protection: str, *, shown: bool
) -> None:
    aunt = make.person(world.plan.municipality, phone="41234567", protection=protection)
    make.participant(world.plan, aunt)
    for actor in (world.lead, make.actor(world.owner)):
        assert ("41234567" in repr(plan_view(actor, world.plan.pk))) is shown
    assert "41234567" not in repr(plan_view(make.actor(world.teacher), world.plan.pk))
