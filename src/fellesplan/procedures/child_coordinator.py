"""Barnekoordinator: helse- og omsorgstjenesteloven § 7-2 a, pasient- og brukerrettighetsloven § 2-5 c."""

from datetime import date

from fellesplan.people.ages import has_turned
from fellesplan.procedures import law
from fellesplan.procedures.criteria import Right, criteria
from fellesplan.procedures.facts import Facts
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.sentences import say
from fellesplan.procedures.verdicts import Ground, Outcome, all_of, any_of, outcome_of

_PLAIN = ("serious_condition", "family_health_care", "other_welfare", "wants_child_coordinator")
_RULE = "right.child_coordinator"


def assess_child_coordinator(
    procedure: Procedure, facts: Facts, on: date
) -> tuple[Outcome, tuple[Ground, ...]]:
    """Propose an answer for a family that has or expects a child."""
    if not law.applies(_RULE, on):
        return Outcome.NO, (Ground(say("not_yet_law"), law.versions(_RULE)[0].reference, "law", False),)
    asked = {c.key: c for c in criteria(procedure, Right.CHILD_COORDINATOR, on)}
    plain = [Ground(asked[key].statement, asked[key].source, "law", facts.answer(key)) for key in _PLAIN]
    need, need_grounds = _need(facts, on)
    grounds = (_child(facts, on), plain[0], *need_grounds, *plain[1:])
    met = all_of([_child(facts, on).met, need, *(ground.met for ground in plain)])
    return outcome_of(met), grounds


def _child(facts: Facts, on: date) -> Ground:
    """The family has a child under 18, or expects one."""
    limit = law.rule("right.child_coordinator.until_age", on)
    age = law.number("right.child_coordinator.until_age", on)
    if facts.birth_date is None or facts.birth_date > on:
        expecting = facts.due_date is not None or facts.birth_date is not None
        rule = law.rule("right.child_coordinator.expecting", on)
        text = say("expects_child") if expecting else say("child_unknown")
        return Ground(text, rule.reference, "law", True if expecting else None)
    turned = has_turned(facts.birth_date, age, on)
    text = say("birthday_unsettled", age=age) if turned is None else say("child_under_18", age=age)
    return Ground(text, limit.reference, "law", None if turned is None else not turned)


def _need(facts: Facts, on: date) -> tuple[bool | None, tuple[Ground, ...]]:
    """«Langvarige og sammensatte eller koordinerte» has two readings; where they differ, it is unclear."""
    long_term, compound, coordinated = map(facts.answer, ("long_term", "compound", "coordinated"))
    strict = all_of([long_term, any_of([compound, coordinated])])
    generous = any_of([all_of([long_term, compound]), coordinated])
    ground = Ground(say("need_reading_strict"), law.rule(_RULE, on).reference, "law", strict)
    if strict is not False or generous is False:
        return strict, (ground,)
    readings = law.rule("right.child_coordinator.two_readings", on)
    return None, (ground, Ground(readings.text, readings.reference))
