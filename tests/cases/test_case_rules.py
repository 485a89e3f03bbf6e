"""The course of a case, its next step and what it lacks: one row per situation."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.cases.rules import (
    Actor,
    CaseFacts,
    PlanStage,
    RightKind,
    Step,
    StepState,
    course,
    missing_for_appointment,
    missing_for_plan,
    next_step,
)
from fellesplan.consent.status import ConsentStatus

TODAY = date(2026, 11, 24)
BOTH = frozenset({RightKind.CHILD_COORDINATOR, RightKind.PLAN})
PLAN_ONLY = frozenset({RightKind.PLAN})
DONE, NOW, NEXT, STOP = StepState.DONE, StepState.NOW, StepState.NEXT, StepState.STOP
SKIP = StepState.NOT_RELEVANT
OFFICE = Actor.CASEWORKER

NEW = CaseFacts(received_on=date(2026, 11, 3), asked_for=BOTH, preliminary_due=date(2026, 12, 3))
CONSENTED = replace(NEW, consent=ConsentStatus.WRITTEN, consent_asked_on=date(2026, 11, 4))
ASSESSED = replace(CONSENTED, assessment_done=True, criteria=6, criteria_reasoned=6)
DECIDED = replace(ASSESSED, decided=BOTH, granted=BOTH)
SENT = replace(DECIDED, letter_sent_on=date(2026, 11, 20))
APPOINTED = replace(
    SENT,
    wish_asked=True,
    nomination_asked_on=TODAY,
    nominated=True,
    appointed_on=TODAY,
    plan_responsible_agreed=True,
)
PLANNED = replace(APPOINTED, plan=PlanStage.APPROVED, evaluate_on=date(2027, 5, 24))
REFUSED = replace(SENT, granted=frozenset(), complaint_due=date(2026, 12, 18))


@pytest.mark.parametrize(
    ("facts", "states"),
    [
        (replace(NEW, receipt_sent=False), (NOW, NEXT, NEXT, NEXT, NEXT, NEXT)),
        (NEW, (DONE, NOW, NEXT, NEXT, NEXT, NEXT)),
        (CONSENTED, (DONE, DONE, NOW, NEXT, NEXT, NEXT)),
        (ASSESSED, (DONE, DONE, DONE, NOW, NEXT, NEXT)),
        (DECIDED, (DONE, DONE, DONE, NOW, NEXT, NEXT)),
        (SENT, (DONE, DONE, DONE, DONE, NOW, NEXT)),
        (APPOINTED, (DONE, DONE, DONE, DONE, DONE, NOW)),
        (PLANNED, (DONE, DONE, DONE, DONE, DONE, DONE)),
        (REFUSED, (DONE, DONE, DONE, DONE, SKIP, SKIP)),
        (replace(APPOINTED, plan_declined=True), (DONE, DONE, DONE, DONE, DONE, SKIP)),
        (replace(SENT, asked_for=PLAN_ONLY, granted=PLAN_ONLY), (DONE, DONE, DONE, DONE, SKIP, NOW)),
        (replace(NEW, consent=ConsentStatus.REFUSED), (DONE, STOP, NEXT, NEXT, NEXT, NEXT)),
        (replace(APPOINTED, consent=ConsentStatus.WITHDRAWN), (DONE, STOP, DONE, DONE, DONE, NEXT)),
        (replace(PLANNED, consent=ConsentStatus.TO_RENEW), (DONE, STOP, DONE, DONE, DONE, DONE)),
    ],
)
def test_course(facts: CaseFacts, states: tuple[StepState, ...]) -> None:
    assert tuple(view.state for view in course(facts)) == states
    assert tuple(view.step for view in course(facts)) == tuple(Step)


@pytest.mark.parametrize(
    ("facts", "on", "key", "who", "due"),
    [
        (replace(NEW, receipt_sent=False), TODAY, "receipt", OFFICE, date(2026, 11, 3)),
        (replace(NEW, consenter_known=False), TODAY, "consenter", OFFICE, date(2026, 12, 3)),
        (NEW, TODAY, "consent_ask", OFFICE, date(2026, 12, 3)),
        (replace(NEW, consent_asked_on=TODAY), TODAY, "consent_wait", Actor.CONSENTER, date(2026, 12, 3)),
        (NEW, date(2026, 11, 30), "preliminary", OFFICE, date(2026, 12, 3)),  # fvl § 11 a
        (NEW, date(2026, 12, 24), "preliminary", OFFICE, date(2026, 12, 3)),  # still due when late
        (replace(NEW, consent=ConsentStatus.REFUSED), date(2026, 12, 2), "consent_refused", OFFICE, None),
        (replace(PLANNED, consent=ConsentStatus.WITHDRAWN), TODAY, "consent_withdrawn", OFFICE, None),
        (replace(PLANNED, consent=ConsentStatus.TO_RENEW), TODAY, "consent_to_renew", OFFICE, None),
        (replace(CONSENTED, criteria=6, criteria_reasoned=5), TODAY, "criteria", OFFICE, date(2026, 12, 3)),
        (replace(CONSENTED, child_must_be_heard=True), TODAY, "child", OFFICE, date(2026, 12, 3)),
        (replace(CONSENTED, assessment_due=TODAY), TODAY, "assessment", OFFICE, TODAY),
        (replace(ASSESSED, prior_notice_needed=True), TODAY, "prior_notice", OFFICE, date(2026, 12, 3)),
        (replace(ASSESSED, promise_due=date(2026, 12, 1)), TODAY, "decide", OFFICE, date(2026, 12, 1)),
        (replace(ASSESSED, awaits_approval=True), TODAY, "approve", Actor.APPROVER, date(2026, 12, 3)),
        (DECIDED, TODAY, "letter", OFFICE, date(2026, 12, 3)),
        (SENT, TODAY, "wish", OFFICE, None),
        (replace(SENT, wish_asked=True), TODAY, "nominate_ask", OFFICE, None),
        (replace(APPOINTED, appointed_on=None, nominated=False), TODAY, "nominate", Actor.UNIT_LEADER, None),
        (replace(APPOINTED, appointed_on=None), TODAY, "appoint", OFFICE, None),
        (replace(SENT, appointed_on=TODAY), TODAY, "plan_responsible", Actor.COORDINATOR, None),
        (APPOINTED, TODAY, "plan_start", Actor.COORDINATOR, None),
        (replace(APPOINTED, plan=PlanStage.DRAFT), TODAY, "plan_finish", Actor.COORDINATOR, None),
        (PLANNED, TODAY, "evaluate", Actor.COORDINATOR, date(2027, 5, 24)),
        (replace(APPOINTED, plan_declined=True), TODAY, "follow_up", Actor.COORDINATOR, None),
        (REFUSED, TODAY, "complaint_wait", OFFICE, date(2026, 12, 18)),
        (replace(REFUSED, complaint_open=True), TODAY, "complaint", OFFICE, None),
        (replace(PLANNED, closed=True), TODAY, "closed", Actor.NOBODY, None),
    ],
)  # fmt: skip
def test_next_step(facts: CaseFacts, on: date, key: str, who: Actor, due: date | None) -> None:
    found = next_step(facts, on)
    assert (found.key, found.who, found.due) == (key, who, due)
    assert str(found.what)
    assert str(found.why.text)


def test_a_sent_preliminary_reply_no_longer_presses() -> None:
    sent = replace(CONSENTED, preliminary_sent_on=date(2026, 11, 30))
    assert next_step(sent, date(2026, 12, 10)).key == "assessment"
    assert next_step(sent, date(2026, 12, 10)).due is None


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        (NEW, (Actor.CONSENTER, Actor.CASEWORKER, Actor.PERSON, Actor.UNIT_LEADER)),
        (SENT, (Actor.PERSON, Actor.UNIT_LEADER)),
        (APPOINTED, ()),
    ],
)
def test_what_an_appointment_lacks(facts: CaseFacts, who: tuple[Actor, ...]) -> None:
    assert tuple(each.who for each in missing_for_appointment(facts)) == who


def test_what_a_plan_lacks() -> None:
    """IPf §§ 5, 7 og 9 andre ledd; hol § 7-1."""
    assert [each.reason.source for each in missing_for_plan(NEW)] == ["IPf § 5", "hol § 7-1", "IPf § 7"]
    assert missing_for_plan(APPOINTED) == ()
    other = replace(APPOINTED, has_other_live_plan=True)
    assert [each.reason.source for each in missing_for_plan(other)] == ["IPf § 9 andre ledd"]


rights = st.frozensets(st.sampled_from(RightKind))
maybe_day = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
strategies: dict[object, st.SearchStrategy[object]] = {
    bool: st.booleans(),
    date | None: maybe_day,
    int: st.integers(0, 9),
}


def any_case() -> st.SearchStrategy[CaseFacts]:
    simple = {
        field.name: strategies[str(field.type)]
        for field in fields(CaseFacts)
        if str(field.type) in strategies
    }
    return st.builds(
        CaseFacts,
        received_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        asked_for=rights.filter(bool),
        consent=st.sampled_from(ConsentStatus),
        decided=rights,
        granted=rights,
        plan=st.sampled_from(PlanStage),
        **simple,
    )


@given(facts=any_case(), on=st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_there_is_always_a_next_step_and_at_most_one_place_to_be(facts: CaseFacts, on: date) -> None:
    found = next_step(facts, on)
    assert found.key
    assert str(found.why.text)
    states = [view.state for view in course(facts)]
    assert len(states) == 6
    assert states.count(NOW) <= 1
    assert not (NOW in states and NEXT in states[: states.index(NOW)])


@given(facts=any_case(), on=st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_without_consent_nothing_is_decided_appointed_or_planned(facts: CaseFacts, on: date) -> None:
    """IPf § 5; hol § 7-2 a."""
    stopped = replace(
        facts, consent=ConsentStatus.WITHDRAWN, receipt_sent=True, closed=False, complaint_open=False
    )
    assert next_step(stopped, on).key == "consent_withdrawn"
