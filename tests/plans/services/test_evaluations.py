"""Rating goals and evaluating plans: append-only, by capacity, and never twice for a double click."""

from datetime import date, timedelta

import pytest

from fellesplan.access.functions import can
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.plans import services
from fellesplan.plans.advising import advice_for, mark
from fellesplan.plans.evaluation import evaluations, ratings
from fellesplan.plans.inactive import inactive_plans
from fellesplan.plans.models import Evaluation, Goal, Plan, PlanVersion
from fellesplan.plans.queries import plan_view
from fellesplan.plans.rules import CheckState
from fellesplan.plans.services import EvaluationData, GoalData, Outcome, RatingData, SubPlanData
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NEXT = date(2027, 1, 21)


@pytest.fixture
def goal(world: World) -> Goal:
    data = GoalData(area="daytime", title="Jeg vil ta bussen alene")
    return services.add_goal(actor=world.lead, plan=world.plan, data=data)


def held(plan: Plan, *outcomes: tuple[Goal, str, str], **values: object) -> EvaluationData:
    found = {goal.pk: Outcome(choice, reason) for goal, choice, reason in outcomes}
    data: dict[str, object] = {"occasion": "agreed", "held_on": clock.today(), "next_on": NEXT}
    return EvaluationData(outcomes=found, **(data | values))  # type: ignore[arg-type]


def test_the_person_says_how_far_and_how_it_feels(world: World, goal: Goal) -> None:
    me = make.actor(world.owner)
    said = services.rate_goal(actor=me, goal=goal, data=RatingData(level=-1, feeling=4, comment=" Gøy "))
    goal.refresh_from_db()
    assert (said.capacity, said.level, said.feeling, said.comment) == ("person", -1, 4, "Gøy")
    assert goal.progress == -1
    again = services.rate_goal(actor=me, goal=goal, data=RatingData(level=-1, feeling=4, comment="Gøy"))
    assert again == said


def test_a_participant_says_it_of_what_they_answer_for_and_moves_nothing(world: World, goal: Goal) -> None:
    teacher = make.actor(world.teacher)
    with pytest.raises(NotAllowed):
        services.rate_goal(actor=teacher, goal=goal, data=RatingData(level=0))
    make.measure(goal, responsible=world.plan.participants.get(employee=world.teacher))
    before = PlanVersion.objects.count()
    assert services.rate_goal(actor=teacher, goal=goal, data=RatingData(level=0)).capacity == "participant"
    goal.refresh_from_db()
    assert goal.progress == -2
    assert PlanVersion.objects.count() == before
    assert ratings(teacher, world.plan.pk) == {}
    lead = services.rate_goal(actor=world.lead, goal=goal, data=RatingData(level=1))
    assert lead.capacity == "coordinator"
    assert [one.level for one in ratings(world.lead, world.plan.pk)[goal.pk]] == [0, 1]


@pytest.mark.parametrize("data", [RatingData(), RatingData(level=3), RatingData(feeling=0)])
def test_a_rating_must_say_something_that_is_on_the_scale(world: World, goal: Goal, data: RatingData) -> None:
    with pytest.raises(InvalidInput):
        services.rate_goal(actor=world.lead, goal=goal, data=data)


def test_an_evaluation_keeps_where_the_goals_stand_and_what_follows(world: World, goal: Goal) -> None:
    swim = services.add_goal(actor=world.lead, plan=world.plan, data=GoalData(area="leisure", title="Svømme"))
    services.rate_goal(actor=make.actor(world.owner), goal=goal, data=RatingData(level=1))
    services.rate_goal(actor=world.lead, goal=swim, data=RatingData(level=-1))
    world.plan.refresh_from_db()
    data = held(world.plan, (goal, "keep", ""), (swim, "done", ""), version=world.plan.version)
    row = services.evaluate(actor=world.lead, plan=world.plan, data=data)
    assert services.evaluate(actor=world.lead, plan=world.plan, data=data) == row
    (line,) = evaluations(world.lead, world.plan.pk)
    assert (line.own, line.others, line.next_on) == (60.0, 40.0, NEXT)
    assert {one.title: one.choice for one in line.outcomes} == {goal.title: "keep", "Svømme": "done"}
    swim.refresh_from_db()
    world.plan.refresh_from_db()
    assert swim.archived_at is not None
    assert world.plan.evaluate_on == NEXT
    with pytest.raises(Refused):
        services.rate_goal(actor=world.lead, goal=swim, data=RatingData(level=0))


def test_nothing_is_kept_of_an_evaluation_with_something_wrong(world: World, goal: Goal) -> None:
    for data, field in (
        (held(world.plan), str(goal.pk)),
        (held(world.plan, (goal, "drop", " ")), str(goal.pk)),
        (held(world.plan, (goal, "keep", ""), next_on=None), "next_on"),
        (held(world.plan, (goal, "keep", ""), next_on=clock.today()), "next_on"),
        (held(world.plan, (goal, "keep", ""), held_on=clock.today() + timedelta(days=1)), "held_on"),
        (held(world.plan, (goal, "keep", ""), occasion="x"), "occasion"),
    ):
        with pytest.raises(InvalidInput) as caught:
            services.evaluate(actor=world.lead, plan=world.plan, data=data)
        assert list(caught.value.fields) == [field]
    assert not Evaluation.objects.exists()
    with pytest.raises(NotAllowed):
        services.evaluate(
            actor=make.actor(world.owner), plan=world.plan, data=held(world.plan, (goal, "keep", ""))
        )


