"""Questions about children: when they are heard, what is theirs to decide, and what parents may know."""

from collections.abc import Iterator
from datetime import date

from fellesplan.consent.children import children_are_heard
from fellesplan.consent.facts import Capacity, Care
from fellesplan.people.ages import turns
from fellesplan.procedures.law import LawRule
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.reasons import Certainty
from fellesplan.processes.law_questions.answers import Answer, by_age, found, reasons_of, said, the, whole
from fellesplan.processes.law_questions.casework import BASIS
from fellesplan.processes.law_questions.consent import law_of
from fellesplan.processes.law_questions.fields import answer, choice, day, flag
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Question

_LIMITS = (
    "age.heard", "age.great_weight", "age.withhold_from_parents", "age.party.health",
    "age.party.child_welfare", "age.own_notices", "age.documents_under_secrecy", "age.school", "age.consent",
    "age.parents_residual_information", "right.child_coordinator.until_age", "age.adult",
)  # fmt: skip
BORN = day("birth_date", "the person was born", required=True)


def limits(given: Given, on: date) -> Answer:
    """Every age limit with the day it is reached; two days for one born on 29 February."""
    birth_date, rules = given.day("birth_date"), found(*_LIMITS, on=on)
    rows = [
        {
            "rule": rule.id,
            "age": rule.value,
            "dates": list(turns(birth_date, whole(rule))),
            "text": rule.text,
        }
        for rule in rules
    ]
    unsettled = any(len(turns(birth_date, years)) > 1 for years in (7, 12, 15, 16, 18))
    certainty = Certainty.UNSETTLED if unsettled else Certainty.SETTLED
    return Answer(outcome="limits", certainty=certainty, rules=rules, more={"limits": rows})


def heard(given: Given, on: date) -> Answer:
    """How the child is heard, and what is the child's own to decide (pbrl §§ 4-3 og 4-4; oppl § 24-5)."""
    return by_age(given.day("birth_date"), on, lambda age: _heard(age, on))


def _heard(age: int, on: date) -> Answer:
    held = law_of(on)
    steps = ((held.adult, "adult"), (held.own, "decides"), (held.great_weight, "great_weight"))
    outcome = next(
        (name for limit, name in steps if age >= limit), "must_be_heard" if age >= held.heard else "if_able"
    )
    part = the("right.participation", on)
    rules = found(*_heard_rules(outcome, school=age >= held.school), on=on)
    listen = children_are_heard(age, held) if age < held.own else ()
    return Answer(
        outcome=outcome,
        reasons=reasons_of(listen, said(*rules, part)),
        rules=(*rules, part),
        more={"decides_on_school": age >= held.school},
    )


def _heard_rules(outcome: str, *, school: bool) -> Iterator[str]:
    yield {
        "adult": "age.adult",
        "decides": "age.consent",
        "great_weight": "age.great_weight",
    }.get(outcome, "age.heard")
    if school and outcome != "adult":
        yield "age.school"


def party(given: Given, on: date) -> Answer:
    """Whether the child may act as a party, and gets notices (pbrl § 6-5; bvl § 12-3; fvl §§ 16 og 27)."""
    return by_age(given.day("birth_date"), on, lambda age: _party(given, age, on))


def _party(given: Given, age: int, on: date) -> Answer:
    sector = given.one("basis", LegalBasis).sector
    ids = {
        Sector.HEALTH: ("age.party.health",),
        Sector.CHILD_WELFARE: ("age.party.child_welfare", "age.own_notices"),
    }
    rules = found(*ids.get(sector, ("age.own_notices",)), "age.adult", on=on)
    if age >= whole(rules[-1]):
        return Answer(outcome="own_party", reasons=said(rules[-1]), rules=rules)
    reached = age >= whole(rules[0])
    understands = given.answer("understands")
    own = "acts_as_party" if sector in ids else "gets_notices"
    outcome = own if reached and (understands or own == "gets_notices") else "represented"
    if reached and understands is None and sector in ids:
        outcome = "if_understands"
    return Answer(outcome=outcome, reasons=said(*rules[:-1]), rules=rules)


