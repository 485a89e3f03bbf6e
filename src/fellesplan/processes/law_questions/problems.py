"""What is wrong with a question: which field, and what it may hold."""

import json
from dataclasses import dataclass

_LONG = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` is a name in the question, such as "birth_date"; `message` says what is allowed."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field if self.field.isidentifier() else quoted(self.field)}: {self.message}"


class BadQuestion(ValueError):
    """A question that cannot be answered; it holds every problem that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def bad(field: str, message: str) -> BadQuestion:
    """Return the error for one field."""
    return BadQuestion(Problem(field, message))


def quoted(text: str) -> str:
    """Return what somebody wrote, on one line and not too long."""
    return json.dumps(text if len(text) <= _LONG else f"{text[:_LONG]}…", ensure_ascii=False)
