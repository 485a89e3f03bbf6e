"""Attachments to a referral, and which tools give an individual plan."""

from datetime import date

import pytest

from fellesplan.procedures.loader import load
from fellesplan.procedures.practice import attachments_required, receives_plan, tools

ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("slug", "reporter", "kinds"),
    [
        ("luster", "relative", ["fullmakt"]),  # Luster: fullmakt når det ikke er verge som melder
        ("luster", "provider", ["fullmakt"]),
        ("luster", "guardian", []),
        ("luster", "person", []),
        ("lund", "relative", []),
    ],
)
def test_attachments(slug: str, reporter: str, kinds: list[str]) -> None:
    found = attachments_required(load(slug, ON), reporter)
    assert [attachment.kind for attachment in found] == kinds
    assert all(attachment.source == "Luster kommune, prosedyre" for attachment in found)


@pytest.mark.parametrize(
    ("slug", "choices"),
    [
        ("lund", ("individuell_plan", "ansvarsgruppe_med_referat", "uten_dokument")),
        ("alesund", ("individuell_plan", "koordineringsmote_med_referat", "uten_dokument")),
        ("arendal", ("individuell_plan", "tjenesteoversikt")),
        ("luster", ("individuell_plan", "uten_dokument")),
    ],
)
def test_only_one_of_the_tools_is_a_plan(slug: str, choices: tuple[str, ...]) -> None:
    assert tools(load(slug, ON)) == choices
    assert [receives_plan(tool) for tool in choices] == [True] + [False] * (len(choices) - 1)
