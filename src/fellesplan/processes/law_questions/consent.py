"""Questions about who may consent, and how a consent stands (IPf § 5; pbrl kapittel 4; hpl § 22; vgml)."""

from collections.abc import Iterator, Mapping
from datetime import date

from fellesplan.consent.facts import Capacity, Care, ConsentLaw, Guardian, Parents, PersonFacts, Purpose
from fellesplan.consent.forms import form_finding, record_needed
from fellesplan.consent.law import consent_law
from fellesplan.consent.renewal import renewal, warn_from
from fellesplan.consent.rules import who_may_consent
from fellesplan.consent.status import Answer as Reply
from fellesplan.consent.status import ConsentFact, ConsentForm, ConsentStatus, status
from fellesplan.consent.verdicts import ConsentVerdict, Need, Role
from fellesplan.procedures.reasons import Certainty, Reason
from fellesplan.processes.law_questions.answers import Answer, by_age, found, said
from fellesplan.processes.law_questions.fields import choice, count, day, flag, municipality
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Question

_AGES = (
    "age.heard",
    "age.great_weight",
    "age.withhold_from_parents",
    "age.school",
    "age.consent",
    "age.adult",
    "consent.child.in_care",
)
PURPOSE = choice("purpose", Purpose, "what the consent is for", required=True)


def law_of(on: date) -> ConsentLaw:
    """Return the ages and who consents in care. Raises BadQuestion for a day the system has no law for."""
    found(*_AGES, on=on)
    return consent_law(on)


def who(given: Given, on: date) -> Answer:
    """Who must be asked, in what capacity, who must be heard, and what the law leaves open."""
    birth_date, due_date = given.maybe_day("birth_date"), given.maybe_day("due_date")
    if (birth_date is None) == (due_date is None):
        raise bad("birth_date", "give either birth_date, or due_date for a child that is expected")
    if birth_date is None:
        return _who(given, None, on)
    return by_age(birth_date, on, lambda age: _who(given, age, on))


def _who(given: Given, age: int | None, on: date) -> Answer:
    held = law_of(on)
    facts = PersonFacts(
        age=age,
        purpose=given.one("purpose", Purpose),
        capacity=given.maybe("capacity", Capacity) or Capacity.PRESUMED,
        parents=given.maybe("parents", Parents) or Parents.UNKNOWN,
        care=given.maybe("care", Care) or Care.NONE,
        guardian=given.maybe("guardian", Guardian) or Guardian.NONE,
        future_mandate=given.flag("future_mandate"),
        next_of_kin=given.flag("next_of_kin"),
        written_mandate=given.flag("written_mandate"),
        wants_secrecy=given.flag("wants_secrecy"),
        objects=given.flag("objects"),
    )
    verdict = who_may_consent(facts, held)
    outcome = "blocked" if verdict.blocked else "ask" if verdict.ask else "find_out"
    return Answer(
        outcome=outcome,
        certainty=Certainty.UNSETTLED if verdict.unsettled else Certainty.SETTLED,
        reasons=verdict.reasons,
        rules=found(*dict.fromkeys(_rules(facts, held)), on=on),
        more=_more(verdict),
    )


def _more(verdict: ConsentVerdict) -> Mapping[str, object]:
    """Leave out what is empty."""
    all_ = {
        "ask": [{"role": role, "who": role.text, "code": role.code} for role in verdict.ask],
        "all_must_say_yes": verdict.need is Need.ALL,
        "own_school_part": verdict.own_school_part,
        "hear": list(verdict.hear),
        "missing": list(verdict.missing),
        "unsettled": list(verdict.unsettled),
    }
    return {name: value for name, value in all_.items() if value}


def _rules(facts: PersonFacts, held: ConsentLaw) -> Iterator[str]:
    """Yield the ids of the rules that decide for these facts."""
    if facts.purpose is Purpose.CHILD_COORDINATOR:
        yield "consent.child_coordinator.wish"
    elif facts.purpose is Purpose.PLAN:
        yield "consent.plan.required"
    if facts.age is None:
        return
    if facts.age < held.adult:
        yield from _rules_for_a_minor(facts, facts.age, held)
    elif facts.purpose is not Purpose.CHILD_COORDINATOR:
        yield "age.adult"
    if facts.capacity is not Capacity.PRESUMED and facts.age >= held.own:
        yield from ("consent.capacity.test", "consent.capacity.decision")
    if facts.guardian is not Guardian.NONE and facts.age >= held.adult:
        yield "consent.guardian"
    if facts.future_mandate and facts.age >= held.adult:
        yield "consent.future_mandate"
    if facts.purpose is Purpose.SHARING and facts.capacity is Capacity.LACKING and facts.age >= held.own:
        yield "age.next_of_kin_releases_secrecy"


def _rules_for_a_minor(facts: PersonFacts, age: int, held: ConsentLaw) -> Iterator[str]:
    yield "age.consent"
    if age >= held.own and facts.capacity is Capacity.LACKING:
        yield "consent.youth_without_capacity"
    if age < held.own or facts.purpose is Purpose.CHILD_COORDINATOR:
        yield "consent.child.parents" if facts.care is Care.NONE else "consent.child.in_care"
    if age < held.own:
        yield "age.great_weight" if age >= held.great_weight else "age.heard"
    if facts.wants_secrecy and age < held.own:
        yield "age.withhold_from_parents"
    if age >= held.school and facts.purpose is Purpose.SHARING and age < held.own:
        yield "age.school"
    if age >= held.own:
        yield "age.parents_residual_information"


