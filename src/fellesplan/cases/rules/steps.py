"""Et neste steg, slik det står på skjermen."""

from dataclasses import dataclass
from datetime import date

from fellesplan.cases.rules.facts import Actor
from fellesplan.kernel.text import Text
from fellesplan.procedures.reasons import Reason


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do, who does it, by when (None when no day is set), and why. `key` names it in code."""

    key: str
    what: Text
    who: Actor
    why: Reason
    due: date | None = None


def step(key: str, what: Text, who: Actor, why: Text, source: str = "", due: date | None = None) -> NextStep:
    """Return a next step."""
    return NextStep(key, what, who, Reason(why, source), due)
