"""Every question there is, in the order of the documentation."""

from collections.abc import Mapping
from functools import cache

from fellesplan.processes.law_questions import (
    casework,
    children,
    complaints,
    consent,
    contents,
    rights,
    sharing,
)
from fellesplan.processes.law_questions.question import Question

GROUPS: Mapping[str, tuple[Question, ...]] = {
    "Rights": rights.QUESTIONS,
    "Consent": (*consent.QUESTIONS, *sharing.QUESTIONS),
    "Children and parents": children.QUESTIONS,
    "Case work": casework.QUESTIONS,
    "Plan and letter": contents.QUESTIONS,
    "Complaints": complaints.QUESTIONS,
}


@cache
def questions() -> Mapping[str, Question]:
    """Return every question by name."""
    return {question.name: question for group in GROUPS.values() for question in group}