def renew(given: Given, on: date) -> Answer:
    """When another must answer: at 16 or 18; two days for one born on 29 February."""
    birth_date, purpose = given.day("birth_date"), given.one("purpose", Purpose)
    if birth_date > on:
        raise bad("birth_date", f"is after {on}")
    held, role = law_of(on), given.one("given_by", Role)
    family = purpose is Purpose.CHILD_COORDINATOR
    rules = found("right.child_coordinator.until_age" if family else "age.consent", "age.adult", on=on)
    due = renewal(birth_date, purpose, role, held, lacks_capacity=given.flag("lacks_capacity"))
    if due is None:
        return Answer(outcome="stands", reasons=said(rules[0]), rules=rules)
    more: dict[str, object] = {"dates": list(due.days)}
    if months := given.maybe_number("warn_months"):
        more["prepare_from"] = warn_from(due, months=months)
    return Answer(
        outcome="renew",
        date=due.asked_by,
        certainty=Certainty.SETTLED if len(due.days) == 1 else Certainty.UNSETTLED,
        reasons=(Reason(due.text, due.source),),
        rules=rules,
        more=more,
    )


def capacity(_given: Given, on: date) -> Answer:
    """Which test of capacity holds, and what it is called: changed on 1 June 2026."""
    test, term, decision = found(
        "consent.capacity.test", "consent.capacity.term", "consent.capacity.decision", on=on
    )
    return Answer(
        outcome=str(test.value),
        reasons=said(test, term, decision),
        rules=(test, term, decision),
        more={"term": str(term.value), "decision_must_be": decision.value},
    )


def stands(given: Given, on: date) -> Answer:
    """How one answer stands on a day: live, withdrawn, run out, or to be given anew."""
    given_on, withdrawn_on = given.day("given_on"), given.maybe_day("withdrawn_on")
    if withdrawn_on is not None and withdrawn_on < given_on:
        raise bad("withdrawn_on", f"is before the consent was given, {given_on}")
    form = given.maybe("form", ConsentForm) or ConsentForm.ORAL
    fact = ConsentFact(
        giver="the giver",
        answer=given.maybe("answer", Reply) or Reply.GIVEN,
        form=form,
        given_on=given_on,
        valid_from=given.maybe_day("valid_from"),
        valid_to=given.maybe_day("valid_to"),
        withdrawn_on=withdrawn_on,
        renew_from=given.maybe_day("renew_from"),
        limited=given.flag("limited"),
    )
    state = status([fact], on)
    rules = found("consent.plan.forms", "consent.withdrawal", on=on)
    accepted = frozenset(ConsentForm(each) for each in given.procedure(on).choices("consent.forms"))
    advice = (form_finding(form, accepted), record_needed(form))
    return Answer(
        outcome=str(state),
        reasons=(Reason(state.text), *said(*rules)),
        rules=rules,
        more={"is_live": state.is_live, "advice": [each for each in advice if each]},
    )


_PERSON = (
    day("birth_date", "the person was born"),
    day("due_date", "instead of birth_date: a child is expected"),
    choice("capacity", Capacity, "capacity to decide; presumed if left out, lacking once decided in writing"),
    choice("parents", Parents, "who has parental responsibility; unknown if left out"),
    choice("care", Care, "a decision of child welfare on the care; none if left out"),
    choice("guardian", Guardian, "guardianship of an adult; none if left out"),
    flag("future_mandate", "a lasting power of attorney is in force and covers this"),
    flag("next_of_kin", "the next of kin is known"),
    flag("written_mandate", "somebody has a written mandate to act"),
    flag("wants_secrecy", "the child does not want the parents to know, for reasons to be respected"),
    flag("objects", "the person says no"),
)
QUESTIONS = (
    Question(
        "who_may_consent", "Who must be asked for consent, who must be heard, and what is open?",
        (PURPOSE, *_PERSON), who, ("ask", "find_out", "blocked", "unsettled"),
        {"purpose": "sharing", "birth_date": "2011-05-17", "parents": "joint", "on": "2026-11-24"},
    ),
    Question(
        "consent_renewal", "When must a consent be given anew by another?",
        (
            day("birth_date", "the person was born", required=True), PURPOSE,
            choice("given_by", Role, "who gave it", required=True),
            flag("lacks_capacity", "the person will lack capacity to decide"),
            count("warn_months", "how many months ahead to prepare", most=24),
        ),
        renew, ("renew", "stands"),
        {
            "birth_date": "2012-02-29", "purpose": "plan", "given_by": "parents", "warn_months": 12,
            "on": "2026-11-24",
        },
    ),
    Question(
        "consent_status", "How does a consent stand?",
        (
            day("given_on", "the answer was given", required=True),
            choice("answer", Reply, "the answer; given if left out"),
            choice("form", ConsentForm, "its form; oral if left out"),
            day("valid_from", "the first day it holds"), day("valid_to", "the last day it holds"),
            day("withdrawn_on", "it was withdrawn"),
            day("renew_from", "the day another must answer"), flag("limited", "it covers a part only"),
            municipality(),
        ),
        stands, tuple(ConsentStatus),
        {"given_on": "2026-09-01", "form": "oral", "municipality": "arendal", "on": "2026-11-24"},
    ),
    Question(
        "capacity_test", "What is the test of capacity to decide, and what is it called?", (), capacity,
        ("obviously_unable", "highly_probable"), {"on": "2026-06-01"},
    ),
)  # fmt: skip
