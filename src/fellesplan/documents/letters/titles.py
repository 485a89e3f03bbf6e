"""The title of a decision letter: the answer itself, so that nobody has to search for it."""

from collections.abc import Iterable

from fellesplan.documents.letters.facts import RightOutcome
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Outcome, Right


def decision_title(outcomes: tuple[RightOutcome, ...], speaker: Speaker) -> str:
    """Return the title; withdrawn requests are named only when nothing else was answered."""
    counted = _decided(outcomes) or outcomes
    kinds = {outcome.outcome for outcome in counted}
    if kinds == {Outcome.GRANTED, Outcome.REFUSED}:
        return speaker.say(
            "title.mixed",
            given=speaker.rights(_of(counted, Outcome.GRANTED)),
            denied=speaker.rights(_of(counted, Outcome.REFUSED), "or"),
        )
    key = kinds.pop() if len(kinds) == 1 else "answers"
    joiner = "or" if key is Outcome.REFUSED else "and"
    return speaker.say(f"title.{key}", rights=speaker.rights((o.right for o in counted), joiner))


def decision_answer(outcomes: tuple[RightOutcome, ...], speaker: Speaker) -> str:
    """Return the answer in one sentence."""
    kinds = {outcome.outcome for outcome in outcomes}
    return speaker.say(f"intro.{kinds.pop() if len(kinds) == 1 else 'answers'}")


def _decided(outcomes: Iterable[RightOutcome]) -> tuple[RightOutcome, ...]:
    return tuple(outcome for outcome in outcomes if outcome.outcome.is_decision)


def _of(outcomes: Iterable[RightOutcome], kind: Outcome) -> list[Right]:
    return [outcome.right for outcome in outcomes if outcome.outcome is kind]
