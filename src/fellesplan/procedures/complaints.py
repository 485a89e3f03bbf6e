"""Er klagen kommet i tide? Fvl §§ 30 og 31; eFvf § 11. Svaret er et forslag, aldri et avslag."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.reasons import Reason


class Channel(StrEnum):
    """Hvordan klagen ble levert."""

    POST = "post"
    IN_PERSON = "in_person"
    ELECTRONIC = "electronic"


class ComplaintTiming(StrEnum):
    """Om klagen kom i tide. UNKNOWN: a day that decides is missing."""

    IN_TIME = "in_time"
    LATE = "late"
    TOO_LATE = "too_late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """`handed_over`: posted, or given to an employee. `arrived`: reached the municipality."""

    channel: Channel
    handed_over: date | None = None
    arrived: date | None = None


@dataclass(frozen=True, slots=True)
class ComplaintVerdict:
    """Timing and the reasons for it."""

    timing: ComplaintTiming
    reasons: tuple[Reason, ...]


_MAY_BE_TAKEN_UP = Reason(
    t(
        "Klagen kan likevel behandles hvis personen ikke kan lastes for at den er sen, eller hvis særlige "
        "grunner gjør det rimelig."
    ),
    "fvl § 31 første ledd",
)


def assess(
    facts: ComplaintFacts, deadline: Deadline, latest: Deadline, *, sent_is_enough: bool = False
) -> ComplaintVerdict:
    """Return whether a complaint is in time, late but possible to take up, or too late to be a complaint.

    `sent_is_enough`: an electronic complaint, too, is in time when it was sent in time (fvl 2025 § 64).
    """
    if facts.channel is Channel.ELECTRONIC and not sent_is_enough:
        return _electronic(facts.arrived, deadline, latest)
    day = facts.handed_over
    if day is None and facts.arrived is not None and not deadline.is_past(facts.arrived):
        day = facts.arrived
    if day is None:
        return _unknown(t("Finn ut når klagen ble postet eller levert. Den dagen teller."), "fvl § 30")
    rule = Reason(
        t("Klagen ble postet eller levert {day}. Det er nok at den er sendt i tide.", day=day), "fvl § 30"
    )
    return _timed(day, rule, deadline, latest)


def _electronic(arrived: date | None, deadline: Deadline, latest: Deadline) -> ComplaintVerdict:
    if arrived is None:
        return _unknown(t("Klagen er ikke kommet fram. Den må sendes på nytt."), "eFvf § 11 fjerde ledd")
    text = t("Klagen kom fram {arrived}. En digital klage må ha kommet fram i tide.", arrived=arrived)
    return _timed(arrived, Reason(text, "eFvf § 11 femte ledd"), deadline, latest)


def _timed(day: date, rule: Reason, deadline: Deadline, latest: Deadline) -> ComplaintVerdict:
    limit = Reason(t("Fristen var {deadline}.", deadline=deadline.date), deadline.paragraph)
    if day <= deadline.date:
        return ComplaintVerdict(ComplaintTiming.IN_TIME, (rule, limit))
    if day <= latest.date:
        return ComplaintVerdict(ComplaintTiming.LATE, (rule, limit, _MAY_BE_TAKEN_UP))
    too_late = t("Det er gått mer enn ett år siden vedtaket. Da kan klagen ikke behandles som klagesak.")
    return ComplaintVerdict(ComplaintTiming.TOO_LATE, (rule, limit, Reason(too_late, latest.paragraph)))


def _unknown(text: Text, source: str) -> ComplaintVerdict:
    return ComplaintVerdict(ComplaintTiming.UNKNOWN, (Reason(text, source),))
