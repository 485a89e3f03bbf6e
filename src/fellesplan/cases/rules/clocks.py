"""En frist i saken som forklarer seg selv: regel, paragraf, start og regnestykket i ord."""

from dataclasses import dataclass
from datetime import date

from fellesplan.kernel.text import Text
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.reasons import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClock:
    """One limit. `rule` names the rule in code, `source` where it stands; `steps` are the computation.

    `done_on`: the day it was met, and `done` how. `letter` is what it is about, when that is a letter.
    """

    key: str
    title: Text
    start: date
    due: date
    rule: str
    source: str
    steps: tuple[Text, ...]
    by_law: bool = True
    likely: bool = False
    done_on: date | None = None
    done: Text | None = None
    letter: str = ""

    @property
    def is_met(self) -> bool:
        return self.done_on is not None

    def is_over(self, on: date) -> bool:
        """Return whether the last day is past and nothing has met it."""
        return not self.is_met and on > self.due


def from_deadline(
    key: str, title: Text, deadline: Deadline, *, by_law: bool = True, source: str = "",
    done_on: date | None = None, done: Text | None = None, letter: str = "",
) -> CaseClock:  # fmt: skip
    """Return a limit as the procedures have counted it."""
    return CaseClock(
        key=key, title=title, start=deadline.start, due=deadline.date, rule=deadline.rule,
        source=source or deadline.paragraph, steps=deadline.steps, by_law=by_law,
        likely=deadline.certainty is Certainty.LIKELY, done_on=done_on, done=done, letter=letter,
    )  # fmt: skip


def in_order(clocks: list[CaseClock]) -> tuple[CaseClock, ...]:
    """Return those that run first, the nearest first; then those that are met."""
    return tuple(sorted(clocks, key=lambda one: (one.is_met, one.due, one.key)))
