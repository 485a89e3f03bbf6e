"""Minutes are written live, finished once, and never changed afterwards."""

from collections.abc import Iterator

import pytest

from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotAllowed, Refused
from fellesplan.meetings import queries, services
from fellesplan.meetings.models import Meeting, Minutes
from fellesplan.plans.errors import EditConflict
from tests import factories as make
from tests.documents.reading import faults, pdf_words
from tests.meetings.scene import SOON, Scene, moments_after

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def meeting(scene: Scene) -> Iterator[Meeting]:
    """A meeting that goes on now."""
    called = scene.call()
    with clock.frozen(SOON):
        yield called


def written(scene: Scene, meeting: Meeting) -> Meeting:
    """Return the meeting with everybody there and something said."""
    item = meeting.agenda.all()[0]
    services.save_minutes(actor=scene.leader, item=item, text="Mina tar bussen med mamma.", version=1)
    present = {meeting.invitations.get(invited_person=scene.mina).pk}
    services.mark_attendance(actor=scene.leader, meeting=meeting, present=present)
    return meeting


def test_what_is_said_is_saved_with_a_version(scene: Scene, meeting: Meeting) -> None:
    item = meeting.agenda.all()[0]
    saved = services.save_minutes(actor=scene.leader, item=item, text="En\r\nto ", version=1)
    assert (saved.minutes, saved.version) == ("En\nto", 2)
    assert services.save_minutes(actor=scene.leader, item=item, text="En\nto", version=1).version == 2


def test_a_stale_version_keeps_both_texts(scene: Scene, meeting: Meeting) -> None:
    item = meeting.agenda.all()[0]
    services.save_minutes(actor=scene.leader, item=item, text="Den første", version=1)
    with pytest.raises(EditConflict) as error:
        services.save_minutes(actor=scene.leader, item=item, text="Den andre", version=1)
    edit = error.value.edits[0]
    assert (edit.mine, edit.theirs, error.value.version) == ("Den andre", "Den første", 2)
    item.refresh_from_db()
    assert item.minutes == "Den første"


def test_only_the_coordinator_writes(scene: Scene, meeting: Meeting) -> None:
    item = meeting.agenda.all()[0]
    for who in (scene.teacher, scene.mina):
        with pytest.raises(NotAllowed):
            services.save_minutes(actor=make.actor(who), item=item, text="Nei", version=1)


def test_attendance_is_noted_for_each(scene: Scene, meeting: Meeting) -> None:
    written(scene, meeting)
    assert {(row.invited_person_id is not None, row.attended) for row in meeting.invitations.all()} == {
        (True, True),
        (False, False),
    }


def test_a_meeting_ahead_has_not_been_held(scene: Scene) -> None:
    called = scene.call()
    with pytest.raises(Refused):
        services.hold(actor=scene.leader, meeting=called)
    with pytest.raises(Refused):
        services.mark_attendance(actor=scene.leader, meeting=called, present=())


def test_hold_twice_is_once(scene: Scene, meeting: Meeting) -> None:
    for _ in range(2):
        assert services.hold(actor=scene.leader, meeting=meeting).state == "held"
    assert meeting.history.filter(event="held").count() == 1


def test_empty_minutes_are_not_sent(scene: Scene, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="til stede"):
        services.send_minutes(actor=scene.leader, meeting=meeting)
    services.mark_attendance(
        actor=scene.leader, meeting=meeting, present=meeting.invitations.values_list("pk", flat=True)
    )
    with pytest.raises(Refused, match="tomt"):
        services.send_minutes(actor=scene.leader, meeting=meeting)


def test_minutes_are_sent_once_and_locked(scene: Scene, meeting: Meeting) -> None:
    written(scene, meeting)
    first = services.send_minutes(actor=scene.leader, meeting=meeting)
    assert services.send_minutes(actor=scene.leader, meeting=meeting) == first
    assert Document.objects.filter(kind="minutes").count() == Minutes.objects.count() == 1
    meeting.refresh_from_db()
    assert meeting.state == "held"
    with pytest.raises(Refused):
        services.save_minutes(actor=scene.leader, item=meeting.agenda.all()[0], text="Nytt", version=2)


def test_the_document_is_archivable_accessible_and_complete(scene: Scene, meeting: Meeting) -> None:
    written(scene, meeting)
    data = services.TaskData(
        title="Bestille time", due_on=moments_after(20).date(), responsible=scene.teacher_part
    )
    services.add_task(actor=scene.leader, meeting=meeting, data=data, item=meeting.agenda.all()[0])
    services.send_minutes(actor=scene.leader, meeting=meeting)
    pdf, day = queries.minutes_pdf(make.actor(scene.teacher), meeting.pk)
    assert day == SOON.date()
    assert faults(pdf) == []
    text = " ".join(pdf_words(pdf))
    for words in ("Mina tar bussen med mamma.", "Bestille time", "Ola Lærer", "Rom 204", "Marit Skogmo"):
        assert words in text


def test_others_see_the_minutes_only_when_they_are_sent(scene: Scene, meeting: Meeting) -> None:
    written(scene, meeting)
    teacher = make.actor(scene.teacher)
    assert queries.meeting_view(teacher, meeting.pk).agenda[0].minutes == ""
    assert queries.meeting_view(scene.leader, meeting.pk).agenda[0].minutes
    services.send_minutes(actor=scene.leader, meeting=meeting)
    assert queries.meeting_view(teacher, meeting.pk).agenda[0].minutes
