"""Dated cases, worked out by hand from the statutes, asked as a lawyer would ask them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fellesplan.procedures import law, new_law
from fellesplan.processes.law_questions import Voice, as_json, ask, questions
from tests.law.table import Case, cases

CASES = tuple(cases())
PENDING = Path(law.__file__).parent / "law" / "pending.toml"
BOKMAL = Voice("nb", str)


@pytest.fixture(scope="module")
def new_act(tmp_path_factory: pytest.TempPathFactory) -> tuple[law.LawRule, ...]:
    """The administration act of 2025 with a date, laid over the law in force."""
    file = tmp_path_factory.mktemp("law") / "new_administration_act.toml"
    file.write_text("valid_from = 2027-01-01\n" + PENDING.read_text())
    return new_law.laid_over(new_law.read(file))


@contextmanager
def held(case: Case, new_act: tuple[law.LawRule, ...]) -> Iterator[None]:
    with law.trying(new_act) if case.law else nullcontext():
        yield


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, new_act: tuple[law.LawRule, ...]) -> None:
    with held(case, new_act):
        said = as_json(ask({"question": case.question, "facts": case.facts}), BOKMAL)
    assert said["outcome"] == case.outcome
    assert said.get("date") == (case.date.isoformat() if case.date else None)
    if case.body is not None:
        assert said.get("body", "") == case.body
    paragraphs = said["paragraphs"]
    assert isinstance(paragraphs, list)
    assert any(case.paragraph in paragraph for paragraph in paragraphs) or not case.paragraph
    assert shown(said, case.more) == plain(case.more)


def shown(said: Mapping[str, Any], wanted: Mapping[str, object]) -> Mapping[str, object]:
    """Return what a verdict says of each thing a row wants to know, as short as the row says it."""
    return {name: SHORT[name](said, wanted[name]) if name in SHORT else said.get(name) for name in wanted}


SHORT: Mapping[str, Callable[[Mapping[str, Any], Any], object]] = {
    "ask": lambda said, _: [role["role"] for role in said.get("ask", [])],
    "advice_met": lambda said, _: [
        "unknown" if row["met"] is None else row["met"] for row in said["local_advice"]
    ],
    "findings": lambda said, _: [f"{row['point']} {row['level']}" for row in said["findings"]],
    "missing_points": lambda said, _: [row["point"] for row in said["points"] if row["state"] == "missing"],
    "limits": lambda said, some: {row["rule"]: row["dates"] for row in said["limits"] if row["rule"] in some},
}


def plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def test_the_table_is_large_and_every_row_cites_its_source() -> None:
    assert len(CASES) >= 150
    assert all("§" in case.source or case.paragraph == "" for case in CASES)
    assert len(
        {(case.question, case.law, str(sorted(case.facts.items(), key=str))) for case in CASES}
    ) == len(CASES)


def test_every_question_and_every_outcome_that_is_told_has_a_case() -> None:
    asked = {(case.question, case.outcome) for case in CASES}
    wanted = {(name, str(outcome)) for name, q in questions().items() for outcome in q.outcomes}
    assert wanted - asked == NOT_IN_THE_TABLE
    assert {question for question, _ in asked} == set(questions())


# said by the examples or by test_asking: no municipality promises weeks, and some states of a consent
NOT_IN_THE_TABLE = {
    ("service_promise", "promised"),
    ("consent_status", "not_obtained"),
    ("consent_status", "digital"),
    ("consent_status", "limited"),
    ("child_as_party", "unsettled"),
}
