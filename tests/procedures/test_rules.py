"""Verdicts on plan and coordinator (hol §§ 7-1 og 7-2; pbrl §§ 2-5 og 2-5 b; sotjl § 33)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.procedures import law
from fellesplan.procedures.criteria import Right, criteria
from fellesplan.procedures.facts import Facts, ServiceFact, ServiceSector
from fellesplan.procedures.loader import load, profiles
from fellesplan.procedures.rules import assess
from fellesplan.procedures.verdicts import Outcome

ON = date(2026, 11, 21)
NATIONAL = load("nasjonal", ON)
NURSE = ServiceFact("Hjemmesykepleie", "sykepleier", ServiceSector.HEALTH, "Hjemmetjenesten")
PHYSIO = ServiceFact("Fysioterapi", "fysioterapeut", ServiceSector.HEALTH, "Fysioterapitjenesten")
SCHOOL = ServiceFact("Spesialundervisning", "lærer", ServiceSector.SCHOOL, "Nyby skole")
HOSPITAL = ServiceFact("Poliklinikk", "lege", ServiceSector.HOSPITAL, "Sykehuset")
GP = ServiceFact("Fastlege", "fastlege", ServiceSector.HEALTH, "Legekontoret")

PLAN = [
    # long_term, coordinated, qualification, wants, outcome, paragraph
    (True, True, None, True, Outcome.YES, "hol § 7-1"),
    (True, True, None, None, Outcome.UNCLEAR, "IPf § 5"),
    (True, True, None, False, Outcome.NO, "IPf § 5"),
    (False, True, None, True, Outcome.NO, "hol § 7-1"),
    (True, False, None, True, Outcome.NO, "hol § 7-1"),
    (None, True, None, True, Outcome.UNCLEAR, "hol § 7-1"),
    (False, False, True, True, Outcome.YES, "sotjl § 33"),
    (None, None, True, True, Outcome.YES, "sotjl § 33"),
    (False, False, True, False, Outcome.NO, "IPf § 5"),
]


@pytest.mark.parametrize(("long_term", "coordinated", "qualification", "wants", "outcome", "paragraph"), PLAN)
def test_plan(long_term, coordinated, qualification, wants, outcome, paragraph) -> None:
    answers = {"long_term": long_term, "coordinated": coordinated, "qualification": qualification}
    assert assess(NATIONAL, "plan", Facts(answers=answers, wants_plan=wants), ON).outcome is outcome


COORDINATOR = [
    # long_term, coordinated, health_care, complex, wants, outcome, paragraph
    (True, True, True, None, True, Outcome.YES, "hol § 7-2"),
    (True, True, None, None, True, Outcome.UNCLEAR, "hol § 7-2"),
    (True, True, False, None, True, Outcome.NO, "hol § 7-2: tjenester etter loven her"),
    (True, False, True, None, True, Outcome.NO, "hol § 7-2"),
    (True, False, True, True, True, Outcome.UNCLEAR, "pbrl § 2-5 b: komplekse eller ..."),
    (True, False, True, True, False, Outcome.NO, "hol § 7-2: tilby"),
    (True, True, True, None, False, Outcome.NO, "hol § 7-2: tilby"),
]


@pytest.mark.parametrize(
    ("long_term", "coordinated", "health_care", "complex_", "wants", "outcome", "paragraph"), COORDINATOR
)
def test_coordinator(long_term, coordinated, health_care, complex_, wants, outcome, paragraph) -> None:
    answers = {
        "long_term": long_term,
        "coordinated": coordinated,
        "health_care": health_care,
        "complex": complex_,
    }
    facts = Facts(answers=answers, wants_coordinator=wants)
    assert assess(NATIONAL, "coordinator", facts, ON).outcome is outcome


def test_a_coordinator_does_not_depend_on_wanting_a_plan() -> None:
    """Forskrift om habilitering, rehabilitering og koordinator § 16."""
    answers = {"long_term": True, "coordinated": True}
    facts = Facts(answers=answers, services=(NURSE,), wants_plan=False, wants_coordinator=True)
    assert assess(NATIONAL, "coordinator", facts, ON).outcome is Outcome.YES


def test_every_reason_has_a_sentence_and_a_paragraph() -> None:
    verdict = assess(NATIONAL, "coordinator", Facts(answers={"complex": True, "long_term": False}), ON)
    assert all(str(ground.text) and "§" in ground.source for ground in verdict.reasons)
    assert any("komplekse" in str(ground.text) for ground in verdict.reasons)


@pytest.mark.parametrize(
    ("slug", "services", "met"),
    [
        ("lund", (NURSE, PHYSIO), True),  # Lund: minst 2 helse- og omsorgstjenester
        ("lund", (NURSE, GP), False),  # Lund: fastlege telles ikke
        ("lund", (NURSE, SCHOOL), True),  # Lund: tiltak fra andre sektorer tas med
        ("alesund", (NURSE, SCHOOL), False),  # Ålesund: helse- og omsorgstjenester
        ("alesund", (NURSE, PHYSIO), True),
        ("molde", (NURSE,), False),  # Molde: minst 2 fra ulike ytere
        ("molde", (NURSE, HOSPITAL), True),
        ("arendal", (NURSE, PHYSIO), True),  # Arendal: flere instanser
        ("arendal", (NURSE,), False),
        ("luster", (NURSE, PHYSIO), False),  # Luster: minst 3 faggrupper
        ("luster", (NURSE, PHYSIO, SCHOOL), True),
        ("luster", (), None),
    ],
)
def test_the_municipality_s_number_is_advice(
    slug: str, services: tuple[ServiceFact, ...], met: bool | None
) -> None:
    answers = {"long_term": True, "coordinated": True}
    verdict = assess(load(slug, ON), "plan", Facts(answers=answers, services=services, wants_plan=True), ON)
    assert verdict.outcome is Outcome.YES
    advice = next(a for a in verdict.advisories if a.key == "criterion.min_services")
    assert advice.met is met
    assert "ikke noe krav til antall" in str(advice.law)
    assert advice.law_source == "helse- og omsorgstjenesteloven § 7-1"


def test_molde_also_accepts_needs_at_both_levels() -> None:
    facts = Facts(answers={"min_services": 1, "municipal_and_hospital": True})
    assert assess(load("molde", ON), "plan", facts, ON).advisories[0].met is True


def test_lund_s_exclusions_stand_beside_the_law() -> None:
    verdict = assess(load("lund", ON), "plan", Facts(services=(NURSE, GP)), ON)
    excluded = next(a for a in verdict.advisories if a.key == "criterion.excluded")
    assert excluded.source == "Lund kommune, prosedyre"
    assert str(excluded.law) == "Loven unntar ingen helse- og omsorgstjenester."


ANSWERS = st.dictionaries(
    st.sampled_from(
        [
            "long_term",
            "coordinated",
            "qualification",
            "health_care",
            "family_health_care",
            "complex",
            "serious_condition",
            "compound",
            "other_welfare",
        ]
    ),
    st.sampled_from([True, False, None]),
)
FACTS = st.builds(
    Facts,
    birth_date=st.none() | st.dates(date(1930, 1, 1), date(2027, 1, 1)),
    due_date=st.none() | st.just(date(2027, 1, 1)),
    services=st.lists(st.sampled_from([NURSE, PHYSIO, SCHOOL, HOSPITAL, GP]), max_size=4).map(tuple),
    answers=ANSWERS,
    wants_plan=st.sampled_from([True, False, None]),
    wants_coordinator=st.sampled_from([True, False, None]),
    wants_child_coordinator=st.sampled_from([True, False, None]),
)


@given(FACTS, st.sampled_from(Right))
def test_no_municipality_changes_the_outcome(facts: Facts, right: Right) -> None:
    """Local rules never refuse by themselves: the law's answer is the same in every municipality."""
    outcomes = {assess(load(slug, ON), right, facts, ON).outcome for slug in profiles()}
    assert len(outcomes) == 1


