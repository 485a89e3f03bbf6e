"""The content of a decision letter (fvl §§ 23-27; eFvf § 11; bvl § 12-5), and who gets it (pbrl § 3-4)."""

from dataclasses import replace
from datetime import date

import pytest

from fellesplan.cases.rules import (
    CopyFacts,
    Extent,
    LetterFacts,
    Level,
    Recipient,
    RightKind,
    copies,
    letter_findings,
)
from fellesplan.consent.facts import Care, ConsentLaw
from fellesplan.procedures.legal_basis import LegalBasis

LAW = ConsentLaw(heard=7, great_weight=12, secrecy=12, school=15, own=16, adult=18, care_home_consents=True)
BOTH = frozenset({RightKind.CHILD_COORDINATOR, RightKind.PLAN})
DUE = date(2026, 12, 22)
COMPLETE = LetterFacts(
    basis=LegalBasis.PBRL_2_5,
    decided=BOTH,
    granted=BOTH,
    is_child=True,
    digital_complaint_offered=True,
    may_harm_before_complaint=True,
    legal_aid_relevant=True,
    expected_deadline=DUE,
    date_and_number=True,
    sender_and_contact=True,
    outcomes=BOTH,
    rules=True,
    facts=True,
    considerations=True,
    child_view=True,
    best_interest_and_family=True,
    complaint_right=True,
    complaint_deadline=DUE,
    complaint_body=True,
    complaint_how=True,
    receipt_hint=True,
    access=True,
    delayed_effect=True,
    legal_aid=True,
    appointed_or_when=True,
    no_extra_right=True,
    may_withdraw=True,
)


@pytest.mark.parametrize("basis", LegalBasis)
def test_complete_letter_has_no_findings(basis: LegalBasis) -> None:
    assert letter_findings(replace(COMPLETE, basis=basis)) == ()


@pytest.mark.parametrize(
    ("missing", "point", "source"),
    [
        ("date_and_number", 1, "fvl § 23"),
        ("sender_and_contact", 1, "fvl § 23"),
        ("rules", 3, "fvl § 25 første ledd"),
        ("facts", 4, "fvl § 25 andre ledd"),
        ("considerations", 5, "fvl § 25 tredje ledd"),
        ("child_view", 5, "pbrl § 3-1, IPf § 4"),
        ("complaint_right", 6, "fvl § 27 tredje ledd"),
        ("complaint_body", 6, "fvl § 27 tredje ledd, pbrl § 7-2"),
        ("complaint_how", 6, "fvl § 27 tredje ledd"),
        ("receipt_hint", 6, "eFvf § 11 første ledd"),
        ("access", 7, "fvl §§ 18 og 27 tredje ledd"),
        ("delayed_effect", 8, "fvl §§ 27 og 42"),
        ("legal_aid", 9, "fvl § 27 fjerde ledd"),
        ("appointed_or_when", 10, "hol §§ 7-2 og 7-2 a"),
        ("no_extra_right", 11, "IPf § 4"),
        ("may_withdraw", 12, "pbrl § 4-1 andre ledd"),
        ("right_language", 13, "pbrl § 3-5"),
    ],
)
def test_each_thing_that_is_missing_is_found(missing: str, point: int, source: str) -> None:
    without: dict[str, bool] = {missing: False}
    (finding,) = letter_findings(replace(COMPLETE, **without))  # type: ignore[arg-type]
    assert (finding.point, finding.source) == (point, source)


def test_outcome_is_stated_for_everything_decided() -> None:
    (finding,) = letter_findings(replace(COMPLETE, outcomes=frozenset({RightKind.PLAN})))
    assert finding.point == 2


@pytest.mark.parametrize(
    ("basis", "level"),
    [
        (LegalBasis.PBRL_2_5C, Level.SHOULD),  # pbrl § 2-7: fvl kap. IV and V are out
        (LegalBasis.SOTJL_28, Level.MUST),  # sotjl § 41
        (LegalBasis.NAVL_15, Level.MUST),
        (LegalBasis.BVL_15_9, Level.MUST),  # bvl § 12-1
    ],
)
def test_how_strict_the_law_is(basis: LegalBasis, level: Level) -> None:
    (finding,) = letter_findings(replace(COMPLETE, basis=basis, access=False))
    assert finding.level is level


def test_wrong_deadline_is_always_a_fault() -> None:
    (finding,) = letter_findings(replace(COMPLETE, complaint_deadline=date(2026, 12, 21)))
    assert (finding.point, finding.level) == (6, Level.MUST)
    assert str(finding.text) == "Klagefristen er 22.12.2026, ikke 21.12.2026."


