"""Hvorfor en regel svarer som den gjør: en setning, stedet den står, og hvor sikkert svaret er."""

from dataclasses import dataclass
from enum import StrEnum

from fellesplan.kernel.text import Text


class Certainty(StrEnum):
    """How firmly the law gives an answer: in its words, by a good reading, or not at all."""

    SETTLED = "settled"
    LIKELY = "likely"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence for a person to read, and the paragraph behind it (empty when it is only advice)."""

    text: Text
    source: str = ""
