"""Writing minutes while the meeting goes on, and sending them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from fellesplan.kernel import clock
from fellesplan.meetings import services
from fellesplan.meetings.models import Meeting, Minutes, Task
from fellesplan.people.models import Municipality
from tests.documents.reading import faults
from tests.meetings.scene import SOON, Scene, build, moments_after
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return build(lund)


@pytest.fixture
def meeting(scene: Scene) -> Iterator[Meeting]:
    """A meeting that goes on now."""
    called = scene.call(agenda=("Skolen", "Søvn"))
    with clock.frozen(SOON):
        yield called


@pytest.fixture
def marit(scene: Scene, meeting: Meeting, browser: Browser) -> Client:
    return browser(scene.marit)


def page_of(meeting: Meeting, number: int = 1) -> str:
    return f"{at('meeting-mode', meeting=meeting.pk)}?punkt={number}"


def typed(meeting: Meeting, **values: Any) -> dict[str, Any]:
    """Return the form for the first point."""
    item = meeting.agenda.all()[0]
    return {"item": str(item.pk), "version": "1", "text": "Bussen går bra.", "do": "save", **values}


def here(meeting: Meeting) -> dict[str, str]:
    """Return the boxes of everybody called, ticked."""
    return {f"here_{row.pk.hex}": "on" for row in meeting.invitations.all()}


def test_notes_decision_and_attendance_are_saved_by_any_button(
    scene: Scene, meeting: Meeting, marit: Client
) -> None:
    task = {"title": "Ringe bussen", "who": scene.teacher_part.pk.hex, "due_on": "10.12.2026"}
    answer = marit.post(page_of(meeting), typed(meeting, do="go-2", **task, **here(meeting)))
    assert answer["Location"] == f"{page_of(meeting, 2)}#punkt"
    assert meeting.agenda.all()[0].minutes == "Bussen går bra."
    assert Task.objects.get().responsible == scene.teacher_part
    assert set(meeting.invitations.values_list("attended", flat=True)) == {True}


def test_attendance_is_unknown_until_somebody_ticks(meeting: Meeting, marit: Client) -> None:
    marit.post(page_of(meeting), typed(meeting))
    assert set(meeting.invitations.values_list("attended", flat=True)) == {None}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "Ringe", "due_on": ""}, "Skriv når det skal være gjort."),
        ({"title": "Ringe", "due_on": "1.12.2026"}, "Fristen kan ikke være før møtet."),
        ({"title": "", "do": "task"}, "Skriv hva som skal gjøres."),
        ({"title": "Ringe", "due_on": "snart"}, "Skriv datoen slik"),
    ],
)
def test_a_faulty_decision_keeps_all_that_was_typed(
    meeting: Meeting, marit: Client, values: dict[str, str], said: str
) -> None:
    answer = marit.post(page_of(meeting), typed(meeting, **values))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "Bussen går bra." in page
    assert values["title"] in page
    assert not Task.objects.exists()


def test_a_stale_version_shows_both_texts(scene: Scene, meeting: Meeting, marit: Client) -> None:
    services.save_minutes(actor=scene.leader, item=meeting.agenda.all()[0], text="Hun går.", version=1)
    answer = marit.post(page_of(meeting), typed(meeting))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hun går." in page
    assert "Bussen går bra." in page
    assert meeting.agenda.all()[0].minutes == "Hun går."
    marit.post(page_of(meeting), typed(meeting, version="2", text="Hun går. Bussen går bra."))
    assert meeting.agenda.all()[0].minutes == "Hun går. Bussen går bra."


def test_notes_are_kept_while_one_writes(meeting: Meeting, marit: Client) -> None:
    headers = {"hx-request": "true"}
    answer = marit.post(page_of(meeting), typed(meeting, text="Bussen"), headers=headers)
    assert "Lagret" in answer.content.decode()
    assert 'value="2"' in answer.content.decode()
    stale = marit.post(page_of(meeting), typed(meeting, text="Noe annet"), headers=headers)
    assert stale.status_code == 409
    assert meeting.agenda.all()[0].minutes == "Bussen"


def test_the_tasks_from_before_are_gone_through(scene: Scene, meeting: Meeting, marit: Client) -> None:
    data = services.TaskData(title="Melde på trening", due_on=SOON.date())
    task = services.add_task(actor=scene.leader, meeting=meeting, data=data)
    with clock.frozen(moments_after(20)):
        second = scene.call(starts_at=moments_after(30))
    with clock.frozen(moments_after(30)):
        went, until = f"went_{task.pk.hex}", f"until_{task.pk.hex}"
        page = marit.post(page_of(second), typed(second, **{went: "postponed"}))
        assert "Skriv den nye fristen." in page.content.decode()
        marit.post(page_of(second), typed(second, **{went: "postponed", until: "1.2.2027"}))
        assert "Oppgavene fra sist" in marit.get(page_of(second)).content.decode()
    task.refresh_from_db()
    assert (task.state, task.due_on.isoformat() if task.due_on else "") == ("open", "2027-02-01")


def test_it_says_who_must_not_hear_what(meeting: Meeting, scene: Scene, marit: Client) -> None:
    page = marit.get(page_of(meeting)).content.decode()
    assert "Ola Lærer fra Storgata skole skal ikke høre om" in page


def test_ending_leads_to_sending_and_a_double_click_sends_once(
    scene: Scene, meeting: Meeting, marit: Client, browser: Browser
) -> None:
    answer = marit.post(page_of(meeting), typed(meeting, do="end", **here(meeting)))
    send = at("meeting-send", meeting=meeting.pk)
    assert answer["Location"] == send
    assert "Bussen går bra." in marit.get(send).content.decode()
    for _ in range(2):
        assert marit.post(send)["Location"] == at("meeting", meeting=meeting.pk)
    assert Minutes.objects.count() == 1
    for who in (scene.marit, scene.teacher, scene.mina):
        pdf = browser(who).get(at("minutes-pdf", meeting=meeting.pk))
        assert pdf["Content-Type"] == "application/pdf"
    assert faults(pdf.content) == []
    assert browser(scene.siri).get(at("minutes-pdf", meeting=meeting.pk)).status_code == 404
    assert marit.get(page_of(meeting))["Location"] == at("meeting", meeting=meeting.pk)


def test_unfinished_minutes_are_not_sent(meeting: Meeting, marit: Client) -> None:
    send = at("meeting-send", meeting=meeting.pk)
    answer = marit.post(send)
    assert answer.status_code == 422
    assert "Merk av hvem som var til stede" in answer.content.decode()
    assert marit.get(at("minutes-pdf", meeting=meeting.pk)).status_code == 404


def test_before_the_day_nobody_is_present(scene: Scene, browser: Browser) -> None:
    called = scene.call()
    page = browser(scene.marit).get(page_of(called)).content.decode()
    assert "Du kan forberede notatene nå." in page
    assert "here_" not in page
