"""Ages count by the civil day; a limit applies from the birthday itself (pbrl § 4-3: from 16, from 18)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.people.ages import age_on, has_turned, turns

LEAP = date(2012, 2, 29)
days = st.dates(date(1910, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2010, 5, 14), date(2026, 5, 13), 15),
        (date(2010, 5, 14), date(2026, 5, 14), 16),  # pbrl § 4-3: 16 from the birthday itself
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 24), date(2026, 11, 23), -1),  # expected child, hol § 7-2 a
        (LEAP, date(2028, 2, 28), 15),
        (LEAP, date(2028, 2, 29), 16),
        (LEAP, date(2030, 2, 28), 17),  # unsettled: the lower age
        (LEAP, date(2030, 3, 1), 18),
    ],
)
def test_age(born: date, on: date, age: int) -> None:
    assert age_on(born, on) == age


def test_leap_day_shows_both_dates_and_leaves_one_day_open() -> None:
    assert turns(LEAP, 18) == (date(2030, 2, 28), date(2030, 3, 1))
    assert turns(LEAP, 16) == (date(2028, 2, 29),)
    answers = [has_turned(LEAP, 18, date(2030, 2, 27) + timedelta(days=n)) for n in range(3)]
    assert answers == [False, None, True]


def test_century_year_has_no_leap_day() -> None:
    assert turns(date(2096, 2, 29), 4) == (date(2100, 2, 28), date(2100, 3, 1))


@given(born=days, years=st.integers(0, 110))
def test_age_and_limit_agree(born: date, years: int) -> None:
    first, last = turns(born, years)[0], turns(born, years)[-1]
    assert has_turned(born, years, last) is True
    assert age_on(born, last) == years
    assert has_turned(born, years, first - timedelta(days=1)) is False


@given(born=days, on=days, later=st.integers(0, 4000))
def test_nobody_gets_younger(born: date, on: date, later: int) -> None:
    assert age_on(born, on + timedelta(days=later)) >= age_on(born, on)