def test_a_part_follows_its_whole_in_area_out_and_back(world: World, goal: Goal) -> None:
    data = GoalData(area="leisure", title="Kjenne igjen holdeplassen", parent_id=goal.pk)
    part = services.add_goal(actor=world.lead, plan=world.plan, data=data)
    assert part.area == "daytime"
    with pytest.raises(InvalidInput):  # one level only
        services.add_goal(
            actor=world.lead, plan=world.plan, data=GoalData(area="x", title="y", parent_id=part.pk)
        )
    services.archive_goal(actor=world.lead, goal=goal)
    assert plan_view(world.lead, world.plan.pk).goals == ()
    part.refresh_from_db()
    with pytest.raises(Refused):
        services.restore_goal(actor=world.lead, goal=part)
    services.restore_goal(actor=world.lead, goal=goal)
    assert [one.parent_id for one in plan_view(world.lead, world.plan.pk).goals] == [None, goal.pk]


def test_words_for_the_steps_are_versions_and_come_back(world: World, goal: Goal) -> None:
    words = dict.fromkeys(("level_start", "level_near", "level_goal", "level_more", "level_most"), "")
    row = services.set_scale(
        actor=world.lead, goal=goal, words=words | {"level_goal": "Alene noen dager"}, version=1
    )
    world.plan.refresh_from_db()
    number = world.plan.version
    services.set_scale(actor=world.lead, goal=row, words=words, version=row.version)
    services.restore_field(
        actor=world.lead, plan=world.plan, number=number, part="goal", key=str(goal.pk), name="level_goal",
        version=number + 1,
    )  # fmt: skip
    goal.refresh_from_db()
    assert goal.level_goal == "Alene noen dager"


def test_a_point_is_left_out_with_its_reason_and_comes_back(world: World) -> None:
    def point() -> CheckState:
        return plan_view(world.lead, world.plan.pk).checklist[9].state

    assert point() is CheckState.MISSING
    services.set_relevance(actor=world.lead, plan=world.plan, point=10, reason="Bare skolen er med")
    assert point() is CheckState.NOT_RELEVANT
    services.set_relevance(actor=world.lead, plan=world.plan, point=10, reason="")
    assert point() is CheckState.MISSING
    with pytest.raises(InvalidInput):
        services.set_relevance(actor=world.lead, plan=world.plan, point=9, reason="Nei")


def test_another_plan_is_linked_not_copied_and_seen_by_those_who_lead_or_own_it(world: World) -> None:
    data = SubPlanData(kind="crisis", title="Kriseplan", where="Hos fastlegen")
    row = services.add_sub_plan(actor=world.lead, plan=world.plan, data=data)
    assert [one.title for one in plan_view(world.lead, world.plan.pk).sub_plans] == ["Kriseplan"]
    assert plan_view(make.actor(world.teacher), world.plan.pk).sub_plans == ()
    assert not can(make.actor(world.teacher), "sub_plan.read", row)
    services.archive_sub_plan(actor=world.lead, sub_plan=row)
    assert [one.kind for one in plan_view(world.lead, world.plan.pk).archived] == ["sub_plan"]
    services.restore_sub_plan(actor=world.lead, sub_plan=row)
    with pytest.raises(InvalidInput):
        services.add_sub_plan(
            actor=world.lead, plan=world.plan, data=SubPlanData(kind="x", title="", where="")
        )


def test_legal_basis_is_one_or_several(world: World) -> None:
    plan = services.set_legal_basis(actor=world.lead, plan=world.plan, bases=["navl_15", "pbrl_2_5"])
    assert plan.legal_basis == ["pbrl_2_5", "navl_15"]
    with pytest.raises(InvalidInput):
        services.set_legal_basis(actor=world.lead, plan=world.plan, bases=["x"])


def test_advice_is_laid_aside_until_what_it_is_about_changes(world: World, goal: Goal) -> None:
    measure = services.add_measure(
        actor=world.lead, goal=goal, data=services.MeasureData(title="Øve", amount="ved behov")
    )
    given = advice_for(world.lead, plan_view(world.lead, world.plan.pk))
    vague = next(one for one in given.shown if one.kind == "vague_measure")
    services.pause_advice(actor=world.lead, plan=world.plan, key=vague.key, about=mark(vague))
    assert vague.key in {
        one.key for one in advice_for(world.lead, plan_view(world.lead, world.plan.pk)).paused
    }
    services.update_measure(
        actor=world.lead, measure=measure, version=1,
        data=services.MeasureData(title="Øve", amount="jevnlig"),
    )  # fmt: skip
    assert vague.key in {
        one.key for one in advice_for(world.lead, plan_view(world.lead, world.plan.pk)).shown
    }
    teacher = make.actor(world.teacher)
    assert advice_for(teacher, plan_view(teacher, world.plan.pk)).shown == ()


def test_plans_that_lie_still_are_found_for_the_office_alone(world: World) -> None:
    office = make.actor(make.employee(world.owner.municipality, "caseworker"))
    assert inactive_plans(office) == ()
    Plan.objects.update(evaluate_on=clock.today() - timedelta(days=1))
    assert [one.person_id for one in inactive_plans(office)] == [world.owner.pk]
    assert inactive_plans(make.actor(world.teacher)) == ()
