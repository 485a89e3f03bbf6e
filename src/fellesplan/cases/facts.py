"""From rows to the facts that the rules of a case ask for; as many queries for one case as for many."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Max

from fellesplan.cases import states
from fellesplan.cases.complaint_facts import facts_of_complaints
from fellesplan.cases.models import Assessment, Case, CaseState, ClockWarning, Decision, Referral, Right
from fellesplan.cases.rules import CaseFacts, RightKind
from fellesplan.cases.rules.raising import SECOND_NOTICE
from fellesplan.consent import queries as consent
from fellesplan.consent.law import consent_law
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.procedures import deadlines, law, loader
from fellesplan.procedures.criteria import criteria
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.loader import Procedure

Contribution = Callable[[Sequence[Case]], Mapping[UUID, Mapping[str, Any]]]
_contributions: list[Contribution] = []
_ONLY_HELP = frozenset({"qualification", "complex"})
"""Questions that help the person when the answer is yes, and may stand open."""
_GRANTED = (Decision.Outcome.GRANTED, Decision.Outcome.PARTLY)


def contributed_by(contribution: Contribution) -> Contribution:
    """Let a package above this one add facts by name, case by case; registering again does nothing."""
    if contribution not in _contributions:
        _contributions.append(contribution)
    return contribution


def procedure_of(municipality: Municipality, on: date) -> Procedure:
    """Return the procedure the municipality follows on a day."""
    return loader.load(municipality.profile, on)


def facts_of(case: Case, on: date | None = None) -> CaseFacts:
    """Return the facts of one case on a day, today unless given."""
    return facts_for([case], on)[case.id]


def facts_for(cases: Iterable[Case], on: date | None = None) -> dict[UUID, CaseFacts]:
    """Return the facts of many cases of one municipality, by case."""
    rows = list(cases)
    if not rows:
        return {}
    on = on or clock.today()
    two_people = procedure_of(rows[0].municipality, on).flag("two_person_control")
    complaints = facts_of_complaints(rows, on, two_people=two_people)
    return _facts(
        rows, _Work(_assessed(rows), _decided(rows), _consent_asked(rows), complaints, _unopened(rows)), on
    )


def facts_of_new(case: Case) -> CaseFacts:
    """Return the facts of a case that this transaction has opened: nobody has worked with it yet."""
    return _facts([case], _Work({}, {}, {}, {}, {}), clock.today())[case.id]


class _Work(NamedTuple):
    """What has been done in the cases: assessments, decisions, when consent was asked for, what open
    complaints say, and when the person should have been told again of a letter; by case.
    """

    assessed: Mapping[UUID, Assessment]
    decided: Mapping[UUID, list[Decision]]
    asked_on: Mapping[UUID, date]
    complaints: Mapping[UUID, Mapping[str, Any]]
    unopened: Mapping[UUID, date]


def _facts(rows: list[Case], work: _Work, on: date) -> dict[UUID, CaseFacts]:
    procedure = procedure_of(rows[0].municipality, on)
    standings, asked = consent.standings([case.person for case in rows], on), _asked_for(rows)
    by_law = {wants: _by_law(procedure, wants, on) for wants in set(asked.values())}
    found = {}
    for case in rows:
        wants = asked[case.id]
        values: dict[str, Any] = dict(
            received_on=case.received_on,
            asked_for=wants,
            closed=case.state == states.CLOSED,
            deceased=case.person.deceased_on is not None,
            preliminary_sent_on=case.preliminary_reply_on,
            consent_asked_on=work.asked_on.get(case.id),
            second_notice_due=work.unopened.get(case.id),
            wish_asked=True,
            plan_responsible_agreed=True,
            **_deadlines(case, procedure),
        )
        standing = standings[case.person_id]
        values |= _consent(standing, wants) | _hearing(case, on)
        asks = _questions(by_law[wants], standing)
        values |= _criteria(work.assessed.get(case.id), asks)
        values |= work.complaints.get(case.id, {})
        values |= _decision(work.decided.get(case.id, []))
        found[case.id] = CaseFacts(**values)
    return _with_contributions(rows, found)


def _with_contributions(rows: list[Case], found: dict[UUID, CaseFacts]) -> dict[UUID, CaseFacts]:
    for contribution in _contributions:
        for id, values in contribution(rows).items():
            found[id] = replace(found[id], **values)
    return found


def _asked_for(rows: list[Case]) -> dict[UUID, frozenset[RightKind]]:
    wants: dict[UUID, set[RightKind]] = defaultdict(set)
    for case_id, names in Referral.objects.filter(case__in=rows).values_list("case_id", "wants"):
        wants[case_id] |= {RightKind(name) for name in names if name in Right.values}
    return {case.id: frozenset(wants[case.id]) or frozenset({RightKind.COORDINATOR}) for case in rows}


def _deadlines(case: Case, procedure: Procedure) -> dict[str, Any]:
    weeks = procedure.number("casework.promise_weeks")
    promise = deadlines.service_promise(case.received_on, weeks=weeks) if weeks else None
    return {
        "preliminary_due": preliminary_reply(case.received_on).date,
        "promise_due": promise.date if promise else None,
    }


def preliminary_reply(received: date) -> deadlines.Deadline:
    """Return when a preliminary reply is due for a referral received on a day (fvl § 11 a)."""
    months = law.number("casework.preliminary_reply", received)
    return deadlines.preliminary_reply(received, LegalBasis.PBRL_2_5, months=months)


def _consent(standing: consent.Standing, wants: frozenset[RightKind]) -> dict[str, Any]:
    """One yes is enough to go on: a coordinator is possible without a plan."""
    statuses = [standing.status[right.value] for right in wants]
    live = [status for status in statuses if status.is_live]
    known = [status for status in statuses if status is not ConsentStatus.NOT_OBTAINED]
    return {
        "consent": (live or known or [ConsentStatus.NOT_OBTAINED])[0],
        "consenter_known": any(right.value in standing.askable for right in wants),
    }


def _hearing(case: Case, on: date) -> dict[str, Any]:
    age, numbers = case.person.age(on), consent_law(on)
    return {"child_must_be_heard": age is not None and numbers.heard <= age < numbers.own}


def _assessed(rows: list[Case]) -> dict[UUID, Assessment]:
    found = Assessment.objects.filter(case__in=rows).prefetch_related("answers")
    return {row.case_id: row for row in found}


def _by_law(procedure: Procedure, wants: frozenset[RightKind], on: date) -> frozenset[str]:
    """Return the questions the law asks about what is asked for; the same in every case that asks for it."""
    asked = (c.key for right in wants for c in criteria(procedure, right.value, on) if not c.advisory)
    return frozenset(asked) - _ONLY_HELP


def _questions(keys: frozenset[str], standing: consent.Standing) -> Mapping[str, bool]:
    """Return the questions, and whether consent answers them: a yes shows that it is wanted."""
    answered = {f"wants_{right}" for right, status in standing.status.items() if status.is_live}
    return {key: key in answered for key in keys}


def _criteria(assessment: Assessment | None, asks: Mapping[str, bool]) -> dict[str, Any]:
    shown = {key for key, answered in asks.items() if answered}
    if assessment is None:
        return {"criteria": len(asks), "criteria_reasoned": len(shown)}
    answers = assessment.answers.all()
    reasoned = {row.criterion for row in answers if row.answer and row.reason.strip()}
    return {
        "criteria": len(asks),
        "criteria_reasoned": len(asks.keys() & (shown | reasoned)),
        "child_heard": bool(assessment.child_view.strip()),
        "assessment_done": assessment.finished_at is not None,
    }


def _decided(rows: list[Case]) -> dict[UUID, list[Decision]]:
    found: dict[UUID, list[Decision]] = defaultdict(list)
    for row in Decision.objects.filter(case__in=rows).exclude(outcome="").order_by("id"):
        found[row.case_id].append(row)
    return found


def _decision(rows: list[Decision]) -> dict[str, Any]:
    """Later rows replace earlier ones for the same right, once sent; a draft without a reason is nothing."""
    latest = {row.right: row for row in rows if row.issued_at or (row.reason.strip() and not row.replaces_id)}
    issued = [row for row in latest.values() if row.issued_at]
    deadlines_ = [row.complaint_deadline for row in issued if row.complaint_deadline]
    return {
        "decided": frozenset(RightKind(right) for right in latest),
        "granted": frozenset(RightKind(row.right) for row in issued if row.outcome in _GRANTED),
        "letter_sent_on": _sent_on(issued) if latest and len(issued) == len(latest) else None,
        "complaint_due": max(deadlines_, default=None),
    }


def _sent_on(issued: list[Decision]) -> date | None:
    return max((clock.civil_day(row.issued_at) for row in issued if row.issued_at), default=None)


def _consent_asked(rows: list[Case]) -> dict[UUID, date]:
    asked = CaseState.objects.filter(case__in=rows, event="consent_asked").values("case_id")
    return {row["case_id"]: clock.civil_day(row["last"]) for row in asked.annotate(last=Max("at"))}


def _unopened(rows: list[Case]) -> dict[UUID, date]:
    raised = ClockWarning.objects.filter(case__in=rows, kind=SECOND_NOTICE, cleared_at__isnull=True)
    return {row.case_id: row.due for row in raised.order_by("-due")}
