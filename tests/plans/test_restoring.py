"""Snapshots, and bringing back what the plan said."""

from datetime import date

import pytest

from fellesplan.kernel.errors import NotAllowed, NotFound, Refused
from fellesplan.meetings import services as meetings
from fellesplan.meetings.models import AgendaItem, Meeting
from fellesplan.plans import services
from fellesplan.plans.content import content_of
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import Measure
from fellesplan.plans.services import GoalData, MeasureData
from tests import factories as make
from tests.fixtures import NOW
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _version(world: World) -> int:
    world.plan.refresh_from_db()
    return world.plan.version


def test_the_whole_plan_comes_back_and_what_was_added_is_taken_out(world: World) -> None:
    goal = services.add_goal(actor=world.lead, plan=world.plan, data=GoalData(area="leisure", title="Svømme"))
    measure = services.add_measure(
        actor=world.lead, goal=goal, data=MeasureData(title="Følge", due_on=date(2027, 1, 1))
    )
    then = _version(world)
    services.update_goal(actor=world.lead, goal=goal, data=GoalData(area="daytime", title="Gå"), version=1)
    services.archive_measure(actor=world.lead, measure=measure)
    services.area(actor=world.lead, plan=world.plan, key="daytime", own_words="Ord", needs="", version=0)
    later = services.add_goal(actor=world.lead, plan=world.plan, data=GoalData(area="leisure", title="Ny"))
    services.report_measure(actor=world.lead, measure=measure, event="started")
    services.restore_version(actor=world.lead, plan=world.plan, number=then, version=_version(world))
    for row in (goal, measure, later):
        row.refresh_from_db()
    assert (goal.title, goal.area, measure.archived_at, measure.state) == (
        "Svømme",
        "leisure",
        None,
        "started",
    )
    assert later.archived_at
    assert world.plan.areas.get().own_words == ""
    newest = world.plan.versions.order_by("-number")[0]
    assert newest.content["changed"]["restored"] == then
    world.plan.refresh_from_db()
    assert {k: v for k, v in newest.content.items() if k != "changed"} == content_of(world.plan)


def test_one_who_left_is_not_made_responsible_again(world: World) -> None:
    part = world.plan.participants.get()
    goal = make.goal(world.plan, "daytime")
    measure = services.add_measure(
        actor=world.lead, goal=goal, data=MeasureData(title="Voksen", responsible=part)
    )
    then = _version(world)
    services.update_measure(actor=world.lead, measure=measure, data=MeasureData(title="Ingen"), version=1)
    services.end_participation(actor=world.lead, participant=part)
    field = {"part": "measure", "key": str(measure.pk), "name": "responsible_id"}
    with pytest.raises(Refused):
        services.restore_field(
            actor=world.lead, plan=world.plan, number=then, version=_version(world), **field
        )
    services.restore_version(actor=world.lead, plan=world.plan, number=then, version=_version(world))
    found = Measure.objects.get(pk=measure.pk)
    assert (found.title, found.responsible) == ("Voksen", None)


def test_dates_that_do_not_fit_are_refused(world: World) -> None:
    goal = make.goal(world.plan, "daytime")
    early = MeasureData(title="Noe", starts_on=date(2027, 1, 1), due_on=date(2027, 2, 1))
    measure = services.add_measure(actor=world.lead, goal=goal, data=early)
    then = _version(world)
    late = MeasureData(title="Noe", starts_on=date(2027, 5, 1), due_on=date(2027, 6, 1))
    services.update_measure(actor=world.lead, measure=measure, data=late, version=1)
    field = {"part": "measure", "key": str(measure.pk), "name": "due_on"}
    with pytest.raises(Refused):
        services.restore_field(
            actor=world.lead, plan=world.plan, number=then, version=_version(world), **field
        )


def test_who_may(world: World) -> None:
    with pytest.raises(NotAllowed):
        services.restore_version(actor=make.actor(world.teacher), plan=world.plan, number=1, version=1)
    with pytest.raises(NotFound):
        services.restore_version(actor=world.lead, plan=world.plan, number=9, version=1)
    with pytest.raises(EditConflict):
        services.restore_version(actor=world.lead, plan=world.plan, number=1, version=9)


def test_approval_is_a_marked_version(world: World) -> None:
    services.approve(actor=make.actor(world.owner), plan=world.plan, version=1)
    assert world.plan.versions.get(number=2).kind == "approval"


def test_the_plan_is_kept_once_when_a_meeting_begins(world: World) -> None:
    owner = world.owner
    meeting = Meeting.objects.create(
        municipality=owner.municipality, person=owner, kind="ansvarsgruppemote", starts_at=NOW,
        ends_at=NOW.replace(hour=12),
    )  # fmt: skip
    item = AgendaItem.objects.create(municipality=owner.municipality, meeting=meeting, title="Buss")
    item = meetings.save_minutes(actor=world.lead, item=item, text="Vi snakket.", version=1)
    meetings.save_minutes(actor=world.lead, item=item, text="Vi snakket mer.", version=2)
    meetings.hold(actor=world.lead, meeting=meeting)
    kept = world.plan.versions.get(kind="before_meeting")
    assert kept.content["changed"]["meeting"] == str(meeting.pk)
    assert kept.content["changed"]["essential"] is False


def test_nothing_is_kept_before_the_day_of_the_meeting(world: World) -> None:
    owner, later = world.owner, NOW.replace(day=28)
    meeting = Meeting.objects.create(
        municipality=owner.municipality, person=owner, kind="ansvarsgruppemote", starts_at=later,
        ends_at=later.replace(hour=12),
    )  # fmt: skip
    item = AgendaItem.objects.create(municipality=owner.municipality, meeting=meeting, title="Buss")
    meetings.save_minutes(actor=world.lead, item=item, text="Forberedt", version=1)
    assert not world.plan.versions.filter(kind="before_meeting").exists()
