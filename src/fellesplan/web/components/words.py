"""Dates, times, distances and numbers in the reader's language; aware moments are shown in Norwegian time."""

from datetime import date, datetime, time

from django.utils.translation import get_language, gettext, ngettext, pgettext

from fellesplan.kernel import clock
from fellesplan.procedures.references import in_nynorsk
from fellesplan.web.components.calendar_words import DAYS, MONTHS, NUMBERS, SHORT_MONTHS, ZERO

Day = date | datetime


def language() -> str:
    """Return nb, nn or en."""
    code = (get_language() or "nb")[:2]
    return code if code in MONTHS else "nb"


def law(source: str) -> str:
    """Return a reference with the names that the laws have in the reader's language."""
    return in_nynorsk(source) if language() == "nn" else source


def civil(value: Day) -> date:
    """Return the Norwegian civil day of a date or a moment."""
    if isinstance(value, datetime):
        return clock.civil_day(value) if value.tzinfo else value.date()
    return value


def _moment(value: datetime | time) -> datetime | time:
    return clock.local(value) if isinstance(value, datetime) and value.tzinfo else value


def day(value: Day, *, year: bool | None = None) -> str:
    """Return "3. desember"; the year is shown when it is not this year, or as `year` says."""
    on = civil(value)
    return _with_year(f"{_ordinal(on)} {MONTHS[language()][on.month - 1]}", on, year)


def short_day(value: Day) -> str:
    """Return "3. des." for tables."""
    on = civil(value)
    return _with_year(f"{_ordinal(on)} {SHORT_MONTHS[language()][on.month - 1]}", on, None)


def weekday(value: Day) -> str:
    """Return "torsdag"."""
    return DAYS[language()][civil(value).weekday()]


def month(value: Day) -> str:
    """Return "desember"."""
    return MONTHS[language()][civil(value).month - 1]


def weekday_and_day(value: Day) -> str:
    """Return "torsdag 3. desember"."""
    return f"{weekday(value)} {day(value)}"


def hour(value: datetime | time) -> str:
    """Return "13.00", in English "13:00"."""
    return f"{_moment(value):%H:%M}" if language() == "en" else f"{_moment(value):%H.%M}"


def at(value: datetime | time) -> str:
    """Return "kl. 13.00"."""
    return hour(value) if language() == "en" else f"kl. {hour(value)}"


def day_and_hour(value: datetime) -> str:
    """Return "3. desember kl. 13.00"."""
    return f"{day(value)} {at(value)}"


def distance(value: Day, today: date | None = None) -> str:
    """Return how far away a day is: "om 12 dager", "i morgen", "i dag", "i går", "for 4 dager siden"."""
    days = (civil(value) - (today or clock.today())).days
    near = {0: gettext("i dag"), 1: gettext("i morgen"), -1: gettext("i går")}
    if days in near:
        return near[days]
    if days > 0:
        return ngettext("om %(n)d dag", "om %(n)d dager", days) % {"n": days}
    return ngettext("for %(n)d dag siden", "for %(n)d dager siden", -days) % {"n": -days}


def time_left(due: Day, today: date | None = None) -> str:
    """Return what is left of a time limit: "om 2 dager", "i dag", "4 dager over"."""
    days = (civil(due) - (today or clock.today())).days
    if days >= 0:
        return distance(due, today)
    return ngettext("%(n)d dag over", "%(n)d dager over", -days) % {"n": -days}


def number(value: int, one: str = "") -> str:
    """Return 0 to 12 as a word, others as digits. `one` is the gender of 1: "én" (default), "ei" or "ett"."""
    spoken = language()
    if value == 0:
        return ZERO[spoken]
    if value == 1 and one and spoken != "en":
        return {"nb": {"ei": "én"}, "nn": {"én": "éin", "ett": "eitt"}}[spoken].get(one, one)
    return NUMBERS[spoken][value - 1] if 1 <= value <= 12 else str(value)


def listing(words: list[str]) -> str:
    """Return "Kari, Siri og mamma"."""
    if len(words) < 2:
        return "".join(words)
    # Texts inside an f-string are not gathered.
    between = pgettext("mellom de to siste i en liste", "og")
    return f"{', '.join(words[:-1])} {between} {words[-1]}"


def initials(name: str) -> str:
    """Return the first letter of the first and the last name."""
    parts = [part for part in name.split() if part[:1].isalnum()]
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


def _ordinal(on: date) -> str:
    return str(on.day) if language() == "en" else f"{on.day}."


def _with_year(text: str, on: date, year: bool | None) -> str:
    wanted = on.year != clock.today().year if year is None else year
    return f"{text} {on.year}" if wanted else text
