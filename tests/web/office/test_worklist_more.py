"""Handing cases over, saved views, filters in the address and the page of limits."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.cases.models import Case, SavedView, SecondNotice
from fellesplan.cases.services import decisions
from fellesplan.kernel import clock
from fellesplan.people.models import Employee, Municipality
from fellesplan.web.office import case_clocks
from tests import factories as make
from tests.cases.world import world
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


@pytest.fixture
def other(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ola Berg")


def waiting(where: Municipality, name: str, days: int = 3, **values: Any) -> Case:
    person = make.person(where, given_name=name)
    due = TODAY + timedelta(days=days)
    return make.case(person, "assessment", next_due=due, **({"next_step": "criteria"} | values))


def test_filter_by_caseworker_and_overdue(
    browser: Browser, lund: Municipality, clerk: Employee, other: Employee
) -> None:
    waiting(lund, "Hans", caseworker=other)
    waiting(lund, "Sen", days=-2, caseworker=other)
    waiting(lund, "Min", caseworker=clerk)
    client = browser(clerk)
    page = text(client.get(url(lund), {"hvem": str(other.pk)}))
    assert "Hans P" in page
    assert "Min P" not in page
    page = text(client.get(url(lund), {"hvem": "all", "frist": "over"}))
    assert "Sen P" in page
    assert "Hans P" not in page


def test_counts_lead_to_what_they_count(browser: Browser, lund: Municipality, clerk: Employee) -> None:
    waiting(lund, "En")
    waiting(lund, "To")
    waiting(lund, "Tre", next_step="decide")
    page = text(browser(clerk).get(url(lund), {"hvem": "all", "side": "1"}))
    assert '?hvem=all&amp;hva=assessment">Utredning <span class="num">2</span>' in page
    assert 'hva=decision">Vedtak <span class="num">1</span>' in page
    assert 'href="#liste"' in page


def test_absence_gives_all_of_ones_cases_to_another(
    browser: Browser, lund: Municipality, clerk: Employee, other: Employee
) -> None:
    cases = [waiting(lund, f"Nr{n}", caseworker=other) for n in range(3)]
    stays = waiting(lund, "Fri")
    client, there = browser(clerk), url(lund, "worklist-hand-over")
    page = text(client.get(there, {"fra": str(other.pk)}))
    assert "3 saker" in page
    form = {"fra": str(other.pk), "caseworker": str(clerk.pk), "note": " "}
    assert "Nr1" in text(client.post(there, form))
    assert Case.objects.filter(caseworker=clerk).count() == 0
    sent = client.post(there, form | {"note": "Ferie til uke 50"})
    assert sent.url == url(lund)
    for case in cases:
        case.refresh_from_db()
        assert case.caseworker == clerk
        assert case.journal.get().text == "Ferie til uke 50"
    stays.refresh_from_db()
    assert stays.caseworker is None


def test_chosen_cases_are_given_once(
    browser: Browser, lund: Municipality, clerk: Employee, other: Employee
) -> None:
    one, two = waiting(lund, "En"), waiting(lund, "To")
    client, there = browser(clerk), url(lund, "worklist-hand-over")
    form = {"sak": [str(one.pk), "tull"], "caseworker": str(other.pk), "note": "Kjenner familien"}
    for _ in range(2):
        assert client.post(there, form).status_code == 302
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.caseworker, two.caseworker) == (other, None)
    assert one.journal.count() == 1


def test_a_case_of_another_municipality_is_not_given(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    page = browser(clerk).get(url(lund, "worklist-hand-over"), {"sak": str(UUID(int=0))})
    assert "Velg hvem som er borte" in text(page)
    for role in ("provider", "unit_leader", "office_leader"):
        who = make.employee(lund, role)
        assert browser(who).get(url(lund, "worklist-hand-over")).status_code == 404


def test_a_view_is_kept_for_oneself_and_deleted(
    browser: Browser, lund: Municipality, clerk: Employee, other: Employee
) -> None:
    client, there = browser(clerk), url(lund, "worklist-view")
    query = "hvem=all&hva=decision&side=3&ond=1"
    sent = client.post(there, {"name": "  Vedtak <nå> ", "query": query})
    assert sent.url == f"{url(lund)}?hvem=all&hva=decision"
    row = SavedView.objects.get()
    assert (row.employee, row.query) == (clerk, "hvem=all&hva=decision")
    page = text(client.get(url(lund)))
    assert "Vedtak &lt;nå&gt;" in page
    assert "Vedtak &lt;nå&gt;" not in text(browser(other).get(url(lund)))
    browser(other).post(there, {"slett": str(row.pk)})
    assert SavedView.objects.count() == 1
    client.post(there, {"name": "", "query": query})
    client.post(there, {"slett": str(row.pk)})
    assert SavedView.objects.count() == 0
    assert client.get(there).status_code == 405


def test_page_of_limits_explains_and_takes_the_second_notice(
    browser: Browser,
    lund: Municipality,
    clerk: Employee,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    here = world(lund)
    here.ready(outcome="refused", dissent="Dekket.")
    decisions.issue(actor=here.caseworker, case=here.case)
    client, there = browser(clerk), url(lund, "case-clocks", here.case.pk)
    with django_assert_max_num_queries(case_clocks.QUERY_BUDGET):
        page = text(client.get(there))
    assert "Meldingen kom" in page
    assert "Pasient- og brukerrettighetsloven § 7-5" in page
    assert "varslet én gang til</button>" not in page
    with clock.frozen(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        letter = here.case.letters.get()
        assert "varslet én gang til</button>" in text(client.get(there))
        assert client.post(there, {"brev": str(letter.pk)}).status_code == 302
        assert "Varslet én gang til" in text(client.get(there))
        assert client.post(there, {"brev": "tull"}).status_code == 404
        leader = browser(make.employee(lund, "office_leader"))
        assert leader.get(there).status_code == 200
        assert leader.post(there, {"brev": str(letter.pk)}).status_code == 403
    assert SecondNotice.objects.count() == 1
    assert "Se hvordan fristene er regnet ut" in text(client.get(url(lund, "case", here.case.pk)))
    for role in ("provider", "unit_leader"):
        assert browser(make.employee(lund, role)).get(there).status_code == 404
    assert date(2026, 12, 22) == here.case.decisions.get().complaint_deadline
