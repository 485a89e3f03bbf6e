"""What is wrong with a question: which field, and what it may hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` is a name in the question, such as "birth_date"; `message` says what is allowed."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


class BadQuestion(ValueError):
    """A question that cannot be answered; it holds every problem that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def bad(field: str, message: str) -> BadQuestion:
    """Return the error for one field."""
    return BadQuestion(Problem(field, message))
