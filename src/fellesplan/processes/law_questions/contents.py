"""Questions about what a plan and a letter must hold, and who gets the letter.

IPf § 9; fvl §§ 23-27; bvl § 12-5; pbrl §§ 2-7 og 3-4.
"""

from dataclasses import fields
from datetime import date
from typing import Any

from fellesplan.cases.rules import CopyFacts, LetterFacts, RightKind, copies, letter_findings
from fellesplan.consent.facts import Care
from fellesplan.plans.rules import CheckState, PlanFacts, checklist, summary
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.reasons import Reason
from fellesplan.processes.law_questions.answers import Answer, by_age, found, said, the, whole
from fellesplan.processes.law_questions.casework import BASIS
from fellesplan.processes.law_questions.children import BORN
from fellesplan.processes.law_questions.consent import law_of
from fellesplan.processes.law_questions.fields import Field, choice, choices, count, day, flag
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Question

_PLAN = {
    "is_child": "the plan is for a child", "goals": "goals", "resources": "resources are described",
    "needs": "needs are described", "participants": "participants", "made_by": "who makes the plan is named",
    "coordinated_by": "who coordinates and keeps it going is named",
    "person_contributes": "what the person contributes",
    "services_contribute": "what the services contribute",
    "family_takes_part": "the family takes part", "family_contributes": "what the family contributes",
    "measures": "services and measures", "measures_with_responsible": "of them: somebody is responsible",
    "measures_with_extent": "of them: how much", "measures_described": "of them: how",
    "coordinator_stated": "whether coordinator, child coordinator or contact doctor is offered or appointed",
    "has_period": "the period", "has_evaluation_date": "when it is revised", "consent": "consent to the plan",
    "shares_information": "participants get confidential information", "sharing_consent": "consent to that",
    "cooperation": "cooperation that is needed or wanted",
    "child_participation": "how the child's right to take part is met",
}  # fmt: skip
_LETTER = {
    "is_child": "the decision concerns a child",
    "nobody_will_mind": "all is granted and nobody is likely to be dissatisfied",
    "may_harm_before_complaint": "the decision may be carried out to harm before a complaint is settled",
    "legal_aid_relevant": "legal aid or costs are relevant",
    "digital_complaint_offered": "a complaint can be sent digitally",
    "date_and_number": "date and case number", "sender_and_contact": "who decided and how to reach them",
    "rules": "the rules", "facts": "the facts", "considerations": "what weighed most",
    "how_to_get_reasons": "how to get the reasons", "child_view": "the child's view and its weight",
    "best_interest_and_family": "best interests and family ties", "complaint_right": "that one can complain",
    "complaint_body": "who decides a complaint", "complaint_how": "how to complain",
    "receipt_hint": "to look for a receipt", "access": "the right to see the documents",
    "delayed_effect": "that one may ask for delay", "legal_aid": "legal aid, guidance, costs",
    "appointed_or_when": "who is appointed, or when the name comes",
    "no_extra_right": "that the plan gives no right to more services",
    "may_withdraw": "that consent can be withdrawn",
    "right_language": "it is in the person's language",
}  # fmt: skip
_COUNTS = frozenset(each.name for each in fields(PlanFacts) if each.type in ("int", int))


def plan(given: Given, on: date) -> Answer:
    """The eleven points of IPf § 9, the last for children only."""
    for part in ("measures_with_responsible", "measures_with_extent", "measures_described"):
        if given.number(part) > given.number("measures"):
            raise bad(part, f"is more than measures, {given.number('measures')}")
    told: dict[str, Any] = {
        name: given.number(name) if name in _COUNTS else given.flag(name) for name in _PLAN
    }
    items = checklist(PlanFacts(**told))
    whole = all(item.state is not CheckState.MISSING for item in items)
    rules = found("plan.content", "plan.one_per_person", on=on)
    points = [
        {
            "point": item.point,
            "text": item.text,
            "state": item.state,
            "why": list(item.why),
            "source": item.source,
        }
        for item in items
    ]
    return Answer(
        outcome="complete" if whole else "incomplete",
        reasons=(Reason(summary(items), rules[0].reference), *said(*rules)),
        rules=rules,
        more={"points": points},
    )


