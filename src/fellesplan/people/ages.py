"""Alder: hele år på en norsk kalenderdag. En aldersgrense gjelder fra og med fødselsdagen.

For den som er født 29. februar, er det ikke avklart om grensen nås 28. februar eller 1. mars i år uten
skuddag. Da svarer vi med begge datoer, og et menneske avgjør.
"""

from datetime import date


def turns(birth_date: date, years: int) -> tuple[date, ...]:
    """Return the day a person turns `years`: one date, or two when 29 February leaves it unsettled."""
    year = birth_date.year + years
    if _lacks_birthday(birth_date, year):
        return date(year, 2, 28), date(year, 3, 1)
    return (birth_date.replace(year=year),)


def age_on(birth_date: date, on: date) -> int:
    """Return completed years on a civil day, negative before birth; on an unsettled 28 February the lower."""
    years = on.year - birth_date.year
    return years if on >= turns(birth_date, years)[-1] else years - 1


def has_turned(birth_date: date, years: int, on: date) -> bool | None:
    """Return whether a person has turned `years`; None on the one day where the law does not say."""
    days = turns(birth_date, years)
    if on >= days[-1]:
        return True
    return None if on >= days[0] else False


def _lacks_birthday(birth_date: date, year: int) -> bool:
    return (birth_date.month, birth_date.day) == (2, 29) and not _is_leap(year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
