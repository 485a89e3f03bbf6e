"""Har jeg rett? Careful words, never a refusal, and a referral that begins with the answers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from fellesplan.cases.rules.guide import GuideAnswers, guidance
from fellesplan.people.models import Municipality
from fellesplan.procedures import loader
from tests.web.public.test_referral import CHILD, bokmal, fill, url

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
ON = date(2026, 11, 24)
ALL = {
    "long_term": True,
    "coordinated": True,
    "health_care": True,
    "serious_condition": True,
    "other_welfare": True,
}
YES = {"who": "child"} | dict.fromkeys(ALL, "yes")
NO = {"who": "self"} | dict.fromkeys(ALL, "no")


def pointed(for_child: bool, **changed: bool | None) -> tuple[set[str], set[str]]:
    found = guidance(loader.load("lund", ON), GuideAnswers(for_child=for_child, **{**ALL, **changed}), ON)
    return {right.value for right in found.likely}, {right.value for right in found.open}


def test_the_answers_point_to_what_the_law_gives() -> None:
    assert pointed(True)[0] == {"plan", "coordinator", "child_coordinator"}
    assert pointed(False)[0] == {"plan", "coordinator"}
    assert pointed(False, health_care=False)[0] == {"plan"}
    assert pointed(False, coordinated=None) == (set(), {"plan", "coordinator"})
    assert pointed(False, long_term=False) == (set(), set())


def answered(client: Client, where: Municipality, answers: dict[str, str]) -> Any:
    return bokmal(client).post(url("right-guide", where), answers)


@pytest.mark.parametrize("answers", [YES, NO, {"who": "other"} | dict.fromkeys(ALL, "unknown")])
def test_nobody_is_refused_and_nothing_is_promised(
    browser: Browser, lund: Municipality, answers: dict[str, str]
) -> None:
    page = answered(browser(), lund, answers).content.decode().replace("\u00a0", " ")
    assert "kan dere ha rett" in page or "Du kan likevel ha rett" in page or "Vi må vite mer" in page
    assert "Dette er ikke et svar fra kommunen" in page
    assert "ikke rett" not in page
    assert "Meld behov med disse svarene" in page


def test_the_referral_begins_with_the_answers(browser: Browser, lund: Municipality) -> None:
    client = browser()
    assert answered(client, lund, YES | {"report": "1"}).url == url("referral-step", lund, step=1)
    assert "De som hjelper, må samarbeide." in client.get(url("referral-step", lund, step=3)).content.decode()
    wants = client.get(url("referral-step", lund, step=5)).content.decode()
    assert wants.count("checked") >= 3


def test_a_draft_that_is_begun_is_not_written_over(browser: Browser, lund: Municipality) -> None:
    client = bokmal(browser())
    fill(client, lund, {number: CHILD[number] for number in (1, 2, 3)})
    answered(client, lund, NO | {"report": "1"})
    assert "Vi sier alt om igjen." in client.get(url("referral-step", lund, step=3)).content.decode()


def test_the_form_is_found_from_the_front_page_and_says_what_is_missing(
    browser: Browser, lund: Municipality
) -> None:
    client = bokmal(browser())
    assert url("right-guide", lund) in client.get(url("front", lund)).content.decode()
    assert client.get(url("right-guide", lund)).status_code == 200
    assert client.put(url("right-guide", lund)).status_code == 405
    assert client.post(url("right-guide", lund), {}).content.decode().count("Velg hvem det gjelder") == 2
    odd = {"who": "child", "long_term": "<script>"}
    assert client.post(url("right-guide", lund), odd).status_code == 200
