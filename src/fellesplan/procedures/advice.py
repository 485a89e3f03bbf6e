"""Kommunens egne kriterier som råd: de avslår aldri, og loven står ved siden av."""

from fellesplan.procedures.criteria import Right
from fellesplan.procedures.facts import Facts
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.profile import Rule
from fellesplan.procedures.sentences import say
from fellesplan.procedures.services import ServiceCount, count_services
from fellesplan.procedures.verdicts import Advisory

_LAW_SOURCE = {
    Right.PLAN: "helse- og omsorgstjenesteloven § 7-1",
    Right.COORDINATOR: "helse- og omsorgstjenesteloven § 7-2",
    Right.CHILD_COORDINATOR: "helse- og omsorgstjenesteloven § 7-2 a",
}


def advisories(procedure: Procedure, right: Right, facts: Facts) -> tuple[Advisory, ...]:
    """Return what the municipality's own rules say about the facts."""
    if right is Right.CHILD_COORDINATOR:
        return _child_conditions(procedure, facts)
    count = count_services(procedure, facts.services)
    return (*_minimum(procedure, right, facts, count), *_excluded(procedure, right, count))


def _minimum(procedure: Procedure, right: Right, facts: Facts, count: ServiceCount) -> tuple[Advisory, ...]:
    rule, needed = procedure.find("criterion.min_services"), procedure.number("criterion.min_services")
    if rule is None or needed is None:
        return ()
    number = _number(facts, count)
    enough = None if number is None else number >= needed
    met = enough or _also(procedure, facts) or enough
    text = rule.text if number is None else say("counted", text=rule.text, count=number, needed=needed)
    law = say("no_number_in_law")
    return (Advisory(rule.key, text, rule.source, rule.legal_status, met, law, _LAW_SOURCE[right]),)


def _number(facts: Facts, count: ServiceCount) -> int | None:
    """A number that the caseworker wrote wins over the counted one; no services listed is not known."""
    written = facts.answers.get("min_services")
    if isinstance(written, int) and not isinstance(written, bool):
        return written
    return count.number if facts.services else None


def _also(procedure: Procedure, facts: Facts) -> bool:
    return any(facts.answer(key) is True for key in procedure.choices("criterion.also_if"))


def _excluded(procedure: Procedure, right: Right, count: ServiceCount) -> tuple[Advisory, ...]:
    rule = procedure.find("criterion.excluded")
    if rule is None or not any(left.source == rule.source for left in count.left_out):
        return ()
    return (_beside(rule, None, "no_exclusion_in_law", right),)


def _child_conditions(procedure: Procedure, facts: Facts) -> tuple[Advisory, ...]:
    """Tell when the municipality's conditions forget families who expect a child."""
    rule = procedure.find("barnekoordinator.conditions")
    expecting = facts.birth_date is None and facts.due_date is not None
    if rule is None or not expecting or "expects_child" in procedure.choices(rule.key):
        return ()
    return (_beside(rule, False, "expecting_in_law", Right.CHILD_COORDINATOR),)


def _beside(rule: Rule, met: bool | None, law: str, right: Right) -> Advisory:
    return Advisory(rule.key, rule.text, rule.source, rule.legal_status, met, say(law), _LAW_SOURCE[right])
