"""The decision letter: the answer first, why, what now."""

from datetime import date

import pytest

from fellesplan.documents.letters import (
    Appointed,
    DecisionForm,
    LetterContent,
    Outcome,
    Part,
    Recipient,
    Right,
    build_decision_letter,
)
from tests.documents.samples import adult, answer, decision, three_answers

IP, KO, BK = Right.INDIVIDUAL_PLAN, Right.COORDINATOR, Right.CHILD_COORDINATOR
YES, PARTLY, NO = Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED
DISMISSED, WITHDRAWN = Outcome.DISMISSED, Outcome.WITHDRAWN


def text(content: LetterContent, part: Part) -> str:
    lines = [line for section in content.of(part) for line in (*section.paragraphs, *section.items)]
    return " ".join(lines).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("outcomes", "title"),
    [
        (((BK, YES), (IP, YES)), "Jonas får barnekoordinator og individuell plan"),
        (((BK, YES), (IP, YES), (KO, WITHDRAWN)), "Jonas får barnekoordinator og individuell plan"),
        (((IP, NO), (KO, NO)), "Jonas får ikke individuell plan eller koordinator"),
        (((BK, YES), (IP, NO)), "Jonas får barnekoordinator, men ikke individuell plan"),
        (((IP, PARTLY),), "Delvis ja til individuell plan for Jonas"),
        (((IP, DISMISSED),), "Vi kan ikke behandle ønsket om individuell plan for Jonas"),
        (((IP, WITHDRAWN),), "Saken om individuell plan for Jonas er avsluttet"),
        (((IP, YES), (KO, DISMISSED)), "Svar om individuell plan og koordinator for Jonas"),
    ],
)
def test_the_title_is_the_answer(outcomes: tuple[tuple[Right, Outcome], ...], title: str) -> None:
    assert build_decision_letter(decision(*(answer(*pair) for pair in outcomes)), "nb").title == title


def test_the_title_speaks_to_the_person() -> None:
    assert build_decision_letter(adult(answer(KO, YES)), "nb").title == "Du får koordinator"
    assert build_decision_letter(adult(answer(KO, NO)), "nn").title == "Du får ikkje koordinator"
    assert build_decision_letter(adult(answer(KO, YES)), "en").title == "You will have a coordinator"


@pytest.mark.parametrize(
    ("form", "word"),
    [
        (DecisionForm.VEDTAK, "Vedtak"),
        (DecisionForm.AVGJORELSE, "Avgjørelse"),
        (DecisionForm.TILDELINGSBREV, "Tildelingsbrev"),
    ],
)
def test_the_word_follows_the_municipality(form: DecisionForm, word: str) -> None:
    assert build_decision_letter(decision(answer(KO, YES), form=form), "nb").word == word


def test_a_withdrawn_request_is_not_a_decision() -> None:
    content = build_decision_letter(decision(answer(KO, WITHDRAWN)), "nb")
    assert content.word == "Avslutning"
    assert not content.of(Part.COMPLAINT)
    assert "på nytt" in text(content, Part.NEXT)


def test_several_recipients_are_called_dere() -> None:
    content = build_decision_letter(decision(answer(BK, YES)), "nb")
    assert content.intro[0].startswith("Dere ba om barnekoordinator for Jonas 3.")
    assert content.of(Part.COMPLAINT)[0].heading == "Dere kan klage"
    nynorsk = build_decision_letter(decision(answer(BK, YES)), "nn")
    assert nynorsk.of(Part.COMPLAINT)[0].heading == "De kan klage"
    assert "saman med dykk" in text(nynorsk, Part.NEXT)


def test_one_parent_is_called_du() -> None:
    one = Recipient(("Mona Fjellbekk",), is_subject=False)
    content = build_decision_letter(decision(answer(BK, YES), recipient=one), "nb")
    assert content.intro[0].startswith("Du ba om barnekoordinator for Jonas")


def test_a_reported_need_says_who_told() -> None:
    content = build_decision_letter(decision(answer(BK, YES), asked_by="Moi legesenter"), "nb")
    intro = content.intro[0].replace("\u00a0", " ")
    assert intro.startswith("3. november 2026 fikk vi melding fra Moi legesenter om at Jonas kan trenge")


def test_reason_comes_before_paragraph() -> None:
    section = build_decision_letter(decision(answer(BK, YES)), "nb").of(Part.REASON)[0]
    assert section.heading == "Hvorfor Jonas får barnekoordinator"
    assert section.paragraphs[0].startswith("Tjenestene må henge sammen")
    assert section.paragraphs[1].replace("\u00a0", " ") == (
        "Retten til barnekoordinator står i pasient- og brukerrettighetsloven § 2-5 c "
        "og helse- og omsorgstjenesteloven § 7-2 a."
    )


def test_each_right_has_its_own_answer_and_basis() -> None:
    table = build_decision_letter(decision(*three_answers()), "nb").outcomes
    assert table is not None
    assert [(row.what, row.answer) for row in table.rows] == [
        ("Barnekoordinator", "Ja (innvilget)"),
        ("Individuell plan", "Nei (avslag)"),
        ("Koordinator", "Trukket"),
    ]
    assert all(row.basis for row in table.rows)


def test_the_name_may_follow_or_stand_there() -> None:
    follows = text(build_decision_letter(decision(answer(BK, YES)), "nb"), Part.NEXT)
    assert "et eget brev med navnet senest 8. desember 2026" in follows
    marit = Appointed(BK, "Marit Skogmo", "Helse og mestring", "51 00 00 11", date(2026, 12, 1))
    named = text(build_decision_letter(decision(answer(BK, YES), appointments=(marit,)), "nb"), Part.NEXT)
    assert "Marit Skogmo, Helse og mestring, blir barnekoordinator for Jonas fra 1. desember 2026." in named


def test_a_refusal_promises_no_coordinator_and_shows_the_way_back() -> None:
    content = build_decision_letter(decision(answer(BK, NO)), "nb")
    assert "navnet" not in text(content, Part.NEXT)
    assert "be om en ny vurdering" in text(content, Part.NEXT)
    assert not content.of(Part.CONSENT)


def test_a_plan_gives_no_wider_right() -> None:
    said = text(build_decision_letter(decision(answer(IP, YES)), "nb"), Part.NEXT)
    assert "gir ikke i seg selv rett til flere eller andre tjenester" in said


def test_rules_may_be_worded_by_the_law_of_the_day() -> None:
    outcome = answer(IP, YES)
    worded = type(outcome)(outcome.right, outcome.outcome, outcome.reason, outcome.basis, "Ny ordlyd.")
    content = build_decision_letter(decision(worded), "nb")
    assert content.of(Part.RULES)[0].items == ("Individuell plan: Ny ordlyd.",)


def test_a_local_guideline_never_stands_above_the_law() -> None:
    content = build_decision_letter(decision(answer(IP, NO), guideline="kommunens rutine"), "nb")
    said = text(content, Part.CONSIDERATIONS)
    assert "Vi har også brukt kommunens rutine. Lokale retningslinjer kan aldri gi færre" in said