def test_child_welfare_must_show_the_childs_view_and_interest() -> None:
    """Bvl § 12-5."""
    letter = replace(COMPLETE, basis=LegalBasis.BVL_15_9, child_view=False, best_interest_and_family=False)
    assert [(f.level, f.source) for f in letter_findings(letter)] == [(Level.MUST, "bvl § 12-5")] * 2


def test_reasons_may_wait_when_nobody_will_mind() -> None:
    """Fvl § 24 andre ledd: then the letter tells how to get them."""
    short = replace(COMPLETE, nobody_will_mind=True, rules=False, facts=False, considerations=False)
    (finding,) = letter_findings(short)
    assert finding.source == "fvl §§ 24 andre ledd og 27 andre ledd"
    assert letter_findings(replace(short, how_to_get_reasons=True)) == ()
    assert letter_findings(replace(short, how_to_get_reasons=True, granted=frozenset())) != ()


def test_reasons_never_wait_in_child_welfare() -> None:
    """Bvl § 12-5: facts and assessments shall show in the decision, also when all is granted."""
    welfare = replace(COMPLETE, basis=LegalBasis.BVL_15_9, nobody_will_mind=True, how_to_get_reasons=True)
    short = replace(welfare, rules=False, facts=False, considerations=False)
    assert [(f.point, f.level) for f in letter_findings(short)] == [
        (3, Level.MUST), (4, Level.MUST), (5, Level.MUST),
    ]  # fmt: skip
    (finding,) = letter_findings(replace(welfare, considerations=False))
    assert finding.source == "bvl § 12-5"


WHOLE, NECESSARY = Extent.WHOLE, Extent.NECESSARY
PERSON, PARENTS = Recipient.PERSON, Recipient.PARENTS
HEALTH, SOCIAL = LegalBasis.PBRL_2_5, LegalBasis.SOTJL_28


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (CopyFacts(age=7, basis=HEALTH), [(PARENTS, WHOLE)]),
        (CopyFacts(age=12, basis=HEALTH), [(PERSON, WHOLE), (PARENTS, WHOLE)]),  # pbrl §§ 3-4 og 6-5
        # pbrl § 3-4 fjerde ledd: everyone under 18, also 12-15 who wants secrecy
        (CopyFacts(age=13, basis=HEALTH, wants_secrecy=True), [(PERSON, WHOLE), (PARENTS, NECESSARY)]),
        (CopyFacts(age=17, basis=HEALTH), [(PERSON, WHOLE), (PARENTS, NECESSARY)]),
        # pbrl § 3-4 tredje ledd: weighty considerations, any age
        (CopyFacts(age=8, basis=HEALTH, wants_secrecy=True), [(PARENTS, NECESSARY)]),
        # fvl § 27: over 15 gets the letter; fvl § 18: under 15 not what is secret
        (CopyFacts(age=15, basis=SOCIAL), [(PERSON, WHOLE), (PARENTS, WHOLE)]),
        (CopyFacts(age=14, basis=SOCIAL), [(PARENTS, WHOLE)]),
        # pbrl § 3-4 sjette ledd
        (
            CopyFacts(age=8, basis=HEALTH, care=Care.CARE_ORDER),
            [(Recipient.CHILD_WELFARE, WHOLE), (Recipient.CARE_HOME, WHOLE)],
        ),
        (
            CopyFacts(age=8, basis=HEALTH, care=Care.NO_MOVE),
            [(Recipient.CHILD_WELFARE, WHOLE), (Recipient.CARE_HOME, WHOLE), (PARENTS, WHOLE)],
        ),
        # bvl §§ 4-3 and 5-4: outside the health acts a ban on moving leaves the parents with it
        (CopyFacts(age=8, basis=SOCIAL, care=Care.NO_MOVE), [(PARENTS, WHOLE)]),
        (CopyFacts(age=40, basis=HEALTH), [(PERSON, WHOLE)]),
        (CopyFacts(age=40, basis=HEALTH, guardian=True), [(PERSON, WHOLE), (Recipient.GUARDIAN, WHOLE)]),
        (
            CopyFacts(age=40, basis=HEALTH, proxy=True),
            [(PERSON, WHOLE), (Recipient.PROXY, WHOLE)],
        ),  # fvl § 12
    ],
)
def test_who_gets_the_letter(facts: CopyFacts, expected: list[tuple[Recipient, Extent]]) -> None:
    found = copies(facts, LAW, own_notices=15)
    assert [(copy.to, copy.extent) for copy in found] == expected
    assert all(copy.why.source for copy in found)


def test_foster_homes_get_the_letter_from_2026() -> None:
    """Pbrl § 3-4 sjette ledd: foster parents and institutions since 1 January 2026."""
    before = replace(LAW, care_home_consents=False)
    found = copies(CopyFacts(age=8, basis=HEALTH, care=Care.CARE_ORDER), before, own_notices=15)
    assert [copy.to for copy in found] == [Recipient.CHILD_WELFARE]
