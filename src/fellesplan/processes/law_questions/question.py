"""A question that can be asked: its name, its facts, and the function that answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fellesplan.processes.law_questions.answers import Answer
from fellesplan.processes.law_questions.fields import Field
from fellesplan.processes.law_questions.given import Given

Answering = Callable[[Given, date], Answer]


@dataclass(frozen=True, slots=True)
class OnFrom:
    """Where the day of the law is taken from when nobody names it. `told` says it in English."""

    told: str
    day: Callable[[Given], date]


def from_fact(name: str) -> OnFrom:
    """Return that the day is that of a fact, which must then be told."""
    return OnFrom(name, lambda given: given.day(name))


@dataclass(frozen=True, slots=True)
class Question:
    """`example`: facts for the documentation; a test answers it. `outcomes`: every outcome there is.

    `on_from`: where the day of the law comes from when it is not told; without it, `on` is needed.
    """

    name: str
    about: str
    fields: tuple[Field, ...]
    answering: Answering
    outcomes: tuple[str, ...]
    example: Mapping[str, object]
    on_from: OnFrom | None = None
