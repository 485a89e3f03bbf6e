"""Vedtak as a page: drafts beside the letter, what remains, and one letter however often one clicks."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Letter
from fellesplan.cases.services import decisions
from fellesplan.people.models import Employee, Municipality
from fellesplan.procedures.loader import Procedure
from tests import factories as make
from tests.cases.world import World, world
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
RIGHT = "child_coordinator"


def url(here: World, name: str = "case-decision") -> str:
    return reverse(name, args=[here.case.municipality.slug, here.case.pk])


def login(browser: Browser, actor: Actor) -> Client:
    return browser(Employee.objects.get(pk=str(actor.employee)))


def text(response: Any) -> str:
    return response.content.decode().replace("\u00a0", " ")


def as_shown(html: str) -> dict[str, str]:
    """Return what a browser would send back of an unchanged page."""
    data = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
    data |= dict(re.findall(r'<input type="text" name="([^"]+)" value="([^"]*)"', html))
    data |= dict(re.findall(r'<textarea name="([^"]+)"[^>]*>\s*([^<]*)</textarea>', html))
    data |= dict(re.findall(r'<input type="radio" name="([^"]+)" value="([^"]*)"[^>]*checked', html))
    return {name: value for name, value in data.items() if name != "csrfmiddlewaretoken"}


def test_page_shows_what_remains(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    html = text(login(browser, here.caseworker).get(url(here)))
    assert "Fatt vedtak for Jonas" in html
    assert "Én ting før brevet kan sendes" in html
    assert "Velg svar om barnekoordinator." in html


def test_draft_is_saved_and_seen_in_the_letter(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    data = as_shown(text(client.get(url(here))))
    data |= {f"{RIGHT}-outcome": "granted", f"{RIGHT}-reason": "Mye må henge sammen.", "do": "save"}
    assert client.post(url(here), data).status_code == 302
    html = text(client.get(url(here)))
    assert "Jonas får barnekoordinator" in html
    assert html.count("Mye må henge sammen.") == 2
    assert "Ta med hva Jonas mener." in html


def test_the_suggestion_is_used_only_when_asked_for(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.answer()
    client = login(browser, here.caseworker)
    html = text(client.get(url(here)))
    assert "Bruk forslaget" in html
    assert not here.case.decisions.exists()
    client.post(url(here), as_shown(html) | {"use": RIGHT})
    decision = here.case.decisions.get()
    assert (decision.outcome, decision.reason[:26]) == ("granted", "Behovet varer gjennom hele")


def test_letter_is_sent_once_however_often_one_clicks(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    client = login(browser, here.caseworker)
    html = text(client.get(url(here)))
    assert "Brevet er klart" in html
    replies = [client.post(url(here), as_shown(html) | {"do": "issue"}) for _ in range(2)]
    letter = Letter.objects.get()
    assert [reply.status_code for reply in replies] == [302, 302]
    assert replies[0].url == replies[1].url == reverse("case-letter", args=["lund", letter.pk])


def test_issue_address_sends_too(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    client = login(browser, here.caseworker)
    assert client.post(url(here, "case-issue")).status_code == 302
    assert client.post(url(here, "case-issue")).status_code == 302
    assert Letter.objects.count() == 1
    assert client.get(url(here, "case-issue")).status_code == 405


def test_unfinished_letter_is_not_sent_and_says_why(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.decide(reason="")
    client = login(browser, here.caseworker)
    reply = client.post(url(here, "case-issue"), follow=True)
    assert "Brevet kan ikke sendes ennå" in text(reply)
    assert not Letter.objects.exists()


def test_two_writers_see_both_texts(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    data = as_shown(text(client.get(url(here))))
    anja = make.actor(make.employee(lund, "caseworker", name="Anja Lode"))
    decisions.decide(actor=anja, case=here.case, right=RIGHT, outcome="granted", reason="Anjas tekst")
    reply = client.post(url(here), data | {f"{RIGHT}-outcome": "granted", f"{RIGHT}-reason": "Min tekst"})
    html = text(reply)
    assert reply.status_code == 409
    assert "Det Anja Lode skrev" in html
    assert html.count("<legend>") == 1
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
    assert client.post(url(here), hidden | {f"valg.{RIGHT}-reason": "mine"}).status_code == 302
    assert here.case.decisions.get().reason == "Min tekst"


def test_others_changes_in_other_fields_are_kept(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    data = as_shown(text(client.get(url(here))))
    here.letter_texts(facts="Fra en annen")
    assert client.post(url(here), data | {f"{RIGHT}-outcome": "granted"}).status_code == 302
    here.case.assessment.refresh_from_db()
    assert here.case.assessment.facts == "Fra en annen"


def test_missing_consent_is_said_with_the_way_on(browser: Browser, lund: Municipality) -> None:
    here = world(lund, state="consent_missing")
    html = text(login(browser, here.caseworker).get(url(here)))
    assert "Registrer samtykke" in html
    assert "<textarea" not in html


def test_a_departure_asks_why(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.answer()
    here.decide(outcome="refused")
    html = text(login(browser, here.caseworker).get(url(here)))
    assert "Hvorfor svaret er et annet enn forslaget" in html


def test_the_letter_can_be_seen_in_another_language(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    html = text(login(browser, here.caseworker).get(url(here) + "?sprak=nn"))
    assert 'lang="nn"' in html
    assert "Vis på bokmål" in html


def test_a_right_can_be_added(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    html = text(client.get(url(here)))
    assert "Avgjør også koordinator" in html
    assert 'id="coordinator"' in text(client.get(url(here) + "?ogsa=coordinator"))


def test_two_person_control_shows_who_must_act(
    browser: Browser, lund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Procedure, "flag", lambda self, key: key == "two_person_control")
    here = world(lund)
    here.ready()
    assert "En annen må godkjenne brevet" in text(login(browser, here.caseworker).get(url(here)))
    leader = browser(make.employee(lund, "office_leader"))
    assert "Brevet er klart" in text(leader.get(url(here)))


def test_after_the_decision_the_page_is_for_reading(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    decisions.issue(actor=here.caseworker, case=here.case)
    html = text(login(browser, here.caseworker).get(url(here)))
    assert "vedtaket kan ikke endres" in html
    assert "Les brevet som ble sendt" in html
    assert "<textarea" not in html


def test_system_coordinator_reads_but_does_not_decide(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = browser(make.employee(lund, "system_coordinator"))
    assert client.get(url(here)).status_code == 200
    assert client.post(url(here), {f"{RIGHT}-outcome": "granted"}).status_code == 403
    assert client.post(url(here, "case-issue")).status_code == 404


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_outsiders_find_nothing(browser: Browser, lund: Municipality, role: str) -> None:
    here = world(lund)
    client = browser(make.employee(lund, role))
    assert client.get(url(here)).status_code == 404
    assert client.post(url(here, "case-issue")).status_code == 404


def test_bad_id_and_wrong_method(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    assert client.get(url(here).replace(str(here.case.pk), str(uuid4()))).status_code == 404
    assert client.put(url(here)).status_code == 405


def test_query_budget(browser: Browser, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    here = world(lund, wants=("child_coordinator", "plan", "coordinator"))
    here.ready()
    client = login(browser, here.caseworker)
    client.get(url(here))
    with django_assert_max_num_queries(34):
        client.get(url(here))
