"""Har personen rett til plan, koordinator eller barnekoordinator? Et forslag med grunner; et menneske avgjør.

Helse- og omsorgstjenesteloven §§ 7-1, 7-2 og 7-2 a; pasient- og brukerrettighetsloven §§ 2-5, 2-5 b og 2-5 c.
"""

from datetime import date

from fellesplan.procedures import law
from fellesplan.procedures.advice import advisories
from fellesplan.procedures.child_coordinator import assess_child_coordinator
from fellesplan.procedures.criteria import Right, criteria
from fellesplan.procedures.facts import Facts
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.sentences import say
from fellesplan.procedures.verdicts import Ground, Outcome, Verdict, all_of, outcome_of

_NEED = {
    Right.PLAN: ("long_term", "coordinated"),
    Right.COORDINATOR: ("long_term", "coordinated", "health_care"),
}


def assess(procedure: Procedure, right: Right | str, facts: Facts, on: date) -> Verdict:
    """Propose an answer from statutory criteria alone; the municipality's own are advisories beside it."""
    chosen = Right(right)
    beside = advisories(procedure, chosen, facts)
    if _is_suspended(chosen, on):
        ground = Ground(say("suspended"), law.rule("right.suspended", on).reference)
        return Verdict(chosen, Outcome.UNCLEAR, (ground,), beside)
    if chosen is Right.CHILD_COORDINATOR:
        outcome, grounds = assess_child_coordinator(procedure, facts, on)
    else:
        outcome, grounds = _assess_need(procedure, chosen, facts, on)
    return Verdict(chosen, outcome, grounds, beside)


def _is_suspended(right: Right, on: date) -> bool:
    """Hol § 7-2 b lets the ministry suspend rights for a time."""
    if not law.applies("right.suspended", on):
        return False
    suspended = law.value("right.suspended", on)
    return isinstance(suspended, tuple) and right.value in suspended


def _assess_need(
    procedure: Procedure, right: Right, facts: Facts, on: date
) -> tuple[Outcome, tuple[Ground, ...]]:
    grounds = {
        c.key: Ground(c.statement, c.source, "law", facts.answer(c.key))
        for c in criteria(procedure, right, on)
        if not c.advisory
    }
    need = all_of(grounds[key].met for key in _NEED[right])
    if facts.answer("qualification") and "qualification" in grounds:
        need = True
    elif need is False and facts.answer("complex") and "complex" in grounds:
        return _complex(grounds, facts, on)
    outcome = outcome_of(all_of([need, facts.answer(f"wants_{right}")]))
    return outcome, _shown(grounds)


def _complex(grounds: dict[str, Ground], facts: Facts, on: date) -> tuple[Outcome, tuple[Ground, ...]]:
    """Pbrl § 2-5 b says «komplekse eller ...», hol § 7-2 does not: then the law leaves it to judgement."""
    rule = law.rule("right.coordinator.complex", on)
    outcome = Outcome.NO if facts.wants_coordinator is False else Outcome.UNCLEAR
    return outcome, (*_shown(grounds), Ground(rule.text, rule.reference))


def _shown(grounds: dict[str, Ground]) -> tuple[Ground, ...]:
    """Leave out the grounds that only help: nobody needs to see that they do not apply."""
    helping = {"qualification", "complex"}
    return tuple(ground for key, ground in grounds.items() if key not in helping or ground.met)
