"""Barnekoordinator (hol § 7-2 a, pbrl § 2-5 c)."""

from datetime import date

import pytest

from fellesplan.procedures.facts import Facts
from fellesplan.procedures.loader import load
from fellesplan.procedures.rules import assess
from fellesplan.procedures.verdicts import Outcome, Verdict

ON = date(2026, 11, 21)
MET = {
    "serious_condition": True,
    "family_health_care": True,
    "other_welfare": True,
    "long_term": True,
    "compound": True,
}


def verdict(
    answers: dict[str, bool | None] | None = None, on: date = ON, slug: str = "nasjonal", **known
) -> Verdict:
    facts = {"birth_date": date(2020, 5, 1), "wants_child_coordinator": True} | known
    return assess(load(slug, on), "child_coordinator", Facts(answers=MET | (answers or {}), **facts), on)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({}, Outcome.YES),
        ({"serious_condition": False}, Outcome.NO),
        ({"serious_condition": None}, Outcome.UNCLEAR),
        ({"family_health_care": False}, Outcome.NO),
        ({"other_welfare": False}, Outcome.NO),  # begge deler: helse og andre velferdstjenester
        ({"compound": False, "coordinated": True}, Outcome.YES),
        ({"compound": False, "coordinated": False}, Outcome.NO),
        ({"compound": False, "coordinated": None}, Outcome.UNCLEAR),
        ({"long_term": False, "coordinated": True}, Outcome.UNCLEAR),  # de to lesemåtene er uenige
        ({"long_term": False, "coordinated": False}, Outcome.NO),
    ],
)
def test_conditions(answers: dict[str, bool | None], outcome: Outcome) -> None:
    assert verdict(answers).outcome is outcome


def test_where_the_readings_differ_both_are_told() -> None:
    found = verdict({"long_term": False, "compound": False, "coordinated": True})
    assert found.outcome is Outcome.UNCLEAR
    assert any("to måter" in str(ground.text) for ground in found.reasons)


@pytest.mark.parametrize(
    ("birth_date", "due_date", "outcome"),
    [
        (date(2020, 5, 1), None, Outcome.YES),
        (date(2008, 11, 22), None, Outcome.YES),  # dagen før 18 år
        (date(2008, 11, 21), None, Outcome.NO),  # på 18-årsdagen
        (None, date(2027, 2, 1), Outcome.YES),  # venter barn
        (date(2027, 2, 1), None, Outcome.YES),
        (None, None, Outcome.UNCLEAR),
    ],
)
def test_the_child(birth_date: date | None, due_date: date | None, outcome: Outcome) -> None:
    assert verdict(birth_date=birth_date, due_date=due_date).outcome is outcome


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2026, 2, 27), Outcome.YES),
        (date(2026, 2, 28), Outcome.UNCLEAR),
        (date(2026, 3, 1), Outcome.NO),
    ],
)
def test_born_on_29_february(on: date, outcome: Outcome) -> None:
    found = verdict(on=on, birth_date=date(2008, 2, 29))
    assert found.outcome is outcome


@pytest.mark.parametrize(("wish", "outcome"), [(True, "yes"), (False, "no"), (None, "unclear")])
def test_the_parents_wish(wish: bool | None, outcome: str) -> None:
    assert verdict(wants_child_coordinator=wish).outcome == outcome


def test_before_the_law() -> None:
    found = verdict(on=date(2022, 7, 31))
    assert found.outcome is Outcome.NO
    assert "1. august 2022" in str(found.reasons[0].text)


def test_arendal_s_conditions_forget_expecting_families_and_the_law_stands_beside() -> None:
    found = verdict(slug="arendal", birth_date=None, due_date=date(2027, 2, 1))
    assert found.outcome is Outcome.YES
    assert [advice.key for advice in found.advisories] == ["barnekoordinator.conditions"]
    assert "venter barn" in str(found.advisories[0].law)
    assert not verdict(slug="lund", birth_date=None, due_date=date(2027, 2, 1)).advisories
