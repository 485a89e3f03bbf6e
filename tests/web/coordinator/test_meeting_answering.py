"""Answering an invitation, the calendar, and tasks."""

from datetime import UTC

import pytest
from icalendar import Calendar

from fellesplan.meetings import services
from fellesplan.meetings.models import Meeting, Task
from fellesplan.people.models import Municipality
from tests.meetings.scene import SOON, Scene, build
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return build(lund)


@pytest.fixture
def meeting(scene: Scene) -> Meeting:
    return scene.call(title="Epilepsi og medisiner", agenda=("Anfall om natten",))


def test_one_called_answers(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    client, url = browser(scene.teacher), at("meeting-reply", meeting=meeting.pk)
    assert "Kommer du?" in client.get(at("meeting", meeting=meeting.pk)).content.decode()
    page = client.post(url, {"answer": "yes"}, follow=True).content.decode()
    assert "Du har svart at du kommer" in page
    assert client.post(url, {"answer": "kanskje"}, follow=True).status_code == 200
    assert meeting.invitations.get(participant=scene.teacher_part).reply == "yes"


def test_the_coordinator_notes_an_answer(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    row = meeting.invitations.get(participant=scene.teacher_part)
    url = at("meeting-reply", meeting=meeting.pk)
    browser(scene.marit).post(url, {"answer": "no", "invitation": str(row.pk)})
    row.refresh_from_db()
    assert row.reply == "no"
    assert browser(scene.marit).post(url, {"answer": "no", "invitation": "x"}).status_code == 404
    assert browser(scene.mina).post(url, {"answer": "yes", "invitation": str(row.pk)}).status_code == 403


def test_the_person_suggests_a_point(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    url = at("meeting-suggest", meeting=meeting.pk)
    page = browser(scene.mina).post(url, {"title": "Bussen"}, follow=True).content.decode()
    assert "Bussen" in page
    assert "Foreslått av Mina" in page
    page = browser(scene.mina).post(url, {"title": " "}, follow=True).content.decode()
    assert "Skriv hva du vil snakke om." in page


def test_the_calendar_says_when_and_where_and_nothing_else(
    scene: Scene, meeting: Meeting, browser: Browser
) -> None:
    answer = browser(scene.teacher).get(at("meeting-ics", meeting=meeting.pk))
    assert answer["Content-Type"].startswith("text/calendar")
    event = next(iter(Calendar.from_ical(answer.content).walk("VEVENT")))
    assert event.decoded("dtstart").astimezone(UTC) == SOON
    assert (str(event["summary"]), str(event["location"])) == ("Møte", "Rom 204")
    text = answer.content.decode().replace("\r\n ", "")
    for secret in ("Mina", "Prøvesen", "Epilepsi", "Anfall", "skolen", "Ansvarsgruppe"):
        assert secret not in text
    assert "mailto:ola@example.no" in text
    assert "mailto:marit@example.no" in text


def test_a_cancelled_meeting_leaves_the_calendar(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    services.cancel(actor=scene.leader, meeting=meeting)
    event = Calendar.from_ical(browser(scene.mina).get(at("meeting-ics", meeting=meeting.pk)).content)
    assert str(event["method"]) == "CANCEL"


@pytest.fixture
def task(scene: Scene, meeting: Meeting) -> Task:
    data = services.TaskData(title="Ringe", due_on=SOON.date(), responsible=scene.teacher_part)
    return services.add_task(actor=scene.leader, meeting=meeting, data=data)


def test_the_responsible_marks_the_task_done_and_open(scene: Scene, task: Task, browser: Browser) -> None:
    client, url = browser(scene.teacher), at("task-done", task=task.pk)
    for _ in range(2):
        assert client.post(url).status_code == 302
    task.refresh_from_db()
    assert task.state == "done"
    client.post(url, {"event": "reopened"})
    task.refresh_from_db()
    assert task.state == "open"


def test_task_done_goes_back_where_one_came_from_but_never_out(
    scene: Scene, task: Task, browser: Browser
) -> None:
    client, url = browser(scene.marit), at("task-done", task=task.pk)
    assert client.post(url, {"next": "/lund/i-dag/"})["Location"] == "/lund/i-dag/"
    for evil in ("https://evil.example/", "//evil.example/", "javascript:1"):
        assert client.post(url, {"next": evil})["Location"] == at("meeting", meeting=task.meeting_id)


def test_tasks_of_others_are_closed(scene: Scene, task: Task, browser: Browser) -> None:
    url = at("task-done", task=task.pk)
    assert browser(scene.siri).post(url).status_code == 404
    assert browser(scene.teacher).get(url).status_code == 405