def parents(given: Given, on: date) -> Answer:
    """What those with parental responsibility are told (pbrl §§ 3-3 og 3-4; bl § 47)."""
    if given.flag("has_no_responsibility"):
        return _other_parent(given, on)
    return by_age(given.day("birth_date"), on, lambda age: _parents(given, age, on))


def _other_parent(given: Given, on: date) -> Answer:
    if given.day("birth_date") > on:
        raise bad("birth_date", f"is after {on}")
    rule = the("information.other_parent", on)
    outcome = "may_be_refused" if given.flag("may_harm") else "on_request"
    return Answer(outcome=outcome, reasons=said(rule), rules=(rule,))


def _parents(given: Given, age: int, on: date) -> Answer:
    held = law_of(on)
    residual = the("age.parents_residual_information", on)
    lacking = given.maybe("capacity", Capacity) is Capacity.LACKING
    if age >= whole(residual):
        return _grown(lacking, given.flag("consents"), the("age.adult", on), on)
    outcome, ids = _minor(given, age, held.secrecy, held.own, lacking)
    care = given.maybe("care", Care) or Care.NONE
    rules = (*found(*ids, *(("information.in_care",) if care is not Care.NONE else ()), on=on), residual)
    return Answer(
        outcome=outcome, reasons=said(*rules), rules=rules, more={"tell_the_child": outcome == "necessary"}
    )


def _minor(given: Given, age: int, secrecy: int, own: int, lacking: bool) -> tuple[str, tuple[str, ...]]:
    """Everybody under 18: what parental responsibility needs is given whatever else holds."""
    if given.flag("weighty_considerations"):
        return "necessary", ("information.parents.weighty", "information.early_notice")
    if age >= own:
        if given.flag("consents"):
            return "by_consent", ("information.by_consent",)
        return ("as_next_of_kin", ("information.next_of_kin",)) if lacking else ("necessary", ())
    if age >= secrecy and given.flag("does_not_want"):
        return "necessary", ("age.withhold_from_parents", "information.early_notice")
    return "whole", ("information.parents",)


def _grown(lacking: bool, consents: bool, adult: LawRule, on: date) -> Answer:
    if consents or lacking:
        rule = the("information.by_consent" if consents else "information.next_of_kin", on)
        outcome = "by_consent" if consents else "as_next_of_kin"
        return Answer(outcome=outcome, reasons=said(rule, adult), rules=(rule, adult))
    return Answer(outcome="nothing", reasons=said(adult), rules=(adult,))


QUESTIONS = (
    Question(
        "age_limits", "When does a person reach each age limit?", (BORN,), limits, ("limits",),
        {"birth_date": "2012-02-29", "on": "2026-11-24"},
    ),
    Question(
        "child_is_heard", "How is the child heard, and what does the child decide?", (BORN,), heard,
        ("if_able", "must_be_heard", "great_weight", "decides", "adult", "unsettled"),
        {"birth_date": "2014-11-24", "on": "2026-11-24"},
    ),
    Question(
        "child_as_party", "May the child act as a party, or get the notices?",
        (BORN, BASIS, answer("understands", "the child understands what the case is about")), party,
        ("own_party", "acts_as_party", "if_understands", "gets_notices", "represented", "unsettled"),
        {"birth_date": "2012-03-01", "basis": "pbrl_2_5", "understands": True, "on": "2026-11-24"},
    ),
    Question(
        "parents_information", "What may the parents know?",
        (
            BORN,
            flag("does_not_want", "the child does not want it, for reasons that should be respected"),
            flag("weighty_considerations", "weighty considerations for the child speak against it"),
            flag("consents", "a person of 16 or more consents to it"),
            choice("capacity", Capacity, "capacity to decide; presumed if left out"),
            choice("care", Care, "a decision of child welfare on the care; none if left out"),
            flag("has_no_responsibility", "the parent who asks has no parental responsibility"),
            flag("may_harm", "telling that parent may harm the child"),
        ),
        parents,
        (
            "whole", "necessary", "by_consent", "as_next_of_kin", "nothing", "on_request", "may_be_refused",
            "unsettled",
        ),
        {"birth_date": "2012-09-01", "does_not_want": True, "on": "2026-11-24"},
    ),
)  # fmt: skip
