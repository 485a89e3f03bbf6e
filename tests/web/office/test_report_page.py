"""Årsoversikt as a page and as a file."""

import pytest
from django.urls import reverse

from fellesplan.people.models import Municipality
from tests import factories as make
from tests.coordinators.test_appointments import follow
from tests.reporting.test_report import meeting
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def url(name: str = "report", query: str = "") -> str:
    return reverse(name, args=["lund"]) + query


@pytest.fixture
def full(lund: Municipality) -> Municipality:
    who = make.employee(lund, at=make.unit(lund))
    follow(who, 6)
    person = make.person(lund)
    make.case(person, "assessment")
    make.plan(person, state="approved")
    meeting(person, who)
    return lund


def test_numbers_stand_in_sentences(browser: Browser, full: Municipality) -> None:
    reply = browser(make.employee(full, "office_leader")).get(url())
    shown = reply.content.decode().replace("\xa0", " ")
    assert "Slik ser det ut i Lund i dag, 24. november 2026." in shown
    assert "Én av sju personer med åpen sak har virksom plan." in shown
    assert "Én koordinator følger seks personer." in shown
    assert "Én følger flere enn fem, som er det kommunen anbefaler." in shown
    assert "Ett møte er gjennomført i 2026." in shown
    assert "Ansvarsgruppemøte" in shown


def test_an_empty_municipality_has_a_page_too(browser: Browser, lund: Municipality) -> None:
    shown = browser(make.employee(lund, "caseworker")).get(url()).content.decode()
    assert "Ingen er koordinator for noen." in shown
    assert "Ingen møter er gjennomført i 2026." in shown


def test_the_file_opens_in_a_spreadsheet(browser: Browser, full: Municipality) -> None:
    reply = browser(make.employee(full, "system_coordinator")).get(url("report-csv", "?aar=2026"))
    assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "arsoversikt-lund-2026.csv" in reply.headers["Content-Disposition"]
    body = reply.content.decode()
    assert body.startswith("\ufeffDel;Hva;Kode;Antall\r\n")
    assert "Individuell plan (Volven 9336);Ja, har virksom plan;1;1" in body


def test_only_years_with_something_in_them(browser: Browser, full: Municipality) -> None:
    client = browser(make.employee(full, "office_leader"))
    assert client.get(url(query="?aar=2026")).status_code == 200
    assert client.get(url(query="?aar=1999")).status_code == 404
    assert client.get(url("report-csv", "?aar=tull")).status_code == 404


@pytest.mark.parametrize("name", ["report", "report-csv"])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("caseworker", 200),
        ("system_coordinator", 200),
        ("office_leader", 200),
        ("unit_leader", 404),
        ("provider", 404),
        ("administrator", 404),
    ],
)
def test_who_may_open_it(browser: Browser, full: Municipality, name: str, role: str, status: int) -> None:
    client = browser(make.employee(full, role))
    assert client.get(url(name)).status_code == status
    assert client.post(url(name)).status_code == 405
    assert browser(make.person(full, login=True)).get(url(name)).status_code == 404
    assert browser().get(url(name)).status_code == 302


def test_query_budget(browser: Browser, full: Municipality, django_assert_max_num_queries: object) -> None:
    client = browser(make.employee(full, "office_leader"))
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        client.get(url())
