"""When things happened: working days before and after today, so that the demo is always of the present."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from fellesplan.kernel import clock
from fellesplan.procedures.counting import is_free_day


@dataclass(frozen=True)
class Days:
    """Days counted from today. `now` is the moment the demo is loaded, aware."""

    now: datetime

    @property
    def today(self) -> date:
        return clock.civil_day(self.now)

    def day(self, days: int) -> date:
        """Return a working day: for a negative number at or before that day, for a positive at or after."""
        day = self.today + timedelta(days=days)
        while days and is_free_day(day):
            day += timedelta(days=1 if days > 0 else -1)
        return day

    def moment(self, days: int, hour: float = 10) -> datetime:
        """Return a moment of such a day in Norwegian time; what has happened is never ahead of now."""
        wanted = datetime.combine(self.day(days), time(int(hour), int(hour % 1 * 60)), clock.NORWAY)
        return wanted if days > 0 else min(wanted, self.now)

    @contextmanager
    def at(self, days: int, hour: float = 10) -> Iterator[date]:
        """Let time stand still at a moment; gives its day."""
        with clock.frozen(self.moment(days, hour)):
            yield clock.today()
