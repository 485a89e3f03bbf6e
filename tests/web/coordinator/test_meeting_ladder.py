"""Pages about a meeting: the same ladder for each."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.consent.models import ConsentGrant
from fellesplan.meetings import services
from fellesplan.meetings.data import Invited
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.fixtures import NOW
from tests.meetings.scene import Scene, build
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import at
from tests.web.coordinator.meeting_places import LEADING, OPEN, POSTS

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
PAGES = {**OPEN, **LEADING}
BUDGET = 32


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return build(lund)


@pytest.fixture
def meeting(scene: Scene) -> Meeting:
    return scene.call()


@pytest.mark.parametrize("name", PAGES)
def test_works_for_the_coordinator(name: str, scene: Scene, meeting: Meeting, browser: Browser) -> None:
    assert browser(scene.marit).get(PAGES[name](scene, meeting)).status_code == 200


@pytest.mark.parametrize("name", OPEN)
def test_those_called_and_the_family_read(
    name: str, scene: Scene, meeting: Meeting, browser: Browser
) -> None:
    for who in (scene.teacher, scene.mina, scene.mother):
        assert browser(who).get(OPEN[name](scene, meeting), follow=True).status_code == 200


def test_the_family_is_led_to_its_own_room(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    own = at("my-meeting", person=scene.mina.pk, meeting=meeting.pk)
    for who in (scene.mina, scene.mother):
        assert browser(who).get(at("meeting", meeting=meeting.pk))["Location"] == own


def test_a_private_person_who_is_called_sees_it_in_the_citizens_room(scene: Scene, browser: Browser) -> None:
    granny = make.person(scene.mina.municipality, login=True, given_name="Gerd")
    part = make.participant(scene.plan, granny, role="Bestemor")
    make.share(scene.mina, granny)
    called = scene.call(invited=(scene.herself, Invited(participant=part, purpose="Følger til svømming")))
    page = browser(granny).get(at("meeting", meeting=called.pk))
    assert page.status_code == 200
    assert "Kommer du?" in page.content.decode()


@pytest.mark.parametrize("name", LEADING)
def test_those_called_do_not_lead(name: str, scene: Scene, meeting: Meeting, browser: Browser) -> None:
    for who in (scene.teacher, scene.mina):
        assert browser(who).get(LEADING[name](scene, meeting)).status_code in (403, 404)


@pytest.mark.parametrize("name", PAGES)
def test_others_find_nothing(
    name: str, scene: Scene, meeting: Meeting, browser: Browser, lund: Municipality
) -> None:
    strangers = (scene.siri, make.employee(lund), make.employee(lund, "caseworker"))
    for who in (*strangers, make.person(lund, login=True)):
        assert browser(who).get(PAGES[name](scene, meeting)).status_code == 404


@pytest.mark.parametrize("name", OPEN)
def test_a_withdrawn_consent_closes_the_page_at_once(
    name: str, scene: Scene, meeting: Meeting, browser: Browser
) -> None:
    ConsentGrant.objects.filter(unit=scene.school).update(withdrawn_at=NOW)
    assert browser(scene.teacher).get(OPEN[name](scene, meeting)).status_code == 404


@pytest.mark.parametrize("name", [*PAGES, *POSTS])
def test_what_is_not_there_is_not_found(name: str, scene: Scene, meeting: Meeting, browser: Browser) -> None:
    key = "person" if name == "meeting-new" else "meeting"
    url = at(name, **{key: uuid4()})
    client = browser(scene.marit)
    answer = client.post(url) if name in POSTS else client.get(url)
    assert answer.status_code == 404


@pytest.mark.parametrize("name", OPEN)
def test_reading_takes_no_post(name: str, scene: Scene, meeting: Meeting, browser: Browser) -> None:
    assert browser(scene.marit).post(OPEN[name](scene, meeting)).status_code == 405


@pytest.mark.parametrize("name", POSTS)
def test_sending_takes_no_get(name: str, scene: Scene, meeting: Meeting, browser: Browser) -> None:
    assert browser(scene.marit).get(POSTS[name](scene, meeting)).status_code == 405


def test_visitors_log_in_first(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    assert browser().get(at("meeting", meeting=meeting.pk)).status_code == 302


@pytest.mark.parametrize("name", PAGES)
def test_the_number_of_queries_is_bounded(
    name: str, scene: Scene, meeting: Meeting, browser: Browser
) -> None:
    for number in range(8):
        services.suggest_item(actor=scene.leader, meeting=meeting, title=f"Punkt {number}")
        colleague = make.employee(scene.mina.municipality, at=scene.school)
        make.participant(scene.plan, colleague)
    client = browser(scene.marit)
    client.get(PAGES[name](scene, meeting))
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGES[name](scene, meeting))
    assert len(queries) <= BUDGET


def test_minutes_and_tasks_that_are_not_there(scene: Scene, meeting: Meeting, browser: Browser) -> None:
    client = browser(scene.marit)
    for pk in (meeting.pk, uuid4()):
        assert client.get(at("minutes-pdf", meeting=pk)).status_code == 404
    assert client.post(at("minutes-pdf", meeting=meeting.pk)).status_code == 405
    assert client.post(at("task-done", task=uuid4())).status_code == 404
