"""No letter is issued without what the law asks for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fellesplan.documents.letters import (
    ChildView,
    DecisionLetterFacts,
    LetterContent,
    Outcome,
    Part,
    Right,
    RightOutcome,
    build_decision_letter,
    build_preliminary_reply,
    findings,
    is_ready,
)
from tests.documents.samples import SENDER, answer, decision, every_letter, preliminary, route

IP, KO = Right.INDIVIDUAL_PLAN, Right.COORDINATOR
COMPLETE = decision(answer(IP, Outcome.GRANTED), answer(KO, Outcome.REFUSED))


def codes(facts: DecisionLetterFacts) -> set[str]:
    return {finding.code for finding in findings(build_decision_letter(facts, "nb"))}


@pytest.mark.parametrize("content", [c for _, c in every_letter()], ids=[name for name, _ in every_letter()])
def test_complete_letters_have_no_findings(content: LetterContent) -> None:
    assert findings(content) == ()
    assert is_ready(content)


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"outcomes": ()}, "outcome_missing"),
        ({"outcomes": (answer(IP, Outcome.GRANTED, reason=" \n"),)}, "reason_missing"),
        ({"outcomes": (RightOutcome(IP, Outcome.REFUSED, "Fordi.", ()),)}, "basis_missing"),
        ({"facts": ""}, "facts_missing"),
        ({"considerations": ""}, "considerations_missing"),
        ({"child_view": None}, "child_view_missing"),
        ({"child_view": ChildView("Ja", "")}, "child_view_missing"),
        ({"documents_basis": ()}, "documents_missing"),
        ({"complaint": ()}, "complaint_missing"),
        ({"complaint": (route(IP),)}, "complaint_missing"),
        ({"complaint": (replace(route(IP, KO), body=" "),)}, "complaint_body_missing"),
        ({"complaint": (replace(route(IP, KO), basis=()),)}, "complaint_basis_missing"),
        ({"complaint": (replace(route(IP, KO), deadline=date(2026, 12, 21)),)}, "deadline_too_short"),
        ({"outcomes": (answer(KO, Outcome.GRANTED),), "appointments": ()}, "appointment_missing"),
        ({"case_number": ""}, "case_number_missing"),
        ({"sender": replace(SENDER, phone="")}, "contact_missing"),
    ],
)
def test_what_is_missing_stops_the_letter(missing: dict[str, Any], code: str) -> None:
    facts = replace(COMPLETE, **missing)
    assert code in codes(facts)
    assert not is_ready(build_decision_letter(facts, "nb"))


def test_a_deadline_must_stand_in_the_text() -> None:
    content = build_decision_letter(COMPLETE, "nb")
    cut = tuple(
        replace(section, paragraphs=section.paragraphs[:1]) if section.part is Part.COMPLAINT else section
        for section in content.sections
    )
    assert "deadline_missing" in {finding.code for finding in findings(replace(content, sections=cut))}


def test_findings_point_at_the_right() -> None:
    facts = replace(COMPLETE, outcomes=(answer(IP, Outcome.GRANTED, reason=""), answer(KO, Outcome.REFUSED)))
    [finding] = findings(build_decision_letter(facts, "nb"))
    assert (finding.part, finding.right) == (Part.REASON, IP)


def test_a_preliminary_reply_needs_a_reason() -> None:
    content = build_preliminary_reply(replace(preliminary(), reason=""), "nb")
    assert [finding.code for finding in findings(content)] == ["reason_missing"]


@pytest.mark.parametrize("word", ["Fylkesmannen har svart.", "Hun har samtykkekompetanse."])
def test_outdated_words_are_hinted_at_but_stop_nothing(word: str) -> None:
    content = build_decision_letter(replace(COMPLETE, facts=word), "nb")
    assert [finding.severity for finding in findings(content)] == ["hint"]
    assert is_ready(content)
