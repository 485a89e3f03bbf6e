"""Status follows from the answers; a withdrawal bites the same day (pbrl § 4-1 andre ledd; IPf § 5)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.consent.facts import ConsentLaw, Purpose
from fellesplan.consent.forms import form_finding, record_needed
from fellesplan.consent.renewal import renewal, warn_from
from fellesplan.consent.status import (
    Answer,
    ConsentFact,
    ConsentForm,
    ConsentStatus,
    disagreement,
    is_live,
    status,
)
from fellesplan.consent.verdicts import Role

LAW = ConsentLaw(heard=7, great_weight=12, secrecy=12, school=15, own=16, adult=18, care_home_consents=True)
GIVEN = date(2026, 11, 9)
TODAY = date(2026, 11, 24)
YES = ConsentFact(giver="a", answer=Answer.GIVEN, form=ConsentForm.WRITTEN, given_on=GIVEN)
NO = replace(YES, answer=Answer.REFUSED)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], ConsentStatus.NOT_OBTAINED),
        ([YES], ConsentStatus.WRITTEN),
        ([replace(YES, form=ConsentForm.ORAL)], ConsentStatus.ORAL),
        ([replace(YES, form=ConsentForm.DIGITAL)], ConsentStatus.DIGITAL),
        ([replace(YES, limited=True)], ConsentStatus.LIMITED),
        ([NO], ConsentStatus.REFUSED),
        ([replace(YES, withdrawn_on=TODAY)], ConsentStatus.WITHDRAWN),
        ([replace(YES, withdrawn_on=TODAY + timedelta(days=1))], ConsentStatus.WRITTEN),
        ([replace(YES, valid_to=TODAY)], ConsentStatus.WRITTEN),  # the last day holds
        ([replace(YES, valid_to=TODAY - timedelta(days=1))], ConsentStatus.EXPIRED),
        ([replace(YES, valid_from=TODAY + timedelta(days=1))], ConsentStatus.NOT_OBTAINED),
        ([replace(YES, renew_from=TODAY)], ConsentStatus.TO_RENEW),  # from the birthday itself
        ([replace(YES, given_on=TODAY + timedelta(days=1))], ConsentStatus.NOT_OBTAINED),
        ([YES, replace(NO, given_on=TODAY)], ConsentStatus.REFUSED),  # the latest answer counts
        ([NO, replace(YES, given_on=TODAY)], ConsentStatus.WRITTEN),
        ([replace(YES, renew_from=TODAY), replace(YES, giver="b")], ConsentStatus.WRITTEN),  # the youth's own
    ],
)
def test_status(facts: list[ConsentFact], expected: ConsentStatus) -> None:
    assert status(facts, TODAY) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([YES], ConsentStatus.NOT_OBTAINED),
        ([YES, replace(YES, giver="b", form=ConsentForm.ORAL)], ConsentStatus.ORAL),
        ([YES, replace(NO, giver="b")], ConsentStatus.REFUSED),
        ([YES, replace(YES, giver="b", withdrawn_on=TODAY)], ConsentStatus.WITHDRAWN),
        ([YES, YES], ConsentStatus.NOT_OBTAINED),  # one parent twice is still one
    ],
)
def test_two_parents_must_both_say_yes(facts: list[ConsentFact], expected: ConsentStatus) -> None:
    """Bl § 30 første ledd."""
    assert status(facts, TODAY, need=2) is expected


def test_disagreement_is_shown() -> None:
    assert disagreement([YES, replace(NO, giver="b")], TODAY)
    assert not disagreement([YES, replace(YES, giver="b")], TODAY)


answers = st.lists(
    st.builds(
        ConsentFact,
        giver=st.sampled_from("ab"),
        answer=st.sampled_from(Answer),
        form=st.sampled_from(ConsentForm),
        given_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        valid_to=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        renew_from=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        limited=st.booleans(),
    ),
    max_size=6,
)


@given(facts=answers, on=st.dates(date(2026, 1, 1), date(2028, 12, 31)), need=st.integers(1, 2))
def test_withdrawing_everything_always_stops(facts: list[ConsentFact], on: date, need: int) -> None:
    gone = [replace(fact, withdrawn_on=on) for fact in facts]
    assert not is_live(gone, on, need=need)


@given(facts=answers, on=st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_needing_two_is_never_easier_than_needing_one(facts: list[ConsentFact], on: date) -> None:
    assert is_live(facts, on, need=1) or not is_live(facts, on, need=2)


@pytest.mark.parametrize(
    ("purpose", "given_by", "lacks", "days"),
    [
        (Purpose.PLAN, Role.PARENTS, False, (date(2028, 5, 14),)),  # pbrl § 4-3: 16
        (Purpose.SHARING, Role.CHILD_WELFARE, False, (date(2028, 5, 14),)),
        (Purpose.PLAN, Role.PARENTS, True, (date(2030, 5, 14),)),  # pbrl § 4-5: 18
        (Purpose.CHILD_COORDINATOR, Role.PARENTS, False, (date(2030, 5, 14),)),  # hol § 7-2 a: 18
        (Purpose.PLAN, Role.PERSON, False, None),
        (Purpose.SHARING, Role.NEXT_OF_KIN, True, None),  # hpl § 22 tredje ledd: everybody over 16
    ],
)
def test_renewal(purpose: Purpose, given_by: Role, lacks: bool, days: tuple[date, ...] | None) -> None:
    due = renewal(date(2012, 5, 14), purpose, given_by, LAW, lacks_capacity=lacks)
    assert (due.days if due else None) == days


def test_renewal_for_a_leap_day_child_shows_both_days_and_asks_by_the_first() -> None:
    due = renewal(date(2012, 2, 29), Purpose.CHILD_COORDINATOR, Role.PARENT, LAW)
    assert due is not None
    assert due.days == (date(2030, 2, 28), date(2030, 3, 1))
    assert due.asked_by == date(2030, 2, 28)
    assert warn_from(due, months=6) == date(2029, 8, 28)


def test_oral_consent_is_valid_whatever_the_routine_says() -> None:
    """IPf § 5 asks for no form; a routine of written consent is advice."""
    finding = form_finding(ConsentForm.ORAL, frozenset({ConsentForm.WRITTEN, ConsentForm.DIGITAL}))
    assert finding is not None
    assert "skriftlig eller digitalt" in str(finding.text)
    assert "gjelder" in str(finding.text)
    assert form_finding(ConsentForm.ORAL, frozenset()) is None
    assert form_finding(ConsentForm.ORAL, frozenset({ConsentForm.ORAL})) is None
    assert record_needed(ConsentForm.ORAL) is not None
    assert record_needed(ConsentForm.WRITTEN) is None
