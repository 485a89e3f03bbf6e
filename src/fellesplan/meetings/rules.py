"""Rules about when a meeting can be. Pure: facts and the present moment come as arguments."""

from datetime import date, datetime, timedelta

from fellesplan.kernel.text import Text, t

NOTICE_DAYS = 7
"""How long before a meeting people should know of it: good practice, not law (domain.md § 7.7)."""
LONGEST = timedelta(hours=8)


def wrong_times(starts_at: datetime, ends_at: datetime, *, now: datetime) -> dict[str, Text]:
    """Return what to put right, by field; empty when the meeting can be held then."""
    if starts_at < now:
        return {"starts_at": t("Møtet må begynne fram i tid. Velg et senere tidspunkt.")}
    if ends_at <= starts_at:
        return {"ends_at": t("Møtet må slutte etter at det begynner.")}
    if ends_at - starts_at > LONGEST:
        return {"ends_at": t("Møtet kan ikke vare lenger enn åtte timer.")}
    return {}


def short_notice(day: date, *, on: date) -> int | None:
    """Return the number of days until the meeting when that is less than a week, else None."""
    days = (day - on).days
    return days if 0 <= days < NOTICE_DAYS else None
