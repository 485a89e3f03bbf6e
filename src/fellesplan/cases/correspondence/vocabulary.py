"""The letter's words for the case's words."""

from fellesplan.cases.models import Decision, Right
from fellesplan.documents import letters

RIGHTS: dict[str, letters.Right] = {
    Right.PLAN: letters.Right.INDIVIDUAL_PLAN,
    Right.COORDINATOR: letters.Right.COORDINATOR,
    Right.CHILD_COORDINATOR: letters.Right.CHILD_COORDINATOR,
}
CASE_RIGHTS: dict[letters.Right, Right] = {theirs: Right(ours) for ours, theirs in RIGHTS.items()}
GIVES = frozenset({Decision.Outcome.GRANTED, Decision.Outcome.PARTLY})
COORDINATORS = frozenset({Right.COORDINATOR, Right.CHILD_COORDINATOR})


def outcome(value: str) -> letters.Outcome:
    """Return the letter's outcome."""
    return letters.Outcome(value)
