"""When a complaint period begins: the facts about how a decision reached somebody (fvl § 29; eFvf § 11)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from fellesplan.procedures.clock_starts import ClockStart, digital_start, knowledge_start, paper_start
from fellesplan.procedures.law import LawRule
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.processes.law_questions.answers import the
from fellesplan.processes.law_questions.fields import Field, choice, day
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import OnFrom


class Delivery(StrEnum):
    """How the person got to know of the decision."""

    DIGITAL = "digital"
    PAPER = "paper"
    KNOWLEDGE = "knowledge"


_DAYS: Mapping[Delivery, tuple[str, ...]] = {
    Delivery.DIGITAL: ("available", "notified"),
    Delivery.PAPER: ("letter_arrived",),
    Delivery.KNOWLEDGE: ("known",),
}
FIELDS: tuple[Field, ...] = (
    choice("delivery", Delivery, "how the person got to know of the decision", required=True),
    day("available", "digital: the decision lay ready in the inbox"),
    day("notified", "digital: the notice of it was sent"),
    day("letter_arrived", "paper: the letter reached the person"),
    day("known", "no letter: the person knew, or should have known, enough to complain"),
)
ON_FROM = OnFrom("the day the period begins", lambda given: start_of(given).day)


def start_of(given: Given) -> ClockStart:
    """Return the start. Raises BadQuestion for a day that is missing or belongs to another delivery."""
    delivery = given.one("delivery", Delivery)
    for name in (name for names in _DAYS.values() for name in names if name not in _DAYS[delivery]):
        if given.has(name):
            raise bad(
                name, f'does not go with delivery "{delivery}", which takes {" and ".join(_DAYS[delivery])}'
            )
    days = [given.day(name) for name in _DAYS[delivery]]
    return _starts(delivery, days)


def _starts(delivery: Delivery, days: list[date]) -> ClockStart:
    if delivery is Delivery.DIGITAL:
        return digital_start(*days)
    return paper_start(*days) if delivery is Delivery.PAPER else knowledge_start(*days)


def start_rules(basis: LegalBasis, given: Given, on: date) -> tuple[LawRule, ...]:
    """Return the rule that says when a digital letter counts as received; none for the others."""
    if given.one("delivery", Delivery) is not Delivery.DIGITAL:
        return ()
    health = basis.sector is Sector.HEALTH
    return (the("complaint.digital_start.health" if health else "complaint.digital_start", on),)
