"""Domstolloven §§ 148 og 149, with the calendar of 2026 and 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.procedures.counting import (
    add_days,
    add_months,
    add_weeks,
    add_years,
    free_day_name,
    is_free_day,
    move_if_free,
)

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 3), 1, date(2026, 12, 3)),  # § 148 andre ledd: the same number
        (date(2027, 1, 31), 1, date(2027, 2, 28)),  # no such number: the last day of the month
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 2, 28), 1, date(2027, 3, 28)),  # the number, not the end of the month
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


def test_weeks_end_on_the_same_weekday_and_days_leave_out_the_first() -> None:
    assert add_weeks(date(2026, 11, 24), 4) == date(2026, 12, 22)
    assert add_days(date(2026, 11, 24), 7) == date(2026, 12, 1)


def test_a_year_from_leap_day_ends_on_the_last_of_february() -> None:
    assert add_years(date(2028, 2, 29), 1) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (date(2026, 11, 28), True),  # Saturday, § 149
        (date(2026, 11, 29), True),  # Sunday, helligdagsfredloven § 2
        (date(2026, 5, 1), True),  # lov om 1. og 17. mai
        (date(2027, 5, 17), True),  # 17 May and Whit Monday on one day
        (date(2026, 4, 2), True),  # Maundy Thursday
        (date(2026, 4, 3), True),  # Good Friday
        (date(2026, 4, 6), True),  # Easter Monday
        (date(2026, 5, 14), True),  # Ascension Day
        (date(2026, 5, 25), True),  # Whit Monday
        (date(2026, 12, 25), True),
        (date(2026, 4, 1), False),  # Wednesday before Easter
        (date(2026, 12, 24), False),  # an ordinary day
        (date(2026, 12, 31), False),  # an ordinary day
        (date(2026, 7, 20), False),  # court holidays (§ 140) never apply
    ],
)
def test_free_days(day: date, free: bool) -> None:
    assert is_free_day(day) is free
    assert (free_day_name(day) is not None) is free


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 5, 1), "1. mai"),
        (date(2027, 5, 17), "andre pinsedag"),
        (date(2026, 11, 28), "en lørdag"),
        (date(2026, 5, 17), "17. mai"),
    ],
)
def test_free_days_are_named_as_people_say(day: date, name: str) -> None:
    assert str(free_day_name(day)) == name


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 4, 2), date(2026, 4, 7)),  # Easter: Thursday to Tuesday
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2026, 11, 27), date(2026, 11, 27)),
    ],
)
def test_moves_to_the_next_working_day(day: date, moved: date) -> None:
    assert move_if_free(day) == moved


@given(day=days)
def test_moved_day_is_never_free_and_never_skips_a_working_day(day: date) -> None:
    moved = move_if_free(day)
    assert not is_free_day(moved)
    assert all(is_free_day(day + timedelta(days=n)) for n in range((moved - day).days))
    assert (moved - day).days <= 5


@given(day=days, later=st.integers(0, 400), months=st.integers(0, 30))
def test_months_keep_the_order_of_days(day: date, later: int, months: int) -> None:
    assert add_months(day, months) <= add_months(day + timedelta(days=later), months)


@given(day=days, years=st.integers(0, 20))
def test_a_year_is_twelve_months(day: date, years: int) -> None:
    assert add_years(day, years) == add_months(day, 12 * years)
