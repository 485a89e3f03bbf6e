"""What people type is understood."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.web.components import typed

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "3.11.2026", "03.11.2026", "3.11.26", "03.11.26", "3/11-2026", "3 11 2026", "031126", "03112026",
        "2026-11-03", "3. november 2026", " 3 nov 2026 ", "3. nov. 2026",
    ],
)  # fmt: skip
def test_dates_as_people_write_them(text):
    assert typed.parse_date(text, today=TODAY) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["", "12.03", "31.2.2026", "i morgen", "3.13.2026", "2026", "3.11.026"])
def test_what_is_not_a_date_is_refused(text):
    assert typed.parse_date(text, today=TODAY) is None


def test_short_years_look_at_most_twenty_years_ahead():
    assert typed.parse_date("1.1.46", today=TODAY) == date(2046, 1, 1)
    assert typed.parse_date("1.1.47", today=TODAY) == date(1947, 1, 1)


def test_short_birth_years_are_never_ahead():
    assert typed.parse_date("1.1.27", today=TODAY, past=True) == date(1927, 1, 1)
    assert typed.parse_date("1.1.26", today=TODAY, past=True) == date(2026, 1, 1)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_date_we_show_can_be_typed_back(day):
    assert typed.parse_date(f"{day.day}.{day.month}.{day.year}", today=TODAY) == day


@pytest.mark.parametrize("text", ["13.00", "13:00", "1300", "13", "kl. 13", "kl 13.00"])
def test_times(text):
    assert typed.parse_time(text) == time(13, 0)


@pytest.mark.parametrize("text", ["25.00", "13.60", "ett", ""])
def test_what_is_not_a_time_is_refused(text):
    assert typed.parse_time(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400 00 117", "40000117"),
        ("+47 22 00 00 00", "22000000"),
        ("004722000000", "22000000"),
        ("+46 70 123 45 67", "+46701234567"),
        ("00 00 12 34", "00001234"),
        ("12", None),
        ("abc", None),
    ],
)
def test_telephone_numbers(text, expected):
    assert typed.parse_phone(text) == expected


def test_telephone_numbers_are_shown_in_groups():
    assert typed.show_phone("40000117") == "400 00 117"
    assert typed.show_phone("22000000") == "22 00 00 00"
    assert typed.show_phone("+46701234567") == "+46701234567"
