"""Utredning as a page: works without script, keeps what was typed, shows both texts when two have written."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access.actor import Actor
from fellesplan.cases import assessing
from fellesplan.cases.services import assessment
from fellesplan.cases.services.assessment import Answer, Changes
from fellesplan.people.models import Employee, Municipality
from tests import factories as make
from tests.cases.world import World, world
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def url(here: World, name: str = "case-assessment") -> str:
    return reverse(name, args=[here.case.municipality.slug, here.case.pk])


def employee(actor: Actor) -> Employee:
    return Employee.objects.get(pk=str(actor.employee))


def login(browser: Browser, here: World) -> Client:
    return browser(employee(here.caseworker))


def fields(html: str) -> dict[str, str]:
    """Return the hidden marks of the page, as a browser would send them."""
    return dict(re.findall(r'name="([^"]+-(?:was|shown))" value="([^"]*)"', html))


def post(client: Client, here: World, html: str, **values: str) -> Any:
    data = fields(html) | {"service-0-name": "Fysioterapi", "service-0-kind": "fysioterapi"}
    data |= {"service-0-provider": "Lund kommune"}
    return client.post(url(here), data | {name.replace("__", "-"): text for name, text in values.items()})


def test_page_asks_what_the_law_asks(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    html = login(browser, here).get(url(here)).content.decode()
    assert "Utredning for Jonas" in html
    assert "Trenger personen tjenester over lengre tid?" in html
    assert "Det er du som avgjør." in html
    assert 'value="Fysioterapi"' in html


def test_answers_are_saved(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here)
    html = client.get(url(here)).content.decode()
    reply = post(client, here, html, long_term__answer="yes", long_term__reason="Hele barndommen", do="save")
    assert reply.status_code == 302
    item = assessing.view(here.case).item("long_term")
    assert (item.answer, item.reason, item.by) == ("yes", "Hele barndommen", "Ingrid Nesvik")


def test_services_are_added_and_taken_away_without_script(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here)
    html = client.get(url(here)).content.decode()
    reply = post(
        client, here, html, do="more", **{"service-0-remove": "on", "service-1-name": "Avlastning",
        "service-1-kind": "avlastning", "service-1-provider": ""}
    )  # fmt: skip
    assert reply.url.endswith("?rader=3#tjenester")
    assert [row.name for row in assessing.view(here.case).services] == ["Avlastning"]


def test_two_writers_see_both_texts_and_choose(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here)
    html = client.get(url(here)).content.decode()
    anja = make.actor(make.employee(lund, "caseworker", name="Anja Lode"))
    changes = Changes(answers=(Answer("long_term", "yes", "Anjas tekst"),))
    assessment.save(actor=anja, case=here.case, changes=changes)
    mine = {"long_term__answer": "yes", "long_term__reason": "Min tekst"}
    reply = post(client, here, html, **mine)
    page = reply.content.decode()
    assert reply.status_code == 409
    assert "Anjas tekst" in page
    assert "Min tekst" in page
    assert assessing.view(here.case).item("long_term").reason == "Anjas tekst"
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    chosen = {"valg.long_term-reason": "both", "both.long_term-reason": "Begge tekster"}
    assert client.post(url(here), hidden | chosen).status_code == 302
    assert assessing.view(here.case).item("long_term").reason == "Begge tekster"


def test_what_others_wrote_elsewhere_is_kept(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here)
    html = client.get(url(here)).content.decode()
    here.answer("coordinated")
    assert post(client, here, html, long_term__answer="yes").status_code == 302
    found = assessing.view(here.case)
    assert (found.item("long_term").answer, found.item("coordinated").answer) == ("yes", "yes")


def test_unknown_choice_keeps_what_was_typed(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here)
    html = client.get(url(here)).content.decode()
    reply = post(client, here, html, long_term__answer="maybe", long_term__reason="Det jeg skrev")
    assert reply.status_code == 422
    assert "Det jeg skrev" in reply.content.decode()


def test_finishing_leads_to_the_decision_when_all_is_reasoned(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    here.answer()
    client = login(browser, here)
    html = client.get(url(here)).content.decode()
    reply = post(client, here, html, do="finish", **{f"{k}__{n}": v for k, n, v in _standing(here)})
    assert reply.url == url(here, "case-decision")


def _standing(here: World) -> list[tuple[str, str, str]]:
    items = assessing.view(here.case).items
    return [(item.key, name, value) for item in items for name, value in item.content.items()]


@pytest.mark.parametrize(("role", "status"), [("office_leader", 200), ("system_coordinator", 200)])
def test_the_office_may_read(browser: Browser, lund: Municipality, role: str, status: int) -> None:
    here = world(lund)
    assert browser(make.employee(lund, role)).get(url(here)).status_code == status


def test_leader_may_not_write(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    assert browser(make.employee(lund, "office_leader")).post(url(here), {}).status_code == 403


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_outsiders_find_nothing(browser: Browser, lund: Municipality, role: str) -> None:
    here = world(lund)
    assert browser(make.employee(lund, role)).get(url(here)).status_code == 404


def test_the_parent_finds_nothing_here(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    assert browser(here.parent).get(url(here)).status_code == 404


def test_bad_id_and_wrong_method(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here)
    assert client.get(url(here).replace(str(here.case.pk), str(uuid4()))).status_code == 404
    assert client.delete(url(here)).status_code == 405


@pytest.mark.parametrize(
    ("state", "words"), [("consent_missing", "når samtykket er registrert"), ("decided", "Saken er avgjort")]
)
def test_other_states_say_why_it_cannot_be_written(
    browser: Browser, lund: Municipality, state: str, words: str
) -> None:
    here = world(lund, state=state)
    html = login(browser, here).get(url(here)).content.decode()
    assert words in html
    assert "<textarea" not in html


def test_query_budget(browser: Browser, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    here = world(lund, wants=("child_coordinator", "plan", "coordinator"))
    here.answer()
    client = login(browser, here)
    client.get(url(here))
    with django_assert_max_num_queries(32):
        client.get(url(here))
