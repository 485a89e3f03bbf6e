"""Fristberegning: domstolloven §§ 148 og 149.

Startdagen teller ikke med. Uker ender på samme ukedag, måneder og år på samme tall, ellers på månedens siste
dag. Bare en frist som loven flytter, flyttes: `move_if_free` kalles av den som vet det (fvl § 30). Rettsferie
(domstolloven § 140) gjelder aldri her. 24. og 31. desember er vanlige dager.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

import holidays

from fellesplan.kernel.text import Text, t

_SATURDAY = 5
_WEEKEND = {5: t("en lørdag"), 6: t("en søndag")}
_NAMES = {
    "Første nyttårsdag": t("første nyttårsdag"),
    "Skjærtorsdag": t("skjærtorsdag"),
    "Langfredag": t("langfredag"),
    "Første påskedag": t("første påskedag"),
    "Andre påskedag": t("andre påskedag"),
    "Arbeidernes dag": t("1. mai"),
    "Kristi himmelfartsdag": t("Kristi himmelfartsdag"),
    "Grunnlovsdag": t("17. mai"),
    "Første pinsedag": t("første pinsedag"),
    "Andre pinsedag": t("andre pinsedag"),
    "Første juledag": t("første juledag"),
    "Andre juledag": t("andre juledag"),
}


def add_days(start: date, days: int) -> date:
    """Return the last day of a period in days; the start day is not counted."""
    return start + timedelta(days=days)


def add_weeks(start: date, weeks: int) -> date:
    """Return the last day of a period in weeks: the same weekday (domstolloven § 148 andre ledd)."""
    return start + timedelta(weeks=weeks)


def add_months(start: date, months: int) -> date:
    """Return the last day of a period in months: the same number, else the last day of the month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def add_years(start: date, years: int) -> date:
    """Return the last day of a period in years: the same date, else the last day of the month."""
    return add_months(start, 12 * years)


def free_day_name(day: date) -> Text | None:
    """Return what makes a day free (domstolloven § 149), or None for a working day."""
    name = _holidays(day.year).get(day)
    if name is None:
        return _WEEKEND.get(day.weekday())
    return _NAMES.get(name.split(";")[0], t("en helligdag"))


def is_free_day(day: date) -> bool:
    """Return whether a deadline that the law moves cannot end on this day."""
    return day.weekday() >= _SATURDAY or day in _holidays(day.year)


def after_working_days(start: date, days: int) -> date:
    """Return the day that is so many working days after a day, which does not count."""
    day = start
    while days > 0:
        day = add_days(day, 1)
        days -= not is_free_day(day)
    return day


def move_if_free(day: date) -> date:
    """Return the day itself or the next working day (domstolloven § 149 første ledd)."""
    while is_free_day(day):
        day += timedelta(days=1)
    return day


@cache
def _holidays(year: int) -> dict[date, str]:
    """Return the holidays of a year (helligdagsfredloven § 2; lov om 1. og 17. mai) by name."""
    return dict(holidays.country_holidays("NO", years=year, language="no"))
