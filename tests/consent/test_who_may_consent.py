"""Who consents: one row per rule, each with the paragraph that gives it (pbrl kapittel 4, hol § 7-2 a)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.consent.facts import Capacity, Care, ConsentLaw, Guardian, Parents, PersonFacts, Purpose
from fellesplan.consent.rules import who_may_consent
from fellesplan.consent.verdicts import ConsentVerdict, Need, Role

LAW = ConsentLaw(heard=7, great_weight=12, secrecy=12, school=15, own=16, adult=18, care_home_consents=True)
BEFORE_2026 = replace(LAW, care_home_consents=False)
PLAN, COORDINATOR, SHARING = Purpose.PLAN, Purpose.COORDINATOR, Purpose.SHARING
CHILD_COORDINATOR = Purpose.CHILD_COORDINATOR
JOINT, ALONE = Parents.JOINT, Parents.ALONE
BOTH_OF_CARE = (Role.CHILD_WELFARE, Role.CARE_HOME)


def person(age: int | None, purpose: Purpose = PLAN, **facts: object) -> PersonFacts:
    return replace(PersonFacts(age=age, purpose=purpose, parents=JOINT), **facts)  # type: ignore[arg-type]


def sources(verdict: ConsentVerdict) -> str:
    parts = (*verdict.reasons, *verdict.hear, *verdict.missing, *verdict.unsettled)
    return " | ".join(reason.source for reason in parts)


@pytest.mark.parametrize(
    ("facts", "ask", "need", "codes", "source"),
    [
        # under 16: parental responsibility
        (person(7), (Role.PARENTS,), Need.ALL, ("4",), "bl § 30"),
        (person(7, parents=ALONE), (Role.PARENT,), Need.ANY, ("3",), "pbrl § 4-4 første ledd"),
        (person(7, parents=Parents.OTHERS), (Role.OTHER_HOLDERS,), Need.ALL, ("5",), "pbrl § 4-4"),
        (person(7, parents=Parents.NONE), (Role.MINORS_GUARDIAN,), Need.ANY, ("7",), "vgml § 17 andre ledd"),
        (person(15), (Role.PARENTS,), Need.ALL, ("4",), "pbrl § 4-4 første ledd"),
        # under 16 in care: lov 20. juni 2025 nr. 39, from 1 January 2026
        (person(8, care=Care.CARE_ORDER), BOTH_OF_CARE, Need.ANY, ("6",), "fjerde ledd"),
        (person(8, care=Care.EMERGENCY), BOTH_OF_CARE, Need.ANY, ("6",), "fjerde ledd"),
        (person(8, care=Care.NO_MOVE), BOTH_OF_CARE, Need.ANY, ("6",), "bvl § 4-3"),
        # 12-16, kept from the parents
        (person(12, wants_secrecy=True), (Role.PERSON,), Need.ANY, ("1",), "§ 4-3 første ledd bokstav c"),
        # 16 and 17
        (person(16), (Role.PERSON,), Need.ANY, ("1",), "pbrl § 4-3 første ledd bokstav b"),
        (person(17, SHARING), (Role.PERSON,), Need.ANY, ("1",), "pbrl § 4-3 første ledd bokstav b"),
        (person(17, capacity=Capacity.LACKING), (Role.PARENTS,), Need.ALL, ("4",), "pbrl § 4-5 første ledd"),
        (
            person(17, capacity=Capacity.LACKING, care=Care.CARE_ORDER),
            (Role.CHILD_WELFARE,), Need.ANY, ("6",), "pbrl § 4-5 andre ledd",
        ),
        (  # only § 5-1 shifts consent at 16
            person(17, capacity=Capacity.LACKING, care=Care.EMERGENCY),
            (Role.PARENTS,), Need.ALL, ("4",), "pbrl § 4-5 første ledd",
        ),
        (  # «over 16», not over 18
            person(17, SHARING, capacity=Capacity.LACKING),
            (Role.NEXT_OF_KIN,), Need.ANY, ("8",), "hpl § 22 tredje ledd",
        ),
        # the child coordinator belongs to the family until 18
        (person(17, CHILD_COORDINATOR), (Role.PARENTS,), Need.ALL, ("4",), "hol § 7-2 a"),
        (person(10, CHILD_COORDINATOR), (Role.PARENTS,), Need.ALL, ("4",), "pbrl § 4-4"),
        (person(None, CHILD_COORDINATOR), (Role.OTHER_HOLDERS,), Need.ANY, ("5",), "hol § 7-2 a første ledd"),
        # adults
        (person(18), (Role.PERSON,), Need.ANY, ("1",), "pbrl § 4-3 første ledd bokstav a"),
        (person(40, guardian=Guardian.COVERS_THIS), (Role.PERSON,), Need.ANY, ("1",), "vgml § 21"),
        (person(40, guardian=Guardian.DEPRIVED), (Role.PERSON,), Need.ANY, ("1",), "pbrl § 4-7"),
        (person(40, written_mandate=True), (Role.PERSON,), Need.ANY, ("1",), "fvl § 12"),
        (
            person(40, capacity=Capacity.LACKING, guardian=Guardian.DEPRIVED, objects=True),
            (Role.GUARDIAN,), Need.ANY, ("7",), "pbrl § 4-7",
        ),
        (
            person(40, capacity=Capacity.LACKING, guardian=Guardian.COVERS_THIS),
            (Role.GUARDIAN,), Need.ANY, ("7",), "vgml §§ 32 og 33",
        ),
        (
            person(40, SHARING, capacity=Capacity.LACKING, future_mandate=True, next_of_kin=True),
            (Role.FUTURE_ATTORNEY, Role.NEXT_OF_KIN), Need.ANY, ("8",), "vgml § 80 fjerde ledd",
        ),
        (
            person(40, SHARING, capacity=Capacity.LACKING, next_of_kin=True),
            (Role.NEXT_OF_KIN,), Need.ANY, ("8",), "hpl § 22 tredje ledd",
        ),
        (
            person(40, capacity=Capacity.LACKING, next_of_kin=True),
            (Role.PROVIDER,), Need.ANY, ("9",), "pbrl § 4-6 første ledd",
        ),
        (  # a mandate for money does not reach this
            person(40, capacity=Capacity.LACKING, guardian=Guardian.OTHER_MATTERS),
            (Role.PROVIDER,), Need.ANY, ("9",), "vgml § 32",
        ),
    ],
)  # fmt: skip
def test_who_is_asked(
    facts: PersonFacts, ask: tuple[Role, ...], need: Need, codes: tuple[str, ...], source: str
) -> None:
    verdict = who_may_consent(facts, LAW)
    assert (verdict.ask, verdict.need, verdict.codes, verdict.blocked) == (ask, need, codes, False)
    assert source in sources(verdict)


@pytest.mark.parametrize(
    ("facts", "source"),
    [
        (person(18, CHILD_COORDINATOR), "hol § 7-2 a tredje ledd"),
        (person(None, PLAN), "hol § 7-2 a første ledd"),
        (person(11, wants_secrecy=True), "pbrl § 4-3 sjette ledd"),
        (person(17, capacity=Capacity.LACKING, objects=True), "pbrl § 4-5 tredje ledd"),
        (person(40, capacity=Capacity.LACKING, objects=True), "pbrl § 4-6 tredje ledd"),
        (
            person(40, capacity=Capacity.LACKING, guardian=Guardian.COVERS_THIS, objects=True),
            "vgml § 33 andre ledd",
        ),
    ],
)
def test_when_nobody_can_consent(facts: PersonFacts, source: str) -> None:
    verdict = who_may_consent(facts, LAW)
    assert (verdict.ask, verdict.blocked) == ((), True)
    assert source in sources(verdict)


def test_before_2026_foster_parents_did_not_consent() -> None:
    """Pbrl § 4-4 fjerde ledd, before lov 20. juni 2025 nr. 39."""
    assert who_may_consent(person(8, care=Care.CARE_ORDER), BEFORE_2026).ask == (Role.CHILD_WELFARE,)


@pytest.mark.parametrize(
    ("age", "word"), [(3, "hvis"), (7, "krav"), (11, "krav"), (12, "stor vekt"), (15, "stor vekt")]
)
def test_child_is_heard_by_age(age: int, word: str) -> None:
    """Pbrl § 4-4 femte ledd."""
    assert word in str(who_may_consent(person(age), LAW).hear[0].text)


@pytest.mark.parametrize(
    ("age", "purpose", "own"), [(14, SHARING, False), (15, SHARING, True), (15, PLAN, False)]
)
def test_school_questions_are_the_youths_own_from_15(age: int, purpose: Purpose, own: bool) -> None:
    """Oppl § 24-5."""
    assert who_may_consent(person(age, purpose), LAW).own_school_part is own


def test_unknown_parental_responsibility_must_be_found_out() -> None:
    verdict = who_may_consent(person(7, parents=Parents.UNKNOWN), LAW)
    assert (verdict.ask, verdict.blocked, len(verdict.missing)) == ((), False, 1)


@pytest.mark.parametrize("age", [16, 40])
def test_doubt_about_capacity_must_be_decided_in_writing(age: int) -> None:
    """Pbrl § 4-3 fjerde ledd: until then the person decides."""
    verdict = who_may_consent(person(age, capacity=Capacity.DOUBTED), LAW)
    assert verdict.ask == (Role.PERSON,)
    assert "pbrl § 4-3 fjerde ledd" in sources(verdict)


def test_one_parent_of_two_is_left_to_judgement() -> None:
    assert who_may_consent(person(7), LAW).unsettled
    assert not who_may_consent(person(7, parents=ALONE), LAW).unsettled


def test_parents_keep_what_they_need_also_when_a_child_of_twelve_wants_secrecy() -> None:
    """Pbrl § 3-4 fjerde ledd: everyone under 18, and the child is told."""
    assert "pbrl § 3-4 fjerde ledd" in sources(who_may_consent(person(13, wants_secrecy=True), LAW))
    assert "pbrl § 3-4 fjerde ledd" in sources(who_may_consent(person(16), LAW))


facts_of_anyone = st.builds(
    PersonFacts,
    age=st.none() | st.integers(0, 100),
    purpose=st.sampled_from(Purpose),
    capacity=st.sampled_from(Capacity),
    parents=st.sampled_from(Parents),
    care=st.sampled_from(Care),
    guardian=st.sampled_from(Guardian),
    future_mandate=st.booleans(),
    next_of_kin=st.booleans(),
    written_mandate=st.booleans(),
    wants_secrecy=st.booleans(),
    objects=st.booleans(),
)


@given(facts=facts_of_anyone)
def test_there_is_always_an_answer_with_its_source(facts: PersonFacts) -> None:
    verdict = who_may_consent(facts, LAW)
    assert verdict.ask or verdict.blocked or verdict.missing
    assert not (verdict.ask and verdict.blocked)
    assert all(
        reason.source and str(reason.text) for reason in verdict.reasons + verdict.hear + verdict.missing
    )


@given(facts=facts_of_anyone)
def test_nobody_decides_for_an_adult_with_capacity(facts: PersonFacts) -> None:
    able = replace(facts, age=18 + (facts.age or 0), capacity=Capacity.PRESUMED)
    verdict = who_may_consent(able, LAW)
    assert verdict.ask == (() if facts.purpose is CHILD_COORDINATOR else (Role.PERSON,))
