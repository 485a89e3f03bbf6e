"""Beslutningskompetanse: den som mangler den, skal få det avgjort skriftlig (pbrl § 4-3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fellesplan.consent.facts import Capacity, ConsentLaw, Purpose
from fellesplan.consent.verdicts import because
from fellesplan.kernel.text import t
from fellesplan.procedures.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityDecision:
    """A decision that a person lacks capacity, for some purposes. Civil days; `ended_on`: no longer held."""

    covers: frozenset[str]
    decided_on: date
    valid_to: date
    written: bool = True
    reasoned: bool = True
    ended_on: date | None = None


def capacity_on(decisions: Iterable[CapacityDecision], purpose: Purpose, on: date) -> Capacity:
    """Return the capacity for one purpose on a day.

    LACKING only by a written and reasoned decision in force for that very purpose: capacity is presumed
    (pbrl § 4-3 første ledd), and lost only for what the decision is about (andre ledd).
    """
    live = [one for one in decisions if purpose in one.covers and _in_force(one, on)]
    if any(one.written and one.reasoned for one in live):
        return Capacity.LACKING
    return Capacity.DOUBTED if live else Capacity.PRESUMED


def lasts_to(decisions: Iterable[CapacityDecision], purpose: Purpose, on: date) -> date | None:
    """Return the last day the lack of capacity is decided for, or None when it is not."""
    days = [one.valid_to for one in decisions if purpose in one.covers and _in_force(one, on)]
    return max(days, default=None)


def _in_force(one: CapacityDecision, on: date) -> bool:
    return one.decided_on <= on <= one.valid_to and (one.ended_on is None or on < one.ended_on)


def capacity_in_writing(capacity: Capacity) -> tuple[Reason, ...]:
    """Return what is missing when somebody doubts the person's capacity: a reasoned, written decision."""
    if capacity is not Capacity.DOUBTED:
        return ()
    text = t(
        "Mener noen at personen mangler beslutningskompetanse, må det avgjøres skriftlig og "
        "med begrunnelse først."
    )
    return because(text, "pbrl § 4-3 fjerde ledd")


def decided_lacking(law: ConsentLaw) -> tuple[Reason, ...]:
    """Return what it means that capacity is lacking, by the test in force on the day."""
    if law.obvious:
        text = t(
            "Det er avgjort skriftlig at personen åpenbart ikke er i stand til å forstå hva det gjelder."
        )
    else:
        text = t(
            "Det er avgjort skriftlig at personen mangler beslutningskompetanse: Det er overveiende "
            "sannsynlig at personen ikke er i stand til å forstå hva avgjørelsen gjelder, og følgene av den."
        )
    return because(text, "pbrl § 4-3 andre og fjerde ledd")
