"""The journal as a page and a file: by period, shielded unless names are asked for, corrected by adding."""

import csv
import io
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.access.models import Event
from fellesplan.cases.models import JournalEntry
from fellesplan.cases.services import decisions, journal
from fellesplan.people.models import Employee, Municipality
from fellesplan.web.office.journal import QUERY_BUDGET
from tests import factories as make
from tests.cases.world import World, world
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def address(name: str = "journal", *more: object) -> str:
    return reverse(name, args=["lund", *more])


def text(response: Any) -> str:
    return response.content.decode().replace("\u00a0", " ")


def opened(browser: Browser, lund: Municipality) -> tuple[World, Client]:
    here = world(lund)
    here.ready()
    decisions.issue(actor=here.caseworker, case=here.case)
    return here, browser(Employee.objects.get(pk=str(here.caseworker.employee)))


def cells(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_names_are_shielded_unless_asked_for(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    page = text(client.get(address()))
    assert "1 journalpost" in page or "Én journalpost" in page
    assert "Vedtak om koordinerte tjenester" in page
    assert here.parent.full_name not in page
    assert "Jonas" not in page
    assert here.parent.full_name in text(client.get(address(), {"navn": "vis"}))


def test_seeing_names_is_logged(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    seen = Event.objects.using("audit").filter(kind="read", action="journal.read", subject=here.child.pk)
    client.get(address())
    tenancy.use(lund.id, using="audit")
    assert not seen.exists()
    client.get(address(), {"navn": "vis"})
    tenancy.use(lund.id, using="audit")
    assert seen.get().information == ["journal"]


def test_protected_people_stay_shielded(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    here.child.protection = "confidential"
    here.child.save()
    assert here.parent.full_name not in text(client.get(address(), {"navn": "vis"}))


def test_period_and_direction_choose(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    journal.add(case=here.case, direction="in", title="=Melding fra skolen", public_title="Melding")
    both = cells(client.get(address("journal-export")))
    assert {row["Retning"] for row in both} == {"Inn", "Ut"}
    assert [row["Tittel"] for row in cells(client.get(address("journal-export"), {"retning": "in"}))] == [
        "Melding"
    ]
    before = {"fra": "1.1.2026", "til": "31.1.2026"}
    assert cells(client.get(address("journal-export"), before)) == []
    assert "Ingenting er journalført" in text(client.get(address(), before))


def test_file_has_what_the_archive_needs(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    reply = client.get(address("journal-export"))
    entry = here.case.journal.get()
    assert reply["Content-Type"] == "text/csv; charset=utf-8"
    assert cells(reply) == [
        {
            "Journalnummer": entry.number, "Sak": here.case.number, "Journalført": "2026-11-24",
            "Dokumentets dato": "2026-11-24", "Retning": "Ut", "Tittel": "Vedtak om koordinerte tjenester",
            "Avsender eller mottaker": "Skjermet", "Skjermet etter": "offl § 13",
            "Dokument": str(entry.document_id), "Retter": "",
        }
    ]  # fmt: skip


def test_cells_are_disarmed(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    journal.add(case=here.case, direction="in", title="=1+1")
    assert "'=1+1" in [
        row["Tittel"] for row in cells(client.get(address("journal-export"), {"retning": "in"}))
    ]


@pytest.mark.parametrize(
    "wrong", [{"fra": "32.13.2026"}, {"fra": "2.2.2026", "til": "1.1.2026"}, {"retning": "opp"}]
)
def test_wrong_choices_are_said(browser: Browser, lund: Municipality, wrong: dict[str, str]) -> None:
    _, client = opened(browser, lund)
    assert client.get(address(), wrong).status_code == 422
    assert client.get(address("journal-export"), wrong).status_code == 302


def test_correction_adds_and_refers(browser: Browser, lund: Municipality) -> None:
    here, client = opened(browser, lund)
    entry = here.case.journal.get()
    there = address("journal-correct", entry.pk)
    assert entry.title in text(client.get(there))
    assert client.post(there, {"text": " "}).status_code == 422
    for _ in range(2):
        assert client.post(there, {"text": "Datoen skal være 23. november."}).status_code == 302
    added = entry.corrections.get()
    assert added.title == f"Retting av {entry.number}"
    assert added.number == f"{here.case.number}-2"
    assert JournalEntry.objects.get(pk=entry.pk).title == entry.title
    rows = cells(client.get(address("journal-export"), {"retning": "note"}))
    assert [row["Retter"] for row in rows] == [entry.number]
    assert f"Retter {entry.number}" in text(client.get(reverse("case", args=["lund", here.case.pk])))


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_outsiders_find_nothing(browser: Browser, lund: Municipality, role: str) -> None:
    here, _ = opened(browser, lund)
    client = browser(make.employee(lund, role))
    entry = here.case.journal.get()
    for there in (address(), address("journal-export"), address("journal-correct", entry.pk)):
        assert client.get(there).status_code == 404


def test_leader_reads_but_does_not_correct(browser: Browser, lund: Municipality) -> None:
    here, _ = opened(browser, lund)
    client = browser(make.employee(lund, "office_leader"))
    assert client.get(address()).status_code == 200
    assert client.get(address("journal-correct", here.case.journal.get().pk)).status_code == 404


def test_other_municipalities_find_nothing(browser: Browser, lund: Municipality) -> None:
    here, _ = opened(browser, lund)
    entry = here.case.journal.get()
    other = make.municipality("luster")
    tenancy.use(other.id)
    client = browser(make.employee(other, "caseworker"))
    assert client.get(reverse("journal-correct", args=["luster", entry.pk])).status_code == 404
    assert entry.number not in text(client.get(reverse("journal", args=["luster"])))


def test_bad_id_and_wrong_method(browser: Browser, lund: Municipality) -> None:
    _, client = opened(browser, lund)
    assert client.get(address("journal-correct", uuid4())).status_code == 404
    assert client.post(address()).status_code == 405
    assert client.post(address("journal-export")).status_code == 405


def test_query_budget(browser: Browser, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    here, client = opened(browser, lund)
    for number in range(5):
        journal.add(case=here.case, direction="in", title=f"Brev {number}")
    with django_assert_max_num_queries(QUERY_BUDGET):
        client.get(address(), {"navn": "vis"})
