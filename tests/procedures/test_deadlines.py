"""Deadlines: pbrl § 7-5; fvl §§ 11 a, 24, 29-31; eForvaltningsforskriften §§ 8 og 11."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.procedures.clock_starts import digital_start, knowledge_start, paper_start
from fellesplan.procedures.counting import is_free_day
from fellesplan.procedures.deadlines import (
    after_reasons,
    complaint,
    latest_complaint,
    preliminary_reply,
    report_due,
    second_notice,
    second_notice_due,
    service_promise,
    training,
)
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.reasons import Certainty

days = st.dates(date(2022, 8, 1), date(2050, 12, 31))
bases = st.sampled_from(LegalBasis)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 3), date(2026, 12, 3)),
        (date(2026, 10, 28), date(2026, 11, 28)),  # a Saturday: it stands
        (date(2026, 11, 25), date(2026, 12, 25)),  # Christmas Day: it stands
        (date(2027, 1, 31), date(2027, 2, 28)),  # a Sunday: it stands
    ],
)
def test_preliminary_reply_is_never_moved(received: date, due: date) -> None:
    """Fvl § 11 a tredje ledd; fvl § 30 sends only complaints to domstolloven § 149."""
    deadline = preliminary_reply(received, LegalBasis.PBRL_2_5, months=1)
    assert (deadline.date, deadline.moved_from) == (due, None)


@pytest.mark.parametrize(
    ("basis", "certainty"),
    [
        (LegalBasis.SOTJL_28, Certainty.SETTLED),  # sotjl § 41
        (LegalBasis.NAVL_15, Certainty.SETTLED),  # IPf § 11: «vedtak om retten»
        (LegalBasis.PBRL_2_5B, Certainty.LIKELY),  # pbrl § 2-7 takes away kap. IV and V only
        (LegalBasis.BVL_15_9, Certainty.LIKELY),  # bvl § 12-9: «avgjørelse»
    ],
)
def test_how_sure_the_month_is(basis: LegalBasis, certainty: Certainty) -> None:
    assert preliminary_reply(date(2026, 11, 3), basis, months=1).certainty is certainty


@pytest.mark.parametrize(
    ("basis", "weeks", "arrived", "due", "moved_from"),
    [
        (LegalBasis.PBRL_2_5, 4, date(2026, 11, 24), date(2026, 12, 22), None),  # pbrl § 7-5
        (LegalBasis.PBRL_2_5B, 4, date(2026, 11, 27), date(2026, 12, 28), date(2026, 12, 25)),
        (LegalBasis.PBRL_2_5C, 4, date(2026, 4, 19), date(2026, 5, 18), date(2026, 5, 17)),
        (LegalBasis.SOTJL_28, 3, date(2026, 11, 24), date(2026, 12, 15), None),  # fvl § 29
        (LegalBasis.NAVL_15, 3, date(2026, 3, 12), date(2026, 4, 7), date(2026, 4, 2)),
        (LegalBasis.BVL_15_9, 3, date(2026, 12, 3), date(2026, 12, 24), None),  # 24 December is ordinary
        (LegalBasis.SOTJL_33, 3, date(2026, 12, 10), date(2026, 12, 31), None),  # so is 31 December
    ],
)
def test_complaint(basis: LegalBasis, weeks: int, arrived: date, due: date, moved_from: date | None) -> None:
    deadline = complaint(basis, paper_start(arrived), weeks=weeks)
    assert (deadline.date, deadline.moved_from) == (due, moved_from)


def test_moved_complaint_says_why() -> None:
    steps = complaint(LegalBasis.PBRL_2_5, paper_start(date(2026, 11, 27)), weeks=4).steps
    assert str(steps[-1]) == "25.12.2026 er første juledag. Fristen flyttes til 28.12.2026."


@pytest.mark.parametrize(
    ("available", "notified", "start"),
    [
        (date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 5)),
        (date(2026, 11, 5), date(2026, 11, 3), date(2026, 11, 5)),
    ],
)
def test_digital_clock_starts_when_both_are_done(available: date, notified: date, start: date) -> None:
    """EFvf § 11 andre ledd."""
    assert digital_start(available, notified).day == start


def test_digital_start_is_a_reading_on_a_health_basis() -> None:
    """EFvf § 11 andre ledd names only fvl § 29."""
    digital = digital_start(date(2026, 11, 3), date(2026, 11, 3))
    assert complaint(LegalBasis.PBRL_2_5, digital, weeks=4).certainty is Certainty.LIKELY
    assert complaint(LegalBasis.SOTJL_28, digital, weeks=3).certainty is Certainty.SETTLED
    assert complaint(LegalBasis.PBRL_2_5, knowledge_start(date(2026, 11, 3)), weeks=4).certainty is (
        Certainty.SETTLED
    )


def test_latest_day_runs_from_the_decision_itself() -> None:
    """Fvl § 31 tredje ledd; the year is absolute and does not move."""
    deadline = latest_complaint(date(2026, 5, 16), years=1)
    assert (deadline.date, deadline.moved_from) == (date(2027, 5, 16), None)


def test_second_notice_after_a_week_unopened() -> None:
    """EFvf § 8 femte ledd."""
    deadline = second_notice(digital_start(date(2026, 11, 3), date(2026, 11, 4)), weeks=1)
    assert deadline is not None
    assert deadline.date == date(2026, 11, 11)

    def due(on: date, opened: date | None = None, again: bool = False) -> bool:
        return second_notice_due(deadline, opened=opened, notified_again=again, on=on)

    assert not due(date(2026, 11, 11))
    assert due(date(2026, 11, 12))
    assert not due(date(2026, 11, 12), opened=date(2026, 11, 10))
    assert not due(date(2026, 11, 13), again=True)


def test_paper_has_no_second_notice() -> None:
    assert second_notice(paper_start(date(2026, 11, 3)), weeks=1) is None


def test_no_second_notice_to_an_address_the_person_gave() -> None:
    """eFvf § 8 femte ledd siste punktum."""
    start = digital_start(date(2026, 11, 3), date(2026, 11, 3))
    assert second_notice(start, weeks=1, to_own_address=True) is None


@pytest.mark.parametrize(
    ("basis", "requested", "due"),
    [
        (LegalBasis.SOTJL_28, date(2026, 11, 30), date(2026, 12, 29)),  # fvl § 29 tredje ledd: anew
        (LegalBasis.SOTJL_28, date(2026, 12, 16), date(2026, 12, 15)),  # after expiry: nothing
        (LegalBasis.PBRL_2_5, date(2026, 11, 30), date(2026, 12, 15)),  # pbrl § 2-7: fvl § 24 is out
    ],
)
def test_request_for_reasons(basis: LegalBasis, requested: date, due: date) -> None:
    current = complaint(basis, paper_start(date(2026, 11, 24)), weeks=3)
    given_on = paper_start(date(2026, 12, 8))
    assert after_reasons(basis, current, requested=requested, given=given_on, weeks=3).date == due


def test_local_deadlines_stand() -> None:
    assert service_promise(date(2026, 10, 31), weeks=4).date == date(2026, 11, 28)  # a Saturday
    assert training(date(2026, 8, 31), months=6).date == date(2027, 2, 28)  # a Sunday
    assert report_due(2026, month=11, day=15).date == date(2026, 11, 15)  # a Sunday


@given(basis=bases, day=days, weeks=st.integers(1, 12))
def test_complaint_never_ends_on_a_free_day_or_early(basis: LegalBasis, day: date, weeks: int) -> None:
    deadline = complaint(basis, paper_start(day), weeks=weeks)
    assert not is_free_day(deadline.date)
    assert deadline.date >= day + timedelta(weeks=weeks)
    assert (deadline.moved_from is None) == (deadline.date == day + timedelta(weeks=weeks))


@given(basis=bases, day=days, later=st.integers(0, 400))
def test_a_later_letter_never_gives_an_earlier_deadline(basis: LegalBasis, day: date, later: int) -> None:
    first = complaint(basis, paper_start(day), weeks=4)
    second = complaint(basis, paper_start(day + timedelta(days=later)), weeks=4)
    assert first.date <= second.date


@given(day=days, months=st.integers(1, 6))
def test_preliminary_reply_stays_within_the_month(day: date, months: int) -> None:
    deadline = preliminary_reply(day, LegalBasis.SOTJL_28, months=months)
    assert 28 * months <= deadline.days_left(day) <= 31 * months
    assert deadline.moved_from is None


def test_every_deadline_explains_itself() -> None:
    start = digital_start(date(2026, 11, 3), date(2026, 11, 3))
    for basis in LegalBasis:
        deadline = complaint(basis, start, weeks=3 if basis.sector is not Sector.HEALTH else 4)
        assert deadline.paragraph
        assert all(str(step) for step in deadline.steps)
