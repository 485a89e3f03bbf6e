"""The one place that knows what time it is. Rules get time as an argument."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")
_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


def today() -> date:
    """Return the Norwegian civil day (domain.md § 10, counting rule 5)."""
    return civil_day(now())


def civil_day(moment: datetime) -> date:
    """Return the Norwegian civil day of an aware moment."""
    return moment.astimezone(NORWAY).date()


def local(moment: datetime) -> datetime:
    """Return an aware moment in Norwegian time."""
    return moment.astimezone(NORWAY)


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Let time stand still at an aware moment; for tests and demo data."""
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
