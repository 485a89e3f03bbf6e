"""The worklist and the list of cases: order, reasons, filter, search and who may see them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.cases.models import Case
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.models import Employee, Municipality
from fellesplan.people.services import PersonData, find_or_add
from fellesplan.web.office import case_list, worklist
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
TODAY = NOW.date()


def url(where: Municipality, name: str = "worklist", *args: Any) -> str:
    return reverse(name, args=[where.slug, *args])


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ingrid Nesvik")


def waiting(where: Municipality, name: str, days: int | None, **values: Any) -> Case:
    person = make.person(where, given_name=name)
    due = TODAY + timedelta(days=days) if days is not None else None
    return make.case(person, "assessment", next_due=due, next_step="criteria", **values)


def test_rows_stand_by_due_date_with_reason_and_rule(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    for name, days in (("Senere", 20), ("Over", -2), ("Snart", 2), ("Uten", None)):
        waiting(lund, name, days)
    page = text(browser(clerk).get(url(lund)))
    table = page[page.index('id="arbeid"') :]
    places = [table.index(name) for name in ("Over P", "Snart P", "Senere P", "Uten P")]
    assert places == sorted(places)
    assert "Fire saker venter på noe fra dere." in page
    assert "Én er over fristen." in page
    assert "Be om samtykke: Over" in page
    assert "Forskrift om individuell plan § 5" in table


def test_filter_stands_in_the_address_and_htmx_gets_the_table_only(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    waiting(lund, "Min", 3, caseworker=clerk)
    waiting(lund, "Ledig", 3)
    waiting(lund, "Annen", 3, caseworker=make.employee(lund, "caseworker"))
    client = browser(clerk)
    for who, shown in (("", "Min Ledig"), ("mine", "Min"), ("free", "Ledig"), ("all", "Min Ledig Annen")):
        part = text(client.get(url(lund), {"hvem": who}, headers={"HX-Request": "true"}))
        assert [name for name in ("Min P", "Ledig P", "Annen P") if name in part] == [
            f"{name} P" for name in shown.split()
        ]
        assert "<html" not in part
    assert client.get(url(lund), {"hvem": "x", "frist": "y", "side": "z", "sorter": "q"}).status_code == 200


def test_cases_that_wait_for_others_are_folded_away(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    make.case(make.person(lund, given_name="Venter"), "consent_missing", next_step="consent_wait",
              next_due=TODAY + timedelta(days=25))  # fmt: skip
    page = text(browser(clerk).get(url(lund)))
    assert "Ingen saker venter på noe fra dere." in page
    assert "Én sak venter på andre." in page


def test_take_a_case(browser: Browser, lund: Municipality, clerk: Employee) -> None:
    case = waiting(lund, "Ledig", 3)
    client = browser(clerk)
    response = client.post(url(lund, "case-take", case.pk), {"next": "https://evil.example/"})
    assert response.url == url(lund)
    case.refresh_from_db()
    assert case.caseworker == clerk
    other = browser(make.employee(lund, "caseworker"))
    assert other.post(url(lund, "case-take", case.pk)).status_code == 409


def test_search_by_name_number_and_birth_number(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    number = synthetic_number(date(2019, 5, 14))
    data = PersonData(given_name="Jonas", family_name="Fjellbekk", birth_number=number)
    case = make.case(find_or_add(municipality=lund, data=data), number="2026/0147")
    waiting(lund, "Selma", 3)
    client = browser(clerk)
    for words in ("fjell", "jonas fjellbekk", "2026/0147", number):
        page = text(client.post(url(lund, "cases"), {"q": words}, follow=True))
        assert "Jonas Fjellbekk" in page
        assert "Selma" not in page
    assert "Ingen saker passer" in text(client.get(url(lund, "cases"), {"q": "finnes ikke"}))
    assert case.number in text(client.get(url(lund, "cases"), {"status": "open"}))
    assert case.number not in text(client.get(url(lund, "cases"), {"status": "closed"}))


def test_a_birth_number_never_stands_in_an_address(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    number = synthetic_number(date(2019, 5, 14))
    data = PersonData(given_name="Jonas", family_name="Fjellbekk", birth_number=number)
    make.case(find_or_add(municipality=lund, data=data))
    client, here = browser(clerk), url(lund, "cases")
    found = client.post(here, {"q": number})
    assert found.status_code == 200
    assert "Jonas Fjellbekk" in text(found)
    assert "Jonas" not in text(client.get(here, {"q": number}))
    assert client.post(here, {"q": "jonas", "hvem": "mine"}).url == f"{here}?q=jonas&hvem=mine"
    for page in (client.get(here), client.get(url(lund))):
        assert 'method="post"' in page.content.decode().split('name="q"')[0].rpartition("<form")[2]


def test_many_cases_cost_no_more_queries(
    browser: Browser,
    lund: Municipality,
    clerk: Employee,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for n in range(30):
        waiting(lund, f"Nr{n}", n)
    client = browser(clerk)
    with django_assert_max_num_queries(worklist.QUERY_BUDGET):
        client.get(url(lund))
    with django_assert_max_num_queries(case_list.QUERY_BUDGET):
        page = text(client.get(url(lund, "cases")))
    assert "Viser 1–25 av 30" in page


@pytest.mark.parametrize("name", ["worklist", "cases"])
def test_others_than_the_office_get_nothing(browser: Browser, lund: Municipality, name: str) -> None:
    outsiders = [make.employee(lund, role) for role in ("unit_leader", "provider", "administrator")]
    for who in (*outsiders, make.person(lund, login=True)):
        assert browser(who).get(url(lund, name)).status_code == 404
    assert "logg-inn" in browser().get(url(lund, name)).url
    assert browser(make.employee(lund, "office_leader")).get(url(lund, name)).status_code == 200
    clerk = browser(make.employee(lund, "caseworker"))
    assert clerk.post(url(lund, name)).status_code == (302 if name == "cases" else 405)
    assert clerk.put(url(lund, name)).status_code == 405