@given(FACTS, st.sampled_from(Right))
def test_a_no_always_shows_an_unmet_reason(facts: Facts, right: Right) -> None:
    verdict = assess(NATIONAL, right, facts, ON)
    if verdict.outcome is Outcome.NO:
        assert any(ground.met is False for ground in verdict.reasons)
    if verdict.outcome is Outcome.YES and not facts.answers.get("qualification"):
        assert all(ground.met for ground in verdict.reasons)


def test_a_suspended_right_is_never_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hol § 7-2 b."""
    real = law.value
    monkeypatch.setattr(law, "value", lambda id, on: ("plan",) if id == "right.suspended" else real(id, on))
    verdict = assess(NATIONAL, "plan", Facts(), ON)
    assert verdict.outcome is Outcome.UNCLEAR
    assert "midlertidig" in str(verdict.reasons[0].text)


@pytest.mark.parametrize(
    ("right", "statutory"),
    [
        ("plan", {"long_term", "coordinated", "qualification", "wants_plan"}),
        ("coordinator", {"long_term", "coordinated", "health_care", "complex", "wants_coordinator"}),
        (
            "child_coordinator",
            {
                "long_term",
                "coordinated",
                "compound",
                "family_health_care",
                "other_welfare",
                "serious_condition",
                "wants_child_coordinator",
            },
        ),
    ],
)
def test_criteria_separate_law_from_local(right: str, statutory: set[str]) -> None:
    asked = criteria(load("molde", ON), right, ON)
    assert {c.key for c in asked if not c.advisory} == statutory
    assert all(c.legal_status == "law" and "§" in c.source for c in asked if not c.advisory)
    local = {c.key for c in asked if c.advisory}
    assert local == (set() if right == "child_coordinator" else {"min_services", "municipal_and_hospital"})


def test_complex_is_only_asked_since_the_right_came() -> None:
    before = {c.key for c in criteria(NATIONAL, "coordinator", date(2022, 7, 31))}
    assert "complex" not in before
    assert criteria(NATIONAL, "child_coordinator", date(2022, 7, 31)) == ()