def letter(given: Given, on: date) -> Answer:
    """What the letter lacks: MUST where the law asks, SHOULD on health grounds (pbrl § 2-7)."""
    basis, decided = given.one("basis", LegalBasis), given.many("decided", RightKind)
    for name in ("granted", "outcomes"):
        if extra := given.many(name, RightKind) - decided:
            raise bad(name, f"has {', '.join(sorted(extra))}, which is not in decided")
    told: dict[str, Any] = {name: given.flag(name) for name in _LETTER if name != "right_language"}
    facts = LetterFacts(
        basis=basis,
        decided=decided,
        granted=given.many("granted", RightKind),
        outcomes=given.many("outcomes", RightKind),
        expected_deadline=given.maybe_day("expected_deadline"),
        complaint_deadline=given.maybe_day("complaint_deadline"),
        **told,
        right_language=given.answer("right_language") is not False,
    )
    lacks = letter_findings(facts)
    ids = ("letter.content",) + (("letter.child_welfare",) if basis.sector is Sector.CHILD_WELFARE else ())
    ids += ("letter.chapters_iv_and_v",) if basis.sector is Sector.HEALTH else ()
    rules = found(*ids, on=on)
    rows = [
        {"point": each.point, "level": each.level, "text": each.text, "source": each.source} for each in lacks
    ]
    return Answer(
        outcome="lacks" if lacks else "complete", reasons=said(*rules), rules=rules, more={"findings": rows}
    )


def who_gets_it(given: Given, on: date) -> Answer:
    """Who gets the letter, and how much of it."""
    return by_age(given.day("birth_date"), on, lambda age: _copies(given, age, on))


def _copies(given: Given, age: int, on: date) -> Answer:
    held, own = law_of(on), the("age.own_notices", on)
    basis = given.one("basis", LegalBasis)
    facts = CopyFacts(
        age=age,
        basis=basis,
        care=given.maybe("care", Care) or Care.NONE,
        wants_secrecy=given.flag("wants_secrecy"),
        guardian=given.flag("guardian"),
        proxy=given.flag("proxy"),
    )
    got = copies(facts, held, own_notices=whole(own))
    rows = [
        {"to": copy.to, "extent": copy.extent, "why": copy.why.text, "source": copy.why.source}
        for copy in got
    ]
    health = basis.sector is Sector.HEALTH
    ids = ["information.parents" if health else "age.own_notices", "age.adult"]
    ids += ["age.parents_residual_information"] if health and held.secrecy <= age < held.adult else []
    ids += ["information.in_care"] if facts.care is not Care.NONE and age < held.adult else []
    rules = found(*ids, on=on)
    return Answer(
        outcome=" ".join(f"{copy.to}:{copy.extent}" for copy in got),
        reasons=tuple(dict.fromkeys(copy.why for copy in got)),
        rules=rules,
        more={"copies": rows},
    )


def _plan_fields() -> tuple[Field, ...]:
    return tuple(
        count(name, f"how many: {about}") if name in _COUNTS else flag(name, about)
        for name, about in _PLAN.items()
    )


def _letter_fields() -> tuple[Field, ...]:
    rights = (
        choices("decided", RightKind, "what is decided", required=True),
        choices("granted", RightKind, "what is granted"),
        choices("outcomes", RightKind, "what the letter says the outcome of"),
        day("expected_deadline", "the right complaint deadline"),
        day("complaint_deadline", "the complaint deadline that stands in the letter"),
    )
    return (BASIS, *rights, *(flag(name, about) for name, about in _LETTER.items()))


_WRITTEN = (
    "date_and_number", "sender_and_contact", "rules", "facts", "considerations", "complaint_right",
    "complaint_body", "complaint_how", "access",
)  # fmt: skip
QUESTIONS = (
    Question(
        "plan_content", "Does a plan hold what it must?", _plan_fields(), plan, ("complete", "incomplete"),
        {
            "is_child": True, "goals": 2, "resources": True, "needs": True, "participants": 4,
            "made_by": True, "coordinated_by": True, "person_contributes": True, "services_contribute": True,
            "measures": 3, "measures_with_responsible": 3, "measures_with_extent": 2,
            "measures_described": 3, "coordinator_stated": True, "has_period": True,
            "has_evaluation_date": True, "consent": True, "cooperation": True, "on": "2026-11-24",
        },
    ),
    Question(
        "letter_content", "What does a letter with a decision lack?", _letter_fields(), letter,
        ("complete", "lacks"),
        {
            "basis": "sotjl_28", "decided": ["plan"], "outcomes": ["plan"],
            "complaint_deadline": "2026-12-14", "expected_deadline": "2026-12-15",
            **dict.fromkeys(_WRITTEN, True), "on": "2026-11-24",
        },
    ),
    Question(
        "who_gets_the_letter", "Who gets the letter, and how much of it?",
        (
            BORN, BASIS, choice("care", Care, "a decision of child welfare on the care; none if left out"),
            flag("wants_secrecy", "the child wants it kept from the parents, or weighty reasons say so"),
            flag("guardian", "an adult has a guardian or lasting power of attorney that covers this"),
            flag("proxy", "somebody has a written mandate"),
        ),
        who_gets_it, (),
        {"birth_date": "2009-06-01", "basis": "pbrl_2_5", "on": "2026-11-24"},
    ),
)  # fmt: skip
