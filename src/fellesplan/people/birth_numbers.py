"""Fødselsnummer, d-nummer og h-nummer: elleve siffer med to kontrollsifre.

Skatteetaten, «Nytt fødselsnummer fra 2032»: numre som er tildelt fra 1. januar 2032, tillater fire rester for
det første kontrollsifferet og sier ikke lenger noe om århundre eller kjønn. Begge slag leses side om side.
Syntetiske numre (Tenor) har 80 lagt til måneden. Kjønn leses aldri ut av et nummer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fellesplan.kernel.text import Text, t
from fellesplan.people.birth_centuries import birth_year, serials

NEW_SERIES_FROM = date(2032, 1, 1)
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ALLOWED_RESTS = range(4)
_D_NUMBER, _H_NUMBER, _TENOR = 40, 40, 80


class NumberKind(StrEnum):
    """Hva slags nummer: fødselsnummer, d-nummer (dag + 40) eller hjelpenummer (måned + 40)."""

    BIRTH_NUMBER = "fødselsnummer"
    D_NUMBER = "d-nummer"
    H_NUMBER = "h-nummer"


class BadBirthNumber(ValueError):
    """The digits are not a number of any kind; `text` says why without repeating them."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


@dataclass(frozen=True, slots=True)
class BirthNumber:
    """A valid number; `birth_date` is None where it does not tell. The digits never reach a log."""

    value: str = field(repr=False)
    kind: NumberKind
    birth_date: date | None = field(repr=False)
    synthetic: bool

    def __str__(self) -> str:
        return f"{self.kind} (skjult)"


def clean(text: str) -> str:
    """Return the text without the spaces people write inside the number."""
    return "".join(text.split())


def is_valid(text: str) -> bool:
    """Return whether the text is a number of any kind, old or new series."""
    try:
        parse(text, on=NEW_SERIES_FROM)
    except BadBirthNumber:
        return False
    return True


def parse(text: str, *, on: date) -> BirthNumber:
    """Return the number that is written; raises BadBirthNumber.

    From 1 January 2032 (`on`) a number no longer proves a birth date, so `birth_date` is None: ask for it.
    """
    digits = clean(text)
    if len(digits) != 11 or not digits.isascii() or not digits.isdigit():
        raise BadBirthNumber(t("Skriv elleve siffer."))
    rest = _rest(digits, _FIRST_WEIGHTS)
    if rest not in _ALLOWED_RESTS or _rest(digits, _SECOND_WEIGHTS) != 0:
        raise BadBirthNumber(t("Nummeret er ikke gyldig. Kanskje to siffer har byttet plass?"))
    kind, day, month, synthetic = _unfold(int(digits[:2]), int(digits[2:4]))
    short_year, serial = int(digits[4:6]), int(digits[6:9])
    if not _exists(day, month, short_year):
        raise BadBirthNumber(t("Nummeret begynner med en dato som ikke finnes."))
    old_series = rest == 0
    year = birth_year(short_year, serial, d_number=kind is NumberKind.D_NUMBER) if old_series else None
    known = _date(day, month, year) if year is not None else None
    if old_series and known is None:
        raise BadBirthNumber(t("Nummeret begynner med en dato som ikke finnes."))
    return BirthNumber(digits, kind, known if on < NEW_SERIES_FROM else None, synthetic)


def synthetic_number(birth_date: date, nth: int = 0, *, d_number: bool = False) -> str:
    """Return the nth synthetic (Tenor) number for a birth date; raises ValueError when the day is used up.

    Made for demonstration and tests: the month carries + 80, so the number can belong to no living person.
    """
    for index, number in enumerate(_synthetic_numbers(birth_date, d_number=d_number)):
        if index == nth:
            return number
    raise ValueError(f"There are not {nth + 1} synthetic numbers for that day.")


def _synthetic_numbers(birth_date: date, *, d_number: bool) -> Iterator[str]:
    day = birth_date.day + (_D_NUMBER if d_number else 0)
    head = f"{day:02}{birth_date.month + _TENOR:02}{birth_date.year % 100:02}"
    for serial in serials(birth_date.year, d_number=d_number):
        first = _control(f"{head}{serial:03}", _FIRST_WEIGHTS)
        if first is None:
            continue
        second = _control(f"{head}{serial:03}{first}", _SECOND_WEIGHTS)
        if second is not None:
            yield f"{head}{serial:03}{first}{second}"


def _rest(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def _control(digits: str, weights: tuple[int, ...]) -> int | None:
    digit = -_rest(digits, weights) % 11
    return None if digit == 10 else digit


def _unfold(day: int, month: int) -> tuple[NumberKind, int, int, bool]:
    """Return kind, day, month and whether it is synthetic, with the added 40 and 80 taken away."""
    synthetic = month > _TENOR
    month -= _TENOR if synthetic else 0
    if day > _D_NUMBER:
        return NumberKind.D_NUMBER, day - _D_NUMBER, month, synthetic
    if month > _H_NUMBER:
        return NumberKind.H_NUMBER, day, month - _H_NUMBER, synthetic
    return NumberKind.BIRTH_NUMBER, day, month, synthetic


def _exists(day: int, month: int, short_year: int) -> bool:
    return any(_date(day, month, century + short_year) for century in (1800, 1900, 2000))


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
