"""What protects the person around consent: the pages of the office and of the coordinator."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.access import tenancy
from fellesplan.consent import services
from fellesplan.consent.models import (
    CapacityAssessment,
    ChildsWish,
    Consent,
    Objection,
    ParentalInformation,
    Withholding,
)
from fellesplan.people.models import Employee, Municipality, Person
from fellesplan.web.office.safeguards import overview
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
TODAY = NOW.date()
DECISION = {
    "covers": ["sharing"], "reason": "Forstår ikke hva deling er.", "decided_on": "23.11.2026",
    "decided_by_name": "Liv Lege", "decided_by_title": "Lege", "decided_by_unit": "Legesenteret",
    "shown_to_person_on": "23.11.2026", "shown_to_kin_on": "23.11.2026", "valid_to": "1.6.2027",
}  # fmt: skip


def url(name: str, *args: Any) -> str:
    return reverse(name, args=["lund", *args])


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker")


@pytest.fixture
def adult(lund: Municipality) -> Person:
    return make.person(lund, given_name="Gerd", family_name="Vikse")


@pytest.fixture
def child(lund: Municipality) -> Person:
    found = make.person(lund, given_name="Jonas", born=date(2013, 5, 14), login=True)
    make.parent_of(found)
    return found


def test_a_decision_of_lacking_capacity_is_registered_and_ended(
    browser: Browser, lund: Municipality, clerk: Employee, adult: Person
) -> None:
    client = browser(clerk)
    page = text(client.get(url("capacity-new", adult.pk)))
    assert "overveiende sannsynlig" in page
    assert "§ 4-3" in page
    wrong = client.post(url("capacity-new", adult.pk), DECISION | {"reason": " "})
    assert wrong.status_code == 422
    assert "Legesenteret" in text(wrong)
    tenancy.use(lund.pk)
    assert not CapacityAssessment.objects.exists()
    assert client.post(url("capacity-new", adult.pk), DECISION).url == url("safeguards", adult.pk)
    page = text(client.get(url("safeguards", adult.pk)))
    assert "Forstår ikke hva deling er." in page
    assert "Liv Lege, Lege, Legesenteret" in page
    tenancy.use(lund.pk)
    row = CapacityAssessment.objects.get()
    assert client.get(url("capacity-end", row.pk)).status_code == 200
    client.post(url("capacity-end", row.pk))
    row.refresh_from_db()
    assert row.ended_at is not None


def test_something_is_kept_from_the_parents_and_shown_again(
    browser: Browser, lund: Municipality, clerk: Employee, child: Person
) -> None:
    client = browser(clerk)
    sent = {"areas": ["health"], "basis": "child", "reason": "Jonas vil det.", "child_told_on": "24.11.2026"}
    assert "§ 3-4" in text(client.get(url("withholding-new", child.pk)))
    assert client.post(url("withholding-new", child.pk), sent | {"areas": []}).status_code == 422
    client.post(url("withholding-new", child.pk), sent)
    assert "Jonas vil det." in text(client.get(url("safeguards", child.pk)))
    tenancy.use(lund.pk)
    row = Withholding.objects.get()
    assert client.post(url("withholding", row.pk), {"why": ""}).status_code == 422
    client.post(url("withholding", row.pk), {"why": "Jonas vil dele det nå."})
    row.refresh_from_db()
    assert row.why_ended == "Jonas vil dele det nå."


def test_what_a_child_asked_for_is_left_standing(browser: Browser, clerk: Employee, child: Person) -> None:
    row = services.ask_to_keep(actor=make.actor(child), person=child, areas=("health",))[0]
    client = browser(clerk)
    assert "La det stå" in text(client.get(url("withholding", row.pk)))
    client.post(url("withholding", row.pk), {"stand": "1"})
    row.refresh_from_db()
    assert (row.looked_at is None, row.ended_at) == (False, None)


def test_parents_are_told_what_they_must_know(
    browser: Browser, lund: Municipality, clerk: Employee, child: Person
) -> None:
    client = browser(clerk)
    sent = {
        "text": "Jonas er på sykehuset.", "why_necessary": "De har omsorgen.", "given_on": "24.11.2026",
        "child_told_on": "24.11.2026",
    }  # fmt: skip
    assert client.post(url("parents-inform", child.pk), sent | {"child_told_on": ""}).status_code == 422
    client.post(url("parents-inform", child.pk), sent)
    assert "Jonas er på sykehuset." in text(client.get(url("safeguards", child.pk)))
    tenancy.use(lund.pk)
    assert ParentalInformation.objects.get().text == "Jonas er på sykehuset."


def test_an_objection_and_its_end(
    browser: Browser, lund: Municipality, clerk: Employee, adult: Person
) -> None:
    unit, client = make.unit(lund, "home_care", name="Hjemmetjenesten"), browser(clerk)
    client.post(url("objection-new", adult.pk), {"unit": str(unit.pk), "who": "Gerd Vikse"})
    assert "Hjemmetjenesten" in text(client.get(url("safeguards", adult.pk)))
    tenancy.use(lund.pk)
    row = Objection.objects.get()
    assert client.get(url("objection-end", row.pk)).status_code == 200
    client.post(url("objection-end", row.pk))
    row.refresh_from_db()
    assert row.withdrawn_on == TODAY


def test_the_wish_of_a_child_is_followed_up(
    browser: Browser, lund: Municipality, clerk: Employee, child: Person
) -> None:
    consent = make.consent(child)
    Consent.objects.filter(pk=consent.pk).update(capacity="3")
    services.withdraw(actor=make.actor(child), consent=consent)
    row, client = ChildsWish.objects.get(), browser(clerk)
    page = text(client.get(url("safeguards", child.pk)))
    assert url("childs-wish", row.pk) in page
    assert client.post(url("childs-wish", row.pk), {"answer": ""}).status_code == 422
    client.post(url("childs-wish", row.pk), {"answer": "Vi prøver til jul."})
    assert "Vi prøver til jul." in text(client.get(url("safeguards", child.pk)))


def test_the_coordinator_has_the_pages_while_the_consent_lives(
    browser: Browser, lund: Municipality, adult: Person
) -> None:
    client = browser(make.coordinator(adult))
    assert client.get(url("safeguards", adult.pk)).status_code == 200
    tenancy.use(lund.pk)
    services.withdraw(
        actor=make.actor(make.employee(lund, "caseworker")), consent=adult.consents.get(), on_behalf_of="Gerd"
    )
    assert client.get(url("safeguards", adult.pk)).status_code == 404


@pytest.mark.parametrize(
    "name", ["safeguards", "capacity-new", "withholding-new", "parents-inform", "objection-new"]
)
def test_nobody_else_gets_in(browser: Browser, lund: Municipality, adult: Person, name: str) -> None:
    for other in (make.employee(lund), make.employee(lund, "unit_leader"), make.person(lund, login=True)):
        tenancy.use(lund.pk)
        assert browser(other).get(url(name, adult.pk)).status_code == 404
    tenancy.use(lund.pk)
    assert browser(make.employee(lund, "caseworker")).get(url(name, uuid4())).status_code == 404


def test_few_queries(
    browser: Browser, clerk: Employee, child: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser(clerk)
    with django_assert_max_num_queries(overview.QUERY_BUDGET):
        assert client.get(url("safeguards", child.pk)).status_code == 200
    assert client.post(url("safeguards", child.pk)).status_code == 405
