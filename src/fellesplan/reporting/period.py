"""The stretch of time that a year's figures are taken from."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from fellesplan.kernel import clock


@dataclass(frozen=True)
class Period:
    """A year up to `on`: today in the running year, else 31 December."""

    year: int
    on: date

    @property
    def start(self) -> datetime:
        """Return the first moment of the year in Norway."""
        return datetime.combine(date(self.year, 1, 1), time(), clock.NORWAY)

    @property
    def end(self) -> datetime:
        """Return the moment after the last day."""
        return datetime.combine(self.on + timedelta(days=1), time(), clock.NORWAY)


def period(year: int, today: date) -> Period:
    """Return the period of a year as seen today."""
    return Period(year, min(today, date(year, 12, 31)))
