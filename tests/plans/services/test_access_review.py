"""The coordinator goes through who takes part: kept with name and day, ended or shortened at once."""

from datetime import date, timedelta

import pytest

from fellesplan.access.functions import visible
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.plans.models import AccessReview, Participant, Plan
from fellesplan.plans.queries import plan_view
from fellesplan.plans.rules.access_review import review_due
from fellesplan.plans.services.access_review import Judged, review_access
from tests import factories as make
from tests.fixtures import NOW
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


@pytest.fixture
def part(world: World) -> Participant:
    return world.plan.participants.get(employee=world.teacher)


def test_keeping_is_kept_with_name_and_day(world: World, part: Participant) -> None:
    review_access(actor=world.lead, plan=world.plan, judged={part.pk: Judged("keep")})
    row = AccessReview.objects.get()
    assert (row.participant, row.verdict, row.by_name) == (part, "keep", "Marit Skogmo")
    line = plan_view(make.actor(world.owner), world.plan.pk).access_review
    assert line
    assert (line.last, line.by_name) == (TODAY, "Marit Skogmo")


def test_ending_closes_the_plan_at_once(world: World, part: Participant) -> None:
    assert visible(make.actor(world.teacher), "plan.read", Plan).exists()
    review_access(actor=world.lead, plan=world.plan, judged={part.pk: Judged("end")})
    assert not visible(make.actor(world.teacher), "plan.read", Plan).exists()


def test_a_shorter_period_ends_by_itself(world: World, part: Participant) -> None:
    last = TODAY + timedelta(days=10)
    review_access(actor=world.lead, plan=world.plan, judged={part.pk: Judged("shorten", last)})
    assert visible(make.actor(world.teacher), "plan.read", Plan).exists()
    with clock.frozen(NOW + timedelta(days=11)):
        assert not visible(make.actor(world.teacher), "plan.read", Plan).exists()


@pytest.mark.parametrize(
    "judged",
    [None, Judged("shorten"), Judged("shorten", date(2026, 11, 23)), Judged("nonsense"), Judged("")],
)
def test_nothing_is_half_saved(world: World, part: Participant, judged: Judged | None) -> None:
    other = make.participant(world.plan, make.employee(world.owner.municipality))
    found = {other.pk: Judged("end")} | ({part.pk: judged} if judged else {})
    with pytest.raises(InvalidInput) as caught:
        review_access(actor=world.lead, plan=world.plan, judged=found)
    assert set(caught.value.fields) == {str(part.pk)}
    other.refresh_from_db()
    assert other.ended_at is None
    assert not AccessReview.objects.exists()


def test_nobody_is_let_in_for_longer(world: World, part: Participant) -> None:
    part.valid_to = TODAY + timedelta(days=5)
    part.save()
    later = Judged("shorten", TODAY + timedelta(days=6))
    with pytest.raises(InvalidInput):
        review_access(actor=world.lead, plan=world.plan, judged={part.pk: later})


def test_only_the_coordinator(world: World, part: Participant) -> None:
    for who in (world.teacher, world.owner):
        with pytest.raises(NotAllowed):
            review_access(actor=make.actor(who), plan=world.plan, judged={part.pk: Judged("keep")})


def test_it_is_the_next_step_when_due(world: World, part: Participant) -> None:
    make.goal(world.plan, "daytime")
    Plan.objects.filter(pk=world.plan.pk).update(evaluate_on=TODAY + timedelta(days=3))
    view = plan_view(world.lead, world.plan.pk)
    assert view.next
    assert view.next.kind == "review"
    review_access(actor=world.lead, plan=world.plan, judged={part.pk: Judged("keep")})
    view = plan_view(world.lead, world.plan.pk)
    assert view.next
    assert view.next.kind == "evaluate"


class TestWhenItIsDue:
    """At each evaluation, and never later than a year after the last time."""

    @pytest.mark.parametrize(
        ("last", "evaluate_on", "due"),
        [
            (None, None, date(2027, 1, 1)),
            (None, date(2026, 6, 1), date(2026, 6, 1)),
            (None, date(2028, 6, 1), date(2027, 1, 1)),
            (date(2026, 5, 20), date(2026, 6, 1), date(2027, 5, 20)),
            (date(2026, 4, 20), date(2026, 6, 1), date(2026, 6, 1)),
            (date(2026, 5, 20), None, date(2027, 5, 20)),
        ],
    )
    def test_due(self, last: date | None, evaluate_on: date | None, due: date) -> None:
        assert review_due(since=date(2026, 1, 1), last=last, evaluate_on=evaluate_on).due == due
