"""A person or an open case that is known already: told while one writes, asked before saving."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fellesplan.access.models import Event
from fellesplan.cases.models import Case, Referral
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.models import Employee, Municipality, Person
from fellesplan.people.services import numbers
from tests import factories as make
from tests.web.office.test_case_page import text, told, url

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
BORN = date(1960, 2, 1)


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker")


@pytest.fixture
def gerd(lund: Municipality) -> Person:
    return make.person(lund, given_name="Gerd", family_name="Vikse", born=BORN)


def hinted(client: Client, where: Municipality, **typed: str) -> str:
    response = client.post(url(where, "referral-similar"), typed, headers={"HX-Request": "true"})
    assert response.status_code == 200
    return text(response)


def test_name_and_birth_date_give_a_hint_with_the_open_case(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    case = make.case(gerd, "assessment")
    client = browser(clerk)
    page = hinted(client, lund, given_name="gerd ", family_name="VIKSE", birth_date="1.2.1960")
    assert case.number in page
    assert url(lund, "case", case.pk) in page
    assert "<html" not in page
    assert hinted(client, lund, given_name="Gerd", family_name="Vikse").strip() == ""
    assert hinted(client, lund, given_name="Gerd", family_name="Vikse", birth_date="2.2.1960").strip() == ""
    shown = Event.objects.using("audit").filter(action="person.read", subject=gerd.pk)
    assert shown.count() == 1


def test_the_birth_number_gives_a_hint_and_is_not_asked_about(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    number = synthetic_number(BORN)
    numbers.put(gerd, number)
    gerd.save()
    client = browser(clerk)
    assert "Gerd Vikse" in hinted(client, lund, birth_number=number)
    sent = told(birth_number=number, birth_date="", registrering="ABCD2346")
    assert client.post(url(lund, "referral-register"), sent).status_code == 302
    assert Case.objects.get().person == gerd


def test_the_question_comes_before_anything_is_saved(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    client, where = browser(clerk), url(lund, "referral-register")
    page = text(client.post(where, told()))
    assert "Er det samme person?" in page
    assert "Mange å forholde seg til." in page
    assert not Referral.objects.exists()
    assert "Velg om det er samme person" in text(client.post(where, told(same="")))
    assert client.post(where, told(same=str(gerd.pk))).status_code == 302
    assert (Case.objects.get().person, Person.objects.count()) == (gerd, 1)


def test_the_papers_are_asked_for_again(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    paper = SimpleUploadedFile("skjema.pdf", b"%PDF-1.7 x", "application/pdf")
    page = text(browser(clerk).post(url(lund, "referral-register"), told(channel="paper", papers=paper)))
    assert "Legg ved papirene en gang til" in page


def test_somebody_else_of_the_same_name_becomes_a_new_person(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    assert browser(clerk).post(url(lund, "referral-register"), told(same="new")).status_code == 302
    assert Case.objects.get().person != gerd


def test_the_number_is_kept_on_the_one_who_had_none(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    sent = told(birth_number=synthetic_number(BORN), same=str(gerd.pk))
    assert browser(clerk).post(url(lund, "referral-register"), sent).status_code == 302
    gerd.refresh_from_db()
    assert (gerd.number_kind, Case.objects.get().person) == ("birth", gerd)


def test_one_that_is_not_among_the_suggestions_cannot_be_chosen(
    browser: Browser, lund: Municipality, clerk: Employee, gerd: Person
) -> None:
    other: Any = make.person(lund)
    page = browser(clerk).post(url(lund, "referral-register"), told(same=str(other.pk)))
    assert page.status_code == 200
    assert not Referral.objects.exists()


def test_only_those_who_register_may_ask(browser: Browser, lund: Municipality, gerd: Person) -> None:
    for role in ("office_leader", "unit_leader", "provider"):
        client = browser(make.employee(lund, role))
        assert client.post(url(lund, "referral-similar"), {}).status_code == 404


def test_it_is_asked_for_by_post(browser: Browser, lund: Municipality, clerk: Employee) -> None:
    assert browser(clerk).get(url(lund, "referral-similar")).status_code == 405
