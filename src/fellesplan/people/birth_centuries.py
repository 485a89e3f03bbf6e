"""Individnummer og århundre i numre fra før 2032.

D-nummer: Skatteetaten, «Utvidelse av D-nummerserien» (2021), der ledige serier fra 1800- og 1900-tallet
er tatt i bruk.
"""

from typing import NamedTuple


class Series(NamedTuple):
    """Individual numbers `first`-`last` (inclusive) belong to births in `from_year`-`to_year` (inclusive)."""

    first: int
    last: int
    from_year: int
    to_year: int


BIRTH_NUMBER_SERIES = (
    Series(500, 749, 1854, 1899),
    Series(0, 499, 1900, 1999),
    Series(900, 999, 1940, 1999),
    Series(500, 999, 2000, 2039),
)
D_NUMBER_SERIES = (
    Series(500, 599, 1858, 1899),
    Series(0, 199, 1900, 1939),
    Series(0, 499, 1940, 1999),
    Series(600, 999, 1940, 1999),
    Series(200, 999, 2000, 2039),
)


def birth_year(short_year: int, serial: int, *, d_number: bool) -> int | None:
    """Return the full birth year for two year digits and an individual number, or None if none is in use."""
    for series in _table(d_number):
        if series.first <= serial <= series.last:
            for century in (1800, 1900, 2000):
                if series.from_year <= century + short_year <= series.to_year:
                    return century + short_year
    return None


def serials(year: int, *, d_number: bool) -> tuple[int, ...]:
    """Return the individual numbers that mean exactly this birth year."""
    return tuple(
        serial
        for series in _table(d_number)
        if series.from_year <= year <= series.to_year
        for serial in range(series.first, series.last + 1)
        if birth_year(year % 100, serial, d_number=d_number) == year
    )


def _table(d_number: bool) -> tuple[Series, ...]:
    return D_NUMBER_SERIES if d_number else BIRTH_NUMBER_SERIES
