"""Numbers from Skatteetaten's own published test lists (synthetic, or of the series that starts in 2032)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.people.birth_centuries import birth_year
from fellesplan.people.birth_numbers import (
    BadBirthNumber,
    NumberKind,
    is_valid,
    parse,
    synthetic_number,
)

TODAY = date(2026, 11, 24)
IN_2033 = date(2033, 1, 1)
days = st.dates(date(1900, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("number", "kind", "born", "synthetic"),
    [
        # Skatteetaten, docs/foedselsnummer.csv
        ("03851598730", NumberKind.BIRTH_NUMBER, date(2015, 5, 3), True),
        ("30908299902", NumberKind.BIRTH_NUMBER, None, True),  # 2032 series
        ("30108299939", NumberKind.BIRTH_NUMBER, None, False),  # 2032 series
        ("55102499947", NumberKind.D_NUMBER, None, False),  # 2032 series
        ("41819077906", NumberKind.D_NUMBER, None, True),  # 2032 series
        ("41819077302", NumberKind.D_NUMBER, date(1990, 1, 1), True),
        # Skatteetaten, Nytt fødselsnummer fra 2032: born 2 January 2032
        ("02013299997", NumberKind.BIRTH_NUMBER, date(2032, 1, 2), False),
        # Skatteetaten, Utvidelse av D-nummerserien
        ("41814061033", NumberKind.D_NUMBER, date(1940, 1, 1), True),
        ("41810021827", NumberKind.D_NUMBER, date(2000, 1, 1), True),
    ],
)
def test_reads_published_numbers(number: str, kind: NumberKind, born: date | None, synthetic: bool) -> None:
    found = parse(number, on=TODAY)
    assert (found.kind, found.birth_date, found.synthetic) == (kind, born, synthetic)


@pytest.mark.parametrize(
    "number",
    [
        "03851598731",  # last digit changed
        "03851598740",  # digit changed
        "30851598731",
        "0385159873",  # ten digits
        "038515987300",
        "０３８５１５９８７３０",  # digits of another script
        "abcdefghijk",
        "00000000000",  # control digits are right, the date is not
        "",
    ],
)
def test_refuses_what_is_not_a_number(number: str) -> None:
    assert not is_valid(number)
    with pytest.raises(BadBirthNumber) as refusal:
        parse(number, on=TODAY)
    assert not number or number not in str(refusal.value)


def test_leap_day_that_does_not_exist_is_refused() -> None:
    head = "298201"  # 29 February 2001, synthetic
    assert not any(is_valid(f"{head}{n:05}") for n in range(50_000, 60_000))


def test_help_number_has_forty_on_the_month() -> None:
    found = next(parse(f"014390{n:05}", on=TODAY) for n in range(10_000) if is_valid(f"014390{n:05}"))
    assert (found.kind, found.synthetic) == (NumberKind.H_NUMBER, False)


def test_from_2032_the_number_no_longer_tells_the_birth_date() -> None:
    assert parse("03851598730", on=date(2031, 12, 31)).birth_date == date(2015, 5, 3)
    assert parse("03851598730", on=IN_2033).birth_date is None


def test_spaces_are_ignored_and_digits_are_never_shown() -> None:
    found = parse(" 038515 98730 ", on=TODAY)
    assert found.value == "03851598730"
    assert "98730" not in f"{found!r} {found}"
    assert "2015" not in repr(found)


@given(birth_date=days, nth=st.integers(0, 60), d_number=st.booleans())
def test_generated_number_reads_back(birth_date: date, nth: int, d_number: bool) -> None:
    found = parse(synthetic_number(birth_date, nth, d_number=d_number), on=TODAY)
    assert (found.birth_date, found.synthetic) == (birth_date, True)
    assert (found.kind is NumberKind.D_NUMBER) == d_number


@given(birth_date=days)
def test_generated_numbers_differ(birth_date: date) -> None:
    numbers = [synthetic_number(birth_date, nth) for nth in range(5)]
    assert len(set(numbers)) == 5


@given(birth_date=days, place=st.integers(0, 10), added=st.integers(1, 9))
def test_one_wrong_digit_never_passes_as_the_old_series(birth_date: date, place: int, added: int) -> None:
    number = synthetic_number(birth_date)
    wrong = number[:place] + str((int(number[place]) + added) % 10) + number[place + 1 :]
    if is_valid(wrong):  # the four rests let a few through, but none of them tells a birth date
        assert parse(wrong, on=TODAY).birth_date is None


def test_a_day_can_be_used_up() -> None:
    with pytest.raises(ValueError, match="synthetic"):
        synthetic_number(date(1899, 1, 1), 300)


@pytest.mark.parametrize(
    ("short_year", "serial", "d_number", "year"),
    [
        (54, 500, False, 1854),
        (99, 749, False, 1899),
        (0, 499, False, 1900),
        (0, 500, False, 2000),
        (39, 999, False, 2039),
        (40, 900, False, 1940),
        (40, 899, False, None),
        (40, 610, True, 1940),
        (0, 218, True, 2000),
        (0, 199, True, 1900),
        (58, 500, True, 1858),
        (57, 500, True, None),
    ],
)
def test_century_follows_the_individual_number(
    short_year: int, serial: int, d_number: bool, year: int | None
) -> None:
    assert birth_year(short_year, serial, d_number=d_number) == year
