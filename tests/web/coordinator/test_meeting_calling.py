"""Calling and changing a meeting from its page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fellesplan.access import tenancy
from fellesplan.meetings import services
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.meetings.scene import SOON, Scene, build
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return build(lund)


@pytest.fixture
def marit(scene: Scene, browser: Browser) -> Client:
    return browser(scene.marit)


def typed(scene: Scene, **values: Any) -> dict[str, Any]:
    """Return the form as somebody fills it in."""
    teacher = scene.teacher_part.pk.hex
    return {
        "kind": "ansvarsgruppemote", "day": "3.12.2026", "starts_at": "13.00", "ends_at": "14",
        "place": "Rom 204", "agenda": "Skolen\nSøvn\n", f"call_{scene.mina.pk.hex}": "on",
        f"call_{teacher}": "on", f"why_{teacher}": "Forteller om skolen", **values,
    }  # fmt: skip


def test_a_meeting_is_called(scene: Scene, marit: Client) -> None:
    answer = marit.post(at("meeting-new", person=scene.mina.pk), typed(scene), follow=True)
    meeting = Meeting.objects.get()
    assert (meeting.starts_at, meeting.ends_at) == (SOON, SOON + timedelta(hours=1))
    assert [item.title for item in meeting.agenda.all()] == ["Skolen", "Søvn"]
    page = answer.content.decode()
    assert "Møtet er satt opp" in page
    assert "Forteller om skolen" in page


def test_a_double_click_calls_once(scene: Scene, marit: Client) -> None:
    for _ in range(2):
        marit.post(at("meeting-new", person=scene.mina.pk), typed(scene))
    assert Meeting.objects.count() == 1


def test_the_page_tells_whom_consent_does_not_cover(scene: Scene, marit: Client) -> None:
    page = marit.get(at("meeting-new", person=scene.mina.pk)).content.decode()
    assert "Siri Dahl fra NAV kan ikke kalles inn før" in page
    assert f"call_{scene.siri_part.pk.hex}" not in page
    assert f"call_{scene.teacher_part.pk.hex}" in page


def test_one_whom_consent_does_not_cover_cannot_be_smuggled_in(scene: Scene, marit: Client) -> None:
    siri = scene.siri_part.pk.hex
    values = typed(scene, **{f"call_{siri}": "on", f"why_{siri}": "Arbeid"})
    marit.post(at("meeting-new", person=scene.mina.pk), values)
    assert scene.siri_part not in [row.participant for row in Meeting.objects.get().invitations.all()]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"ends_at": "12.00"}, "Møtet må slutte etter at det begynner."),
        ({"day": "23.11.2026"}, "Dagen er over. Velg en dag fram i tid."),
        ({"day": "torsdag"}, "Skriv datoen slik"),
        ({"starts_at": "halv to"}, "Skriv klokkeslettet slik: 13.00"),
        ({"place": ""}, "Skriv hvor møtet er"),
        ({"video": "http://video.example/rom"}, "Lenken må begynne med https://"),
        ({"agenda": " "}, "Fyll ut: Saksliste"),
    ],
)
def test_what_was_typed_stands_beside_what_is_wrong(
    scene: Scene, marit: Client, values: dict[str, str], said: str
) -> None:
    words = typed(scene, title="Møte om skolevei og søvn", **values)
    answer = marit.post(at("meeting-new", person=scene.mina.pk), words)
    page = answer.content.decode().replace("\xa0", " ")
    assert answer.status_code == 422
    assert said in page
    for kept in ("Møte om skolevei og søvn", "Forteller om skolen", *filter(None, values.values())):
        assert kept in page
    assert not Meeting.objects.exists()


def test_each_called_needs_a_reason(scene: Scene, marit: Client) -> None:
    words = typed(scene, **{f"why_{scene.teacher_part.pk.hex}": ""})
    answer = marit.post(at("meeting-new", person=scene.mina.pk), words)
    assert "Skriv hvorfor Ola Lærer er kalt inn." in answer.content.decode()


def test_short_notice_is_asked_about_once(scene: Scene, marit: Client) -> None:
    url, soon = at("meeting-new", person=scene.mina.pk), typed(scene, day="26.11.2026")
    answer = marit.post(url, soon)
    assert answer.status_code == 422
    assert "Det er kort tid til møtet" in answer.content.decode()
    assert not Meeting.objects.exists()
    marit.post(url, {**soon, "anyway": "on"})
    assert Meeting.objects.count() == 1


def test_alesund_begins_with_a_samarbeidsmote_and_says_why(browser: Browser, db: None) -> None:
    where = make.municipality("alesund")
    tenancy.use(where.id)
    person = make.person(where)
    client = browser(make.coordinator(person))
    form = client.get(f"/alesund/person/{person.pk}/mote/nytt/").context["form"]
    assert [value for value, _ in form.fields["kind"].choices] == ["samarbeidsmote", "koordineringsmote"]
    assert form["kind"].value() == "samarbeidsmote"
    assert "håndbok 2014" in client.get(f"/alesund/person/{person.pk}/mote/nytt/").content.decode()


def test_a_change_is_saved_and_shown(scene: Scene, marit: Client) -> None:
    meeting = scene.call()
    words = typed(scene, version="1", place="Rådhuset")
    page = marit.post(at("meeting-edit", meeting=meeting.pk), words, follow=True).content.decode()
    assert "Rådhuset" in page
    meeting.refresh_from_db()
    assert meeting.sequence == 1


def test_a_stale_change_keeps_both_texts(scene: Scene, marit: Client) -> None:
    meeting = scene.call()
    services.change(actor=scene.leader, meeting=meeting, data=scene.data(place="Rådhuset"), version=1)
    answer = marit.post(at("meeting-edit", meeting=meeting.pk), typed(scene, version="1", place="Hjemme"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Rådhuset" in page
    assert "Hjemme" in page
    meeting.refresh_from_db()
    assert meeting.place == "Rådhuset"


def test_cancelling_asks_once_and_tells_why(scene: Scene, marit: Client, browser: Browser) -> None:
    meeting = scene.call()
    url = at("meeting-cancel", meeting=meeting.pk)
    assert "Behold møtet" in marit.get(url).content.decode()
    marit.post(url, {"reason": "Rommet er opptatt"})
    page = browser(scene.teacher).get(at("meeting", meeting=meeting.pk)).content.decode()
    assert "Møtet er avlyst" in page
    assert "Rommet er opptatt" in page


def test_a_cancelled_meeting_cannot_be_changed(scene: Scene, marit: Client) -> None:
    meeting = scene.call()
    services.cancel(actor=scene.leader, meeting=meeting)
    for name in ("meeting-edit", "meeting-cancel"):
        there = marit.get(at(name, meeting=meeting.pk))["Location"]
        assert there == at("meeting", meeting=meeting.pk)
    answer = marit.post(at("meeting-edit", meeting=meeting.pk), typed(scene, version="2"))
    assert answer.status_code == 422
    assert "Møtet er avlyst" in answer.content.decode()
