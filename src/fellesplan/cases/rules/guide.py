"""Har jeg rett? What a few answers in plain words point to: never a refusal, and never a decision."""

from dataclasses import dataclass
from datetime import date

from fellesplan.procedures.criteria import Right, criteria
from fellesplan.procedures.facts import Facts
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.rules import assess
from fellesplan.procedures.verdicts import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswers:
    """What was answered; None is «vet ikke». `for_child`: it is about a child, born or expected."""

    for_child: bool
    long_term: bool | None
    coordinated: bool | None
    health_care: bool | None
    serious_condition: bool | None
    other_welfare: bool | None


@dataclass(frozen=True, slots=True)
class Guidance:
    """Rights that one may well have, and those that must be looked at together. What is in neither is not
    said to be out of reach: the municipality looks at each person.
    """

    likely: tuple[Right, ...]
    open: tuple[Right, ...]


def guidance(procedure: Procedure, answers: GuideAnswers, on: date) -> Guidance:
    """Return what the answers point to, by the rules that the office uses (hol §§ 7-1, 7-2 and 7-2 a)."""
    facts = _facts(answers, on)
    outcomes = {
        right: assess(procedure, right, facts, on).outcome
        for right in Right
        if _concerns(right, procedure, answers) and criteria(procedure, right, on)
    }
    return Guidance(
        tuple(right for right, outcome in outcomes.items() if outcome is Outcome.YES),
        tuple(right for right, outcome in outcomes.items() if outcome is Outcome.UNCLEAR),
    )


def _concerns(right: Right, procedure: Procedure, answers: GuideAnswers) -> bool:
    if right is not Right.CHILD_COORDINATOR:
        return True
    return answers.for_child and procedure.flag("barnekoordinator.offered")


def _facts(answers: GuideAnswers, on: date) -> Facts:
    """A child whose age is not asked about counts as born today; whoever asks wants what they ask about."""
    return Facts(
        birth_date=on if answers.for_child else None,
        answers={
            "long_term": answers.long_term,
            "coordinated": answers.coordinated,
            "health_care": answers.health_care,
            "family_health_care": answers.health_care,
            "compound": answers.other_welfare,
            "other_welfare": answers.other_welfare,
            "serious_condition": answers.serious_condition,
        },
        wants_plan=True,
        wants_coordinator=True,
        wants_child_coordinator=True,
    )
