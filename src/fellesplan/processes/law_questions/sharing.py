"""Whether consent is needed: to a plan or coordinator, and to share across services.

IPf § 5; hol §§ 7-2 og 7-2 a; hpl §§ 22, 25, 29 og 32; fvl § 13 a; bvl § 13-1.
"""

from datetime import date
from enum import StrEnum

from fellesplan.consent.facts import Purpose
from fellesplan.procedures.law import LawRule
from fellesplan.processes.law_questions.answers import Answer, found, said, weakest
from fellesplan.processes.law_questions.consent import PURPOSE
from fellesplan.processes.law_questions.fields import choice, flag
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Question


class Service(StrEnum):
    """A service that holds or gets information."""

    HEALTH = "health"
    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    NAV = "nav"
    CHILD_WELFARE = "child_welfare"


def needed(given: Given, on: date) -> Answer:
    """Whether somebody must say yes first, may only object, or has objected."""
    purpose = given.one("purpose", Purpose)
    if purpose is Purpose.SHARING:
        return _sharing(given, on)
    for name in ("sender", "receiver", "objects", "own_initiative"):
        if given.has(name):
            raise bad(name, 'goes with purpose "sharing" only')
    ids = {
        Purpose.PLAN: ("consent.plan.required", "consent.plan.forms"),
        Purpose.COORDINATOR: ("duty.coordinator",),
        Purpose.CHILD_COORDINATOR: ("consent.child_coordinator.wish",),
    }[purpose]
    outcome = {Purpose.PLAN: "consent", Purpose.COORDINATOR: "acceptance"}.get(purpose, "wish_of_parents")
    rules = found(*ids, on=on)
    return Answer(outcome=outcome, reasons=said(*rules), rules=rules)


def _sharing(given: Given, on: date) -> Answer:
    sender, receiver = given.one("sender", Service), given.one("receiver", Service)
    if sender is Service.HEALTH and receiver is Service.HEALTH:
        return _within_health(given, on)
    if given.flag("own_initiative"):
        raise bad("own_initiative", "goes with health personnel telling the municipal health service")
    if sender is receiver:
        return _within_one(sender, on)
    rules = _across(sender, receiver, on)
    certainty = weakest(*(rule.certainty for rule in rules))
    return Answer(outcome="consent", certainty=certainty, reasons=said(*rules), rules=rules)


def _within_health(given: Given, on: date) -> Answer:
    """To give health care: the person may object. On one's own initiative to the municipality: hpl § 32."""
    if given.flag("own_initiative"):
        rules = found("consent.sharing.health_to_municipality", on=on)
        return Answer(outcome=str(rules[0].value), reasons=said(*rules), rules=rules)
    rules = found("consent.sharing.health", on=on)
    outcome = "not_against_objection" if given.flag("objects") else str(rules[0].value)
    return Answer(outcome=outcome, reasons=said(*rules), rules=rules)


def _within_one(service: Service, on: date) -> Answer:
    if service is not Service.NAV:
        raise bad("receiver", "must be another service than the sender")
    rules = found("consent.sharing.nav_office", on=on)
    return Answer(outcome=str(rules[0].value), reasons=said(*rules), rules=rules)


def _across(sender: Service, receiver: Service, on: date) -> tuple[LawRule, ...]:
    ids = [f"consent.sharing.{'to_health' if receiver is Service.HEALTH else receiver}"]
    if sender is Service.CHILD_WELFARE:
        ids.append("consent.sharing.from_child_welfare")
    return found(*ids, on=on)


QUESTIONS = (
    Question(
        "consent_needed", "Is consent needed for this, or may one only object?",
        (
            PURPOSE,
            choice("sender", Service, "sharing: who has the information"),
            choice("receiver", Service, "sharing: who is to get it"),
            flag("objects", "sharing within health: the person objects"),
            flag("own_initiative", "health personnel tell the municipal health service of themselves"),
        ),
        needed,
        (
            "consent", "acceptance", "wish_of_parents", "objection", "not_against_objection",
            "consent_or_no_secrecy_bar", "within_the_office",
        ),
        {"purpose": "sharing", "sender": "health", "receiver": "school", "on": "2026-11-24"},
    ),
)  # fmt: skip
