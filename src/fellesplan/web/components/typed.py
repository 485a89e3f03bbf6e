"""Dates, times and telephone numbers as people in Norway type them. Pure functions."""

import re
from datetime import date, time

from fellesplan.web.components.calendar_words import MONTHS, SHORT_MONTHS

FUTURE_YEARS = 20
_MONTH_NUMBERS = {
    name.lower().rstrip("."): number
    for table in (MONTHS, SHORT_MONTHS)
    for names in table.values()
    for number, name in enumerate(names, start=1)
}
_NUMBERS = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d{2})\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_SPELLED = re.compile(r"(\d{1,2})\.? ?([a-zæøå]+)\.? (\d{4})")
_TIME = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[.:]?(\d{2}))?")
_NATIONAL = re.compile(r"[2-9]\d{7}")
_FOREIGN = re.compile(r"\+[1-9]\d{6,14}")


def parse_date(text: str, *, today: date, past: bool = False) -> date | None:
    """Return the day typed as 3.11.2026, 03.11.26, 031126, 2026-11-03 or 3. november 2026, or None.

    A year of two digits is at most twenty years ahead; with `past` (births) it is never ahead.
    """
    text = " ".join(text.strip().lower().split())
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := (_NUMBERS.fullmatch(text) or _TOGETHER.fullmatch(text)):
        day, month, year = found.groups()
    elif (found := _SPELLED.fullmatch(text)) and found[2] in _MONTH_NUMBERS:
        day, month, year = found[1], str(_MONTH_NUMBERS[found[2]]), found[3]
    else:
        return None
    whole = int(year) if len(year) == 4 else _century(int(year), today, past)
    try:
        return date(whole, int(month), int(day))
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """Return the time typed as 13.00, 13:00, 1300, 13 or kl. 13, or None."""
    found = _TIME.fullmatch(text.strip().lower())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def parse_phone(text: str) -> str | None:
    """Return eight digits for a Norwegian number, +digits for a foreign one, or None."""
    digits = re.sub(r"[\s().\-]", "", text)
    digits = re.sub(r"^00(?=[1-9]\d{7,})", "+", digits) if len(digits) > 8 else digits
    if digits.startswith("+47"):
        digits = digits[3:]
    return digits if _NATIONAL.fullmatch(digits) or _FOREIGN.fullmatch(digits) or _synthetic(digits) else None


def show_phone(number: str) -> str:
    """Return "400 00 117" or "22 00 00 00" for eight digits; others as they are."""
    if len(number) != 8 or not number.isdigit():
        return number
    if number[0] in "489":
        return f"{number[:3]} {number[3:5]} {number[5:]}"
    return f"{number[:2]} {number[2:4]} {number[4:6]} {number[6:]}"


def _synthetic(digits: str) -> bool:
    """Numbers beginning with 00 00 belong to nobody: they are used for invented people."""
    return len(digits) == 8 and digits.isdigit() and digits.startswith("0000")


def _century(short: int, today: date, past: bool) -> int:
    year = today.year - today.year % 100 + short
    latest = today.year if past else today.year + FUTURE_YEARS
    return year if year <= latest else year - 100
