"""Questions about the rights: plan, coordinator, child coordinator, and what kind of decision it is."""

from collections.abc import Mapping
from datetime import date

from fellesplan.kernel.text import Text
from fellesplan.procedures import law
from fellesplan.procedures.criteria import Right
from fellesplan.procedures.facts import Facts
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.reasons import Certainty
from fellesplan.procedures.rules import assess
from fellesplan.procedures.verdicts import Advisory, Outcome, Verdict
from fellesplan.processes.law_questions.answers import Answer, said, the
from fellesplan.processes.law_questions.casework import BASIS
from fellesplan.processes.law_questions.fields import Field, Kind, answer, day, municipality
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Answering, Question

_ANSWERS: Mapping[Right, Mapping[str, str]] = {
    Right.PLAN: {
        "long_term": "the need for services lasts",
        "coordinated": "the services must be coordinated",
        "qualification": "the person is in the qualification programme",
        "wants_plan": "the person wants a plan",
    },
    Right.COORDINATOR: {
        "long_term": "the need for services lasts",
        "coordinated": "the services must be coordinated",
        "health_care": "health and care services from the municipality are needed",
        "complex": "the need is complex",
        "wants_coordinator": "the person accepts a coordinator",
    },
    Right.CHILD_COORDINATOR: {
        "serious_condition": "the child has, or will have, a serious illness, injury or disability",
        "long_term": "the need for services lasts",
        "compound": "the family needs a complex mix of services",
        "coordinated": "the services must be coordinated",
        "family_health_care": "health and care services are needed, from whomever",
        "other_welfare": "other welfare services are needed as well",
        "wants_child_coordinator": "the parents, or whoever consents for the child, want it",
    },
}
_RULES: Mapping[Right, tuple[str, ...]] = {
    Right.PLAN: ("right.plan.health", "duty.plan.municipality"),
    Right.COORDINATOR: ("right.coordinator", "duty.coordinator"),
    Right.CHILD_COORDINATOR: ("right.child_coordinator", "right.child_coordinator.until_age"),
}
_DETAILS: Mapping[str, str] = {
    "qualification": "right.plan.qualification",
    "complex": "right.coordinator.complex",
}


def _answering(right: Right) -> Answering:
    return lambda given, on: _assess(right, given, on)


def _assess(right: Right, given: Given, on: date) -> Answer:
    facts = _facts(right, given, on)
    verdict = assess(given.procedure(on), right, facts, on)
    rules = tuple(law.rule(id, on) for id in _rules(right, given) if law.applies(id, on))
    unclear = any(rule.certainty is Certainty.UNSETTLED for rule in rules if rule.text in _texts(verdict))
    return Answer(
        outcome=str(verdict.outcome),
        certainty=Certainty.UNSETTLED if unclear else Certainty.SETTLED,
        reasons=verdict.reasons,
        rules=rules or law.versions(_RULES[right][0])[:1],
        more={"local_advice": [_advice(each) for each in verdict.advisories]} if verdict.advisories else {},
    )


def _texts(verdict: Verdict) -> tuple[Text, ...]:
    return tuple(reason.text for reason in verdict.reasons)


def _rules(right: Right, given: Given) -> tuple[str, ...]:
    details = tuple(id for key, id in _DETAILS.items() if given.answer(key))
    readings = ("right.child_coordinator.two_readings",) if right is Right.CHILD_COORDINATOR else ()
    expecting = ("right.child_coordinator.expecting",) if given.has("due_date") else ()
    return (*_RULES[right], *details, *readings, *expecting, "right.suspended")


def _facts(right: Right, given: Given, on: date) -> Facts:
    wishes = {
        name: given.answer(name) for name in ("wants_plan", "wants_coordinator", "wants_child_coordinator")
    }
    birth_date, due_date = given.maybe_day("birth_date"), given.maybe_day("due_date")
    if birth_date is not None and due_date is not None:
        raise bad("due_date", "is for a child that is not born; leave it out or leave out birth_date")
    if birth_date is not None and birth_date > on:
        raise bad("birth_date", f"is after {on}; a child that is expected has due_date instead")
    return Facts(
        birth_date=birth_date,
        due_date=due_date,
        services=given.services(),
        answers={name: given.answer(name) for name in _ANSWERS[right] if not name.startswith("wants_")},
        wants_plan=wishes["wants_plan"],
        wants_coordinator=wishes["wants_coordinator"],
        wants_child_coordinator=wishes["wants_child_coordinator"],
    )


def _advice(advice: Advisory) -> Mapping[str, object]:
    """A local rule is advice: the law stands beside it."""
    return {
        "key": advice.key,
        "text": advice.text,
        "source": advice.source,
        "met": advice.met,
        "law": advice.law,
        "law_source": advice.law_source,
    }


def decision_form(given: Given, on: date) -> Answer:
    """What the law calls the decision, and whether fvl chapters IV and V hold (pbrl § 2-7)."""
    rule = the(f"basis.{given.one('basis', LegalBasis)}", on)
    value = rule.value if isinstance(rule.value, Mapping) else {}
    outside = the("letter.chapters_iv_and_v", on)
    return Answer(
        outcome=str(value.get("form")),
        certainty=rule.certainty,
        reasons=said(rule, outside),
        rules=(rule, outside),
        more={"administration_act_chapters_iv_and_v": value.get("chapters_iv_v")},
    )


def _fields(right: Right) -> tuple[Field, ...]:
    services = Field(
        "services", Kind.SERVICES, "the services the person gets; they count by the municipality's own rules"
    )
    family = (
        (day("birth_date", "the child was born"), day("due_date", "a child is expected"))
        if right is Right.CHILD_COORDINATOR
        else ()
    )
    asked = tuple(answer(name, about) for name, about in _ANSWERS[right].items())
    return (*family, *asked, services, municipality())


def _question(right: Right, about: str, example: Mapping[str, object]) -> Question:
    return Question(f"right_to_{right}", about, _fields(right), _answering(right), tuple(Outcome), example)


QUESTIONS = (
    _question(
        Right.PLAN, "Does the person have a right to an individual plan?",
        {
            "long_term": True, "coordinated": True, "wants_plan": True, "municipality": "luster",
            "services": [
                {"name": "Fysioterapi", "kind": "fysioterapeut"},
                {"name": "Hjemmesykepleie", "kind": "sykepleier"},
            ],
            "on": "2026-11-24",
        },
    ),
    _question(
        Right.COORDINATOR, "Does the person have a right to a coordinator?",
        {
            "long_term": False, "coordinated": True, "health_care": True, "complex": True,
            "wants_coordinator": True, "on": "2026-11-24",
        },
    ),
    _question(
        Right.CHILD_COORDINATOR, "Does the family have a right to a child coordinator?",
        {
            "due_date": "2027-02-14", "serious_condition": True, "long_term": True, "compound": True,
            "coordinated": True, "family_health_care": True, "other_welfare": True,
            "wants_child_coordinator": True,
            "on": "2026-11-24",
        },
    ),
    Question(
        "decision_form", "Is the decision an enkeltvedtak, and do the act's rules on decisions hold?",
        (BASIS,), decision_form, ("enkeltvedtak", "avgjorelse"), {"basis": "pbrl_2_5c", "on": "2026-11-24"},
    ),
)  # fmt: skip
