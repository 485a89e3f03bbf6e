"""The answer to a question, before it is put in a language."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from fellesplan.kernel.text import Text
from fellesplan.people.ages import age_on, turns
from fellesplan.procedures import law
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.law import LawRule
from fellesplan.procedures.reasons import Certainty, Reason
from fellesplan.processes.law_questions.problems import bad

UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the law says. `rules` are the rows of law it rests on.

    `more` holds what only this question has; its values are what JSON can hold, Text, Reason and dates.
    """

    outcome: str
    date: dt.date | None = None
    body: Text | None = None
    certainty: Certainty = Certainty.SETTLED
    reasons: tuple[Reason, ...] = ()
    rules: tuple[LawRule, ...] = ()
    more: Mapping[str, object] = field(default_factory=dict)


def found(*ids: str, on: dt.date) -> tuple[LawRule, ...]:
    """Return rules as they were on a day. Raises BadQuestion for `on` when one did not hold then."""
    return tuple(the(id, on) for id in ids)


def the(id: str, on: dt.date) -> LawRule:
    """Return a rule as it was on a day. Raises BadQuestion for `on` when it did not hold then."""
    try:
        return law.rule(id, on)
    except law.NotInForce:
        spans = " and ".join(_span(version) for version in law.versions(id))
        raise bad("on", f"the rule {id} did not hold on {on}; the system holds it {spans}") from None


def _span(rule: LawRule) -> str:
    return f"from {rule.valid_from}" + (f" to {rule.valid_to}" if rule.valid_to else "")


def said(*rules: LawRule) -> tuple[Reason, ...]:
    """Return the sentences of rules as reasons."""
    return tuple(Reason(rule.text, rule.reference) for rule in rules)


def whole(rule: LawRule, unit: str = "") -> int:
    """Return a rule's number. Raises BadQuestion for `law` when a law that is tried has something else."""
    if isinstance(rule.value, bool) or not isinstance(rule.value, int):
        raise bad("law", f"{rule.id} must be a whole number")
    if rule.unit != unit:
        raise bad("law", f'{rule.id} must have the unit "{unit}"' if unit else f"{rule.id} has no unit")
    return rule.value


def counted(deadline: Deadline) -> tuple[Reason, ...]:
    """Return how a deadline was counted, step by step."""
    return tuple(Reason(step, deadline.paragraph) for step in deadline.steps)


def weakest(*certainties: Certainty) -> Certainty:
    """Return how sure an answer is that rests on all of these."""
    return max(certainties, key=list(Certainty).index, default=Certainty.SETTLED)


def by_age(birth_date: dt.date, on: dt.date, answer: Callable[[int], Answer]) -> Answer:
    """Answer for the age on a day; on 28 February, for one born on the 29th, for both ages.

    Where both ages give the same, that is the answer; else it is not settled and both stand in it.
    """
    if birth_date > on:
        raise bad("birth_date", f"is after {on}; a child that is expected has due_date instead")
    lower = age_on(birth_date, on)
    younger = answer(lower)
    if lower < 0 or on != turns(birth_date, lower + 1)[0]:
        return younger
    older = answer(lower + 1)
    if (younger.outcome, younger.more) == (older.outcome, older.more):
        return younger
    both = {"if_not_yet": _brief(younger), "if_turned": _brief(older)}
    reasons = tuple(dict.fromkeys((*younger.reasons, *older.reasons)))
    rules = tuple({rule.id: rule for rule in (*younger.rules, *older.rules)}.values())
    return replace(
        younger, outcome=UNSETTLED, certainty=Certainty.UNSETTLED, reasons=reasons, rules=rules, more=both
    )


def _brief(answer: Answer) -> Mapping[str, object]:
    return {"outcome": answer.outcome, **answer.more}


def reasons_of(*groups: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return reasons in order, each once."""
    return tuple(dict.fromkeys(reason for group in groups for reason in group))
