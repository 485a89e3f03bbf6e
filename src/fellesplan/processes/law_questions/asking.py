"""A question as JSON gives it: found, read, answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fellesplan.processes.law_questions.answers import Answer
from fellesplan.processes.law_questions.catalogue import questions
from fellesplan.processes.law_questions.fields import day, missing
from fellesplan.processes.law_questions.given import Given, read
from fellesplan.processes.law_questions.problems import BadQuestion, Problem, bad, quoted
from fellesplan.processes.law_questions.question import Question

ON = day("on", "the day whose law holds")
_PARTS = ("id", "question", "facts")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer. `id` is what the asker called it, None when it has none."""

    id: str | int | None
    name: str
    on: date
    answer: Answer


def ask(raw: object, *, on: date | None = None) -> Asked:
    """Answer one question: {"question": name, "facts": {...}}, with an `id` of one's own if wanted.

    `on`, the day whose law holds, goes before the fact `on` and the day the facts give. Raises BadQuestion
    with every field that is unknown, missing, of a wrong type or impossible.
    """
    if not isinstance(raw, Mapping):
        raise bad("question", 'must be an object with "question" and "facts"')
    if unknown := [str(name) for name in raw if name not in _PARTS]:
        raise BadQuestion(
            *(Problem(name, f"is unknown here; known: {', '.join(_PARTS)}") for name in unknown)
        )
    question, id = _question(raw.get("question")), _id(raw.get("id"))
    given = read((*question.fields, ON), raw.get("facts", {}))
    chosen = on or _on(question, given)
    return Asked(id, question.name, chosen, question.answering(given, chosen))


def _question(name: object) -> Question:
    found = questions().get(name) if isinstance(name, str) else None
    if found is None:
        told = f"{quoted(name)} is unknown" if isinstance(name, str) else "is missing"
        raise bad("question", f"{told}; known: {', '.join(questions())}")
    return found


def _id(raw: object) -> str | int | None:
    if raw is None or (isinstance(raw, str | int) and not isinstance(raw, bool)):
        return raw
    raise bad("id", "must be a text or a whole number")


def _on(question: Question, given: Given) -> date:
    if (told := given.maybe_day("on")) is not None:
        return told
    if question.on_from is None:
        raise BadQuestion(missing(ON))
    return question.on_from.day(given)
