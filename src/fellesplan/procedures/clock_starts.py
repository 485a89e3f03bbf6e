"""Når en klagefrist begynner å løpe.

Papir: når brevet kom fram (fvl § 29). Digitalt: når vedtaket er tilgjengelig og varsel er sendt, den siste av
de to (eForvaltningsforskriften § 11). Helse: da personen fikk nok kunnskap til å klage (pbrl § 7-5).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.kernel.text import Text, t


class StartKind(StrEnum):
    """Hva som satte i gang klokka."""

    DIGITAL = "digital"
    PAPER = "paper"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True)
class ClockStart:
    """The civil day a period starts from (not counted itself), why, and where that stands."""

    day: date
    kind: StartKind
    text: Text
    source: str


def digital_start(available: date, notified: date) -> ClockStart:
    """Return the start for a letter in a digital inbox: the later of availability and notice."""
    text = t(
        "Brevet var tilgjengelig {available}, og varselet ble sendt {notified}. Fristen løper fra den siste "
        "av de to dagene.",
        available=available,
        notified=notified,
    )
    return ClockStart(max(available, notified), StartKind.DIGITAL, text, "eFvf § 11 andre ledd")


def paper_start(arrived: date) -> ClockStart:
    """Return the start for a paper letter: the day it reached the person."""
    text = t("Brevet kom fram {arrived}. Fristen løper fra den dagen.", arrived=arrived)
    return ClockStart(arrived, StartKind.PAPER, text, "fvl § 29 første ledd")


def knowledge_start(day: date) -> ClockStart:
    """Return the start for one who got no letter: when they knew, or should have known, enough."""
    text = t("Personen fikk eller burde fått vite nok til å klage {day}.", day=day)
    return ClockStart(day, StartKind.KNOWLEDGE, text, "pbrl § 7-5 og fvl § 29 andre ledd")
