"""Emergency access in the browser: found, opened with a reason, shown on every page, ended and reviewed."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access.models import Event
from fellesplan.kernel import clock
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.models import EmergencySession, Employee, Municipality, Person
from fellesplan.people.models.person import vault
from tests import factories as make
from tests.fixtures import NOW
from tests.web.conftest import BACKEND, Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
REASON = "Hun er funnet alene og kan ikke si hvem hun er"


def at(name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs={"tenant": "lund", **kwargs})


@pytest.fixture(autouse=True)
def _logged_in(settings: Any) -> None:
    settings.AUTHENTICATION_BACKENDS = [BACKEND]


@pytest.fixture
def owner(lund: Municipality) -> Person:
    """Somebody with a birth number, a case and a plan."""
    number = synthetic_number(date(1990, 3, 3))
    person = make.person(
        lund, given_name="Mina", login=True, number_kind="birth",
        number_encrypted=vault().encrypt(number), number_index=vault().fingerprint(number),
    )  # fmt: skip
    make.case(person, number="2026/7001")
    make.goal(make.plan(person, matters="Jeg liker hester"), title="Jeg vil ri")
    return person


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ingrid Nesvik", title="Saksbehandler")


def find(client: Client, **data: str) -> Any:
    return client.post(at("emergency"), data)


def open_it(client: Client, **data: str) -> Any:
    found = find(client, case="2026/7001")
    who = found.context["form"].initial["who"]
    return client.post(at("emergency-open"), {"who": who, "reason": REASON} | data)


def test_found_by_birth_number_opened_and_read(browser: Browser, owner: Person, clerk: Employee) -> None:
    client = browser(clerk)
    found = find(client, number=owner.birth_number)
    text = found.content.decode()
    assert (found.status_code, owner.full_name in text, "Født i 1990" in text) == (200, True, True)
    assert owner.birth_number not in text
    assert "hester" not in text
    opened = open_it(client)
    assert opened["Location"] == at("emergency-plan")
    plan = client.get(at("emergency-plan"), follow=True)
    shown = plan.content.decode()
    assert "Jeg vil ri" in shown
    assert "Jeg liker hester" in shown
    assert "Du leser planen med nødtilgang" in shown


def test_the_name_that_was_shown_stands_in_the_log(browser: Browser, owner: Person, clerk: Employee) -> None:
    find(browser(clerk), case="2026/7001")
    event = Event.objects.using("audit").get(action="emergency.open", subject=owner.pk)
    assert (event.kind, event.information, event.ground) == (
        "read",
        ["name"],
        "caseworker:own_municipality",
    )


def test_banner_on_every_page_until_it_ends(browser: Browser, owner: Person, clerk: Employee) -> None:
    client = browser(clerk)
    open_it(client)
    for name in ("worklist", "cases", "emergency"):
        assert "Du har nødtilgang til planen til Mina" in client.get(at(name)).content.decode(), name
    with clock.frozen(NOW + timedelta(minutes=20)):
        assert "om 40 minutter" in client.get(at("worklist")).content.decode()
    ended = client.post(at("emergency-end"), follow=True)
    assert "Nødtilgangen er avsluttet" in ended.content.decode()
    assert "Du har nødtilgang" not in client.get(at("worklist")).content.decode()
    plan = at("plan", plan=owner.plans.get().pk)
    assert client.get(plan).status_code == 404


def test_an_open_page_is_closed_when_time_is_out(browser: Browser, owner: Person, clerk: Employee) -> None:
    client = browser(clerk)
    open_it(client)
    plan = at("plan", plan=owner.plans.get().pk)
    assert client.get(plan).status_code == 200
    assert client.get(at("plan-pdf", plan=owner.plans.get().pk)).status_code == 200
    with clock.frozen(NOW + timedelta(minutes=60)):
        assert client.get(plan).status_code == 404
        assert client.get(at("plan-pdf", plan=owner.plans.get().pk)).status_code == 404


def test_double_click_opens_one(browser: Browser, owner: Person, clerk: Employee) -> None:
    client = browser(clerk)
    who = find(client, case="2026/7001").context["form"].initial["who"]
    for _ in range(2):
        assert client.post(at("emergency-open"), {"who": who, "reason": REASON}).status_code == 302
    assert EmergencySession.objects.count() == 1
    for _ in range(2):
        assert client.post(at("emergency-end")).status_code == 302


@pytest.mark.parametrize("reason", ["", "  ", "nå"])
def test_without_a_reason_what_was_typed_stays(
    browser: Browser, owner: Person, clerk: Employee, reason: str
) -> None:
    answer = open_it(browser(clerk), reason=reason)
    assert answer.status_code == 422
    assert "Skriv hvorfor du må se planen nå" in answer.content.decode()
    assert not EmergencySession.objects.exists()


def test_protected_address_is_warned_of(browser: Browser, owner: Person, clerk: Employee) -> None:
    owner.protection = Person.Protection.STRICT
    owner.save()
    client = browser(clerk)
    assert "Adressen er skjermet" in find(client, case="2026/7001").content.decode()
    assert open_it(client).status_code == 422
    assert open_it(client, warned="on").status_code == 302


@pytest.mark.parametrize(
    "data", [{}, {"number": "123"}, {"case": "2026/9999"}, {"number": synthetic_number(NOW.date())}]
)
def test_nobody_found_is_told(browser: Browser, owner: Person, clerk: Employee, data: dict[str, str]) -> None:
    assert find(browser(clerk), **data).status_code == 422


@pytest.mark.parametrize("who", ["", "x", "0193c1f0-0000-7000-8000-000000000000"])
def test_nobody_is_opened_who_was_not_searched_for(
    browser: Browser, owner: Person, clerk: Employee, who: str
) -> None:
    answer = browser(clerk).post(at("emergency-open"), {"who": who, "reason": REASON})
    assert (answer.status_code, answer["Location"]) == (302, at("emergency"))
    assert not EmergencySession.objects.exists()


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_others_find_no_such_page(browser: Browser, lund: Municipality, owner: Person, role: str) -> None:
    client = browser(make.employee(lund, role))
    assert client.get(at("emergency")).status_code == 404
    assert client.post(at("emergency"), {"case": "2026/7001"}).status_code == 404
    assert "Nødtilgang" not in client.get(at("shared-plans")).content.decode()


def test_wrong_methods(browser: Browser, clerk: Employee) -> None:
    client = browser(clerk)
    assert client.get(at("emergency-open")).status_code == 405
    assert client.get(at("emergency-end")).status_code == 405
    assert client.put(at("emergency")).status_code == 405


def test_a_coordinator_has_it_in_the_menu(browser: Browser, lund: Municipality, owner: Person) -> None:
    lead = make.coordinator(make.person(lund))
    assert "Nødtilgang" in browser(lead).get(at("today")).content.decode()
    assert browser(lead).get(at("emergency")).status_code == 200


def reviewed(browser: Browser, lund: Municipality, clerk: Employee) -> tuple[Client, str]:
    client = browser(clerk)
    open_it(client)
    client.get(at("emergency-plan"), follow=True)
    client.post(at("emergency-end"))
    leader = browser(make.employee(lund, "office_leader", name="Aud Rage"))
    return leader, at("emergency-review", session=EmergencySession.objects.get().pk)


def test_reviewed_by_the_leader_and_told_the_person(
    browser: Browser, lund: Municipality, owner: Person, clerk: Employee
) -> None:
    leader, page = reviewed(browser, lund, clerk)
    assert "venter på at du ser gjennom" in leader.get(at("worklist")).content.decode()
    assert "Ingrid Nesvik åpnet planen til" in leader.get(at("emergency")).content.decode()
    shown = leader.get(page).content.decode()
    assert REASON in shown
    assert "Leste planen." in shown
    assert leader.post(page, {"verdict": "ja", "comment": ""}).status_code == 422
    assert leader.post(page, {"verdict": "ja", "comment": "Det var fare for liv."}).status_code == 302
    assert "venter på at du ser gjennom" not in leader.get(at("worklist")).content.decode()
    assert "Ingenting venter på deg" in leader.get(at("emergency")).content.decode()
    own = browser(owner)
    log = own.get(at("my-log", person=owner.pk)).content.decode()
    assert "åpnet planen din i en nødsituasjon" in log
    assert REASON in log
    assert "Det var fare for liv." in log
    assert "Brukte nødtilgang" in log
    assert REASON in own.get(at("my-plan", person=owner.pk)).content.decode()


def test_review_is_closed_to_others(
    browser: Browser, lund: Municipality, owner: Person, clerk: Employee
) -> None:
    _, page = reviewed(browser, lund, clerk)
    for role in ("caseworker", "administrator", "unit_leader", "provider"):
        assert browser(make.employee(lund, role)).get(page).status_code == 404, role
    assert browser(clerk).get(page).status_code == 404
    leader = browser(make.employee(lund, "office_leader"))
    assert leader.get(at("emergency-review", session=uuid4())).status_code == 404
    assert leader.put(page).status_code == 405


def test_budgets(
    browser: Browser, lund: Municipality, owner: Person, clerk: Employee, django_assert_max_num_queries: Any
) -> None:
    leader, page = reviewed(browser, lund, clerk)
    with django_assert_max_num_queries(16):
        leader.get(at("emergency"))
    with django_assert_max_num_queries(16):
        leader.get(page)
