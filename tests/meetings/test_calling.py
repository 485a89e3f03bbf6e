"""A meeting is called, changed and cancelled by the coordinator."""

from datetime import timedelta
from typing import Any

import pytest

from fellesplan.access.functions import can
from fellesplan.consent.models import ConsentGrant
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.meetings import services
from fellesplan.meetings.data import Invited
from fellesplan.meetings.models import Invitation, Meeting
from fellesplan.people.models import Municipality
from fellesplan.plans.errors import EditConflict
from tests import factories as make
from tests.fixtures import NOW
from tests.meetings.scene import SOON, Scene

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_call_keeps_agenda_and_a_purpose_for_each(scene: Scene) -> None:
    meeting = scene.call()
    assert [item.title for item in meeting.agenda.all()] == ["Skolen", "Søvn"]
    rows = {row.purpose for row in meeting.invitations.all()}
    assert rows == {"Møtet er om Mina", "Forteller om skolen"}
    assert meeting.called_by == scene.marit
    assert [row.event for row in meeting.history.all()] == ["called"]


def test_the_same_call_twice_is_one_meeting(scene: Scene) -> None:
    assert scene.call() == scene.call()
    assert Meeting.objects.count() == 1


def test_one_whom_consent_does_not_cover_cannot_be_called(scene: Scene) -> None:
    with pytest.raises(InvalidInput) as error:
        scene.call(invited=(scene.herself, scene.by_nav))
    assert str(error.value.fields["invited"]).startswith("Siri Dahl fra NAV kan ikke kalles inn før")


def test_consent_must_last_until_the_meeting(scene: Scene) -> None:
    ConsentGrant.objects.filter(unit=scene.school).update(valid_to=SOON.date() - timedelta(days=1))
    with pytest.raises(InvalidInput):
        scene.call()


def test_one_called_sees_the_meeting_until_the_consent_is_withdrawn(scene: Scene) -> None:
    meeting = scene.call()
    assert can(make.actor(scene.teacher), "meeting.read", meeting)
    assert not can(make.actor(scene.siri), "meeting.read", meeting)
    ConsentGrant.objects.filter(unit=scene.school).update(withdrawn_at=NOW)
    assert not can(make.actor(scene.teacher), "meeting.read", meeting)


def test_a_mother_needs_no_consent_to_be_called(scene: Scene) -> None:
    meeting = scene.call(invited=(Invited(person=scene.mother, purpose="Mor"),))
    assert meeting.invitations.get().invited_person == scene.mother


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "kaffe"}, "kind"),
        ({"starts_at": NOW - timedelta(hours=1), "ends_at": NOW + timedelta(hours=1)}, "starts_at"),
        ({"ends_at": SOON}, "ends_at"),
        ({"ends_at": SOON + timedelta(hours=9)}, "ends_at"),
        ({"place": " "}, "place"),
        ({"video": "http://video.example"}, "video"),
        ({"agenda": (" ",)}, "agenda"),
        ({"agenda": ("x" * 201,)}, "agenda"),
        ({"invited": ()}, "invited"),
    ],
)
def test_call_says_what_is_wrong(scene: Scene, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as error:
        scene.call(**values)
    assert list(error.value.fields) == [field]


def test_each_but_the_person_needs_a_purpose(scene: Scene) -> None:
    with pytest.raises(InvalidInput):
        scene.call(invited=(scene.herself, Invited(participant=scene.teacher_part)))


def test_a_stranger_cannot_be_called(scene: Scene, lund: Municipality) -> None:
    with pytest.raises(InvalidInput):
        scene.call(invited=(Invited(person=make.person(lund), purpose="Nabo"),))


def test_only_the_coordinator_calls(scene: Scene) -> None:
    for who in (scene.teacher, scene.mina, scene.mother):
        with pytest.raises(NotAllowed):
            services.call(actor=make.actor(who), person=scene.mina, data=scene.data())
    assert not Meeting.objects.exists()


def test_a_new_time_gives_a_new_number_and_asks_again(scene: Scene) -> None:
    meeting = scene.call()
    services.reply(actor=make.actor(scene.teacher), meeting=meeting, answer="yes")
    later = SOON + timedelta(days=1)
    changed = services.change(
        actor=scene.leader, meeting=meeting, data=scene.data(starts_at=later), version=meeting.version
    )
    assert (changed.sequence, changed.version, changed.starts_at) == (1, 2, later)
    assert set(changed.invitations.values_list("reply", flat=True)) == {Invitation.Reply.NONE}


def test_change_of_nothing_keeps_the_number(scene: Scene) -> None:
    meeting = scene.call()
    assert services.change(actor=scene.leader, meeting=meeting, data=scene.data(), version=1).sequence == 0


def test_a_changed_meeting_is_not_overwritten(scene: Scene) -> None:
    meeting = scene.call()
    services.change(actor=scene.leader, meeting=meeting, data=scene.data(place="Rom 1"), version=1)
    with pytest.raises(EditConflict) as error:
        services.change(actor=scene.leader, meeting=meeting, data=scene.data(place="Rom 2"), version=1)
    assert [(e.field, e.mine, e.theirs) for e in error.value.edits] == [("place", "Rom 2", "Rom 1")]


def test_points_suggested_by_others_stay_on_the_agenda(scene: Scene) -> None:
    meeting = scene.call()
    services.suggest_item(actor=make.actor(scene.mina), meeting=meeting, title="Bussen")
    services.change(
        actor=scene.leader, meeting=meeting, data=scene.data(agenda=("Søvn", "Fritid")), version=1
    )
    assert [item.title for item in meeting.agenda.all()] == ["Søvn", "Fritid", "Bussen"]
    assert "– Skolen" in meeting.history.get(event="changed").note


def test_those_called_can_be_changed(scene: Scene) -> None:
    meeting = scene.call()
    mother = Invited(person=scene.mother, purpose="Mor")
    services.change(
        actor=scene.leader, meeting=meeting, data=scene.data(invited=(scene.herself, mother)), version=1
    )
    assert set(meeting.invitations.values_list("purpose", flat=True)) == {"Møtet er om Mina", "Mor"}
    assert not can(make.actor(scene.teacher), "meeting.read", meeting)


def test_cancel_keeps_the_meeting_and_the_reason(scene: Scene) -> None:
    meeting = scene.call()
    for _ in range(2):
        meeting = services.cancel(actor=scene.leader, meeting=meeting, reason="Marit er syk")
    assert (meeting.state, meeting.sequence) == ("cancelled", 1)
    assert meeting.history.get(event="cancelled").note == "Marit er syk"
    with pytest.raises(Refused):
        services.change(actor=scene.leader, meeting=meeting, data=scene.data(), version=2)


def test_only_the_coordinator_changes_and_cancels(scene: Scene) -> None:
    meeting, teacher = scene.call(), make.actor(scene.teacher)
    with pytest.raises(NotAllowed):
        services.change(actor=teacher, meeting=meeting, data=scene.data(place="Hjemme"), version=1)
    with pytest.raises(NotAllowed):
        services.cancel(actor=teacher, meeting=meeting)
