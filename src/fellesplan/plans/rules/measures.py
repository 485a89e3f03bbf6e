"""Hvordan det går med et tiltak: lovet, i gang, forsinket, ferdig eller fungerer ikke."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.kernel.text import Text, t


class Progress(StrEnum):
    """Det den ansvarlige har meldt om tiltaket."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    NOT_WORKING = "not_working"


class MeasureState(StrEnum):
    """Det som vises: what is reported, together with the promise and the date."""

    ASKED = "asked"
    PROMISED = "promised"
    STARTED = "started"
    LATE = "late"
    DONE = "done"
    NOT_WORKING = "not_working"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """`promised`: whoever is responsible has said yes. `due_on`: the last day it should be done."""

    progress: Progress = Progress.PLANNED
    promised: bool = False
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeasureView:
    """State, days after the due day (0 when it is not late), and a short text."""

    state: MeasureState
    late_days: int
    text: Text


def measure_view(facts: MeasureFacts, on: date) -> MeasureView:
    """Return how a measure goes on a civil day. That it does not work is shown before that it is late."""
    late = _late_days(facts, on)
    state = _state(facts, late)
    return MeasureView(state, late, _text(state, late, facts))


def _late_days(facts: MeasureFacts, on: date) -> int:
    if facts.due_on is None:
        return 0
    until = (facts.done_on or facts.due_on) if facts.progress is Progress.DONE else on
    return max(0, (until - facts.due_on).days)


def _state(facts: MeasureFacts, late: int) -> MeasureState:
    if facts.progress in {Progress.DONE, Progress.NOT_WORKING}:
        return MeasureState(facts.progress.value)
    if late:
        return MeasureState.LATE
    if facts.progress is Progress.STARTED:
        return MeasureState.STARTED
    return MeasureState.PROMISED if facts.promised else MeasureState.ASKED


def _text(state: MeasureState, late: int, facts: MeasureFacts) -> Text:
    if state is MeasureState.LATE:
        return t("Forsinket én dag") if late == 1 else t("Forsinket {days} dager", days=late)
    if state is MeasureState.DONE and facts.done_on:
        return t("Ferdig {day}", day=facts.done_on)
    return _TEXTS[state]


_TEXTS = {
    MeasureState.ASKED: t("Venter på svar"),
    MeasureState.PROMISED: t("Sagt ja"),
    MeasureState.STARTED: t("Pågår"),
    MeasureState.DONE: t("Ferdig"),
    MeasureState.NOT_WORKING: t("Fungerer ikke"),
}
