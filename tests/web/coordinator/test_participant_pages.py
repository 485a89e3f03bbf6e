"""Guests, stand-ins, contact data and going through who takes part, in the browser."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from fellesplan.people.models import Employee
from fellesplan.plans.models import AccessReview, Participant, Plan
from tests import factories as make
from tests.fixtures import NOW
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import World, at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
GUEST = {
    "name": "Liv Hagen",
    "title": "Rådgiver",
    "organisation": "NAV Prøve",
    "kind": "nav",
    "email": "liv@nav.example",
    "phone": "",
    "role": "Rådgiver",
    "purpose": "Følger opp arbeidet",
    "valid_to": "1.3.2027",
}


@pytest.fixture
def part(world: World) -> Participant:
    return world.plan.participants.get(employee=world.teacher)


def test_a_guest_is_invited_and_consent_is_asked_for(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    assert at("participant-guest", plan=world.plan.pk) in (
        lead.get(at("participant-new", plan=world.plan.pk)).content.decode()
    )
    answer = lead.post(at("participant-guest", plan=world.plan.pk), GUEST, follow=True)
    text = answer.content.decode()
    assert "Liv Hagen er invitert" in text
    assert "Ser ikke planen ennå: samtykke mangler" in text
    assert "Med til 1. mars 2027" in text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("email", "nei"),
        ("kind", "office"),
        ("purpose", " "),
        ("valid_to", "1.1.2020"),
        ("valid_to", "i morgen en gang"),
        ("organisation", "Storgata skole"),
    ],
)
def test_a_guest_with_something_missing(world: World, browser: Browser, field: str, value: str) -> None:
    lead = browser(world.coordinator)
    answer = lead.post(at("participant-guest", plan=world.plan.pk), GUEST | {field: value})
    assert answer.status_code == 422
    assert "Følger opp arbeidet" in answer.content.decode() or field == "purpose"
    assert not Employee.objects.filter(name="Liv Hagen").exists()


def test_double_click_invites_one_guest(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    first = lead.post(at("participant-guest", plan=world.plan.pk), GUEST)
    again = lead.post(at("participant-guest", plan=world.plan.pk), GUEST)
    assert (first.status_code, again.status_code) == (302, 422)
    assert Employee.objects.filter(name="Liv Hagen").count() == 1


def test_a_stand_in_is_chosen_and_shown(world: World, browser: Browser, part: Participant) -> None:
    unit = world.teacher.assignments.get().unit
    vikar = make.employee(world.owner.municipality, at=unit, name="Ola Vik")
    lead, page = browser(world.coordinator), at("participant-stand-in", participant=part.pk)
    assert "Ola Vik" in lead.get(page).content.decode()
    wrong = {"employee": str(vikar.pk), "valid_from": "1.12.2026", "valid_to": "30.11.2026", "reason": "Fri"}
    assert lead.post(page, wrong).status_code == 422
    answer = lead.post(page, wrong | {"valid_to": "8.12.2026", "valid_from": "24.11.2026"}, follow=True)
    assert "Vikar for Tone Birkeland til 8. desember" in answer.content.decode().replace("\xa0", " ")
    around = browser(world.owner).get(at("my-around", person=world.owner.pk)).content.decode()
    assert "vikar for Tone Birkeland til 8. desember" in around.replace("\xa0", " ")


def test_a_private_person_has_no_stand_in(world: World, browser: Browser) -> None:
    uncle = make.participant(world.plan, make.person(world.owner.municipality), role="Onkel")
    page = at("participant-stand-in", participant=uncle.pk)
    assert browser(world.coordinator).get(page).status_code == 404


class TestContactData:
    """Hidden from the others in the plan until one shares it; the coordinator and the owner see it."""

    @pytest.fixture
    def other(self, world: World) -> Employee:
        who = make.employee(world.owner.municipality, at=world.teacher.assignments.get().unit)
        make.participant(world.plan, who)
        Plan.objects.filter(pk=world.plan.pk).update(tool="service_overview")
        Employee.objects.filter(pk=world.teacher.pk).update(phone="51000001", email="tone@skole.example")
        return who

    def _shown(self, browser: Browser, world: World, who: Employee) -> bool:
        text = browser(who).get(at("plan", plan=world.plan.pk)).content.decode()
        return "tone@skole.example" in text

    def test_hidden_until_shared(
        self, world: World, browser: Browser, other: Employee, part: Participant
    ) -> None:
        assert not self._shown(browser, world, other)
        assert self._shown(browser, world, world.coordinator)
        assert self._shown(browser, world, world.teacher)
        page = at("participant-contact", participant=part.pk)
        mine = browser(world.teacher)
        assert page in mine.get(at("plan", plan=world.plan.pk)).content.decode()
        assert mine.post(page, {"del": "ja"}).status_code == 302
        assert self._shown(browser, world, other)
        assert mine.post(page, {"del": "nei"}).status_code == 302
        assert not self._shown(browser, world, other)

    def test_nobody_else_decides(
        self, world: World, browser: Browser, other: Employee, part: Participant
    ) -> None:
        page = at("participant-contact", participant=part.pk)
        for who in (other, world.coordinator, world.owner):
            assert browser(who).post(page, {"del": "ja"}).status_code == 404
        assert browser(world.teacher).get(page).status_code == 405
        gone = at("participant-contact", participant=uuid4())
        assert browser(world.teacher).post(gone, {"del": "ja"}).status_code == 404


class TestReview:
    """All who take part, on one page."""

    def test_confirmed_and_told(self, world: World, browser: Browser, part: Participant) -> None:
        lead, page = browser(world.coordinator), at("access-review", plan=world.plan.pk)
        assert "Tone Birkeland" in lead.get(page).content.decode()
        answer = lead.post(page, {str(part.pk): "keep", f"{part.pk}-til": ""}, follow=True)
        assert "gått gjennom hvem som er med" in answer.content.decode()
        assert AccessReview.objects.get().by_name == "Marit Skogmo"
        around = browser(world.owner).get(at("my-around", person=world.owner.pk)).content.decode()
        assert "Marit Skogmo gikk gjennom hvem som skal være med, 24. november" in around.replace("\xa0", " ")

    @pytest.mark.parametrize(
        "values", [{}, {"verdict": "shorten"}, {"verdict": "shorten", "til": "1.1.2020"}, {"verdict": "x"}]
    )
    def test_something_missing(
        self, world: World, browser: Browser, part: Participant, values: dict[str, str]
    ) -> None:
        data = {str(part.pk): values.get("verdict", ""), f"{part.pk}-til": values.get("til", "")}
        answer = browser(world.coordinator).post(at("access-review", plan=world.plan.pk), data)
        assert answer.status_code == 422
        assert not AccessReview.objects.exists()

    def test_shortened(self, world: World, browser: Browser, part: Participant) -> None:
        data = {str(part.pk): "shorten", f"{part.pk}-til": "1.12.2026"}
        browser(world.coordinator).post(at("access-review", plan=world.plan.pk), data)
        part.refresh_from_db()
        assert part.valid_to == NOW.date() + timedelta(days=7)

    def test_budget(self, world: World, browser: Browser, django_assert_max_num_queries: Any) -> None:
        for _ in range(6):
            make.participant(world.plan, make.employee(world.owner.municipality))
        lead = browser(world.coordinator)
        with django_assert_max_num_queries(14):
            lead.get(at("access-review", plan=world.plan.pk))
