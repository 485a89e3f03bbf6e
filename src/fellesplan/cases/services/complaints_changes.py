"""Et nytt svar etter en klage: drafts that replace the old ones, and what issuing them means for the
complaint (fvl §§ 33 og 34).
"""

from django.db.models import QuerySet

from fellesplan.access.actor import Actor
from fellesplan.cases import complaint_states as states
from fellesplan.cases import states as case_states
from fellesplan.cases.facts import facts_of
from fellesplan.cases.happenings import DecisionIssued
from fellesplan.cases.models import Case, Complaint, Decision
from fellesplan.cases.services import progress
from fellesplan.cases.services.complaints_common import locked, move
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import t

DECIDE = "complaint.decide"


def begin_change(*, actor: Actor, complaint: Complaint) -> Complaint:
    """Begin a new answer because the complaint is right; it is written and sent as any decision is."""
    row = locked(actor, DECIDE, complaint)
    if row.state == states.CHANGING:
        return row
    move(actor, row, "change_begun", action=DECIDE, prepared_by_id=actor.employee)
    begin_anew(actor, row)
    return row


def drop_change(*, actor: Actor, complaint: Complaint) -> Complaint:
    """Give up a new answer that is not sent: the old one stands."""
    row = locked(actor, DECIDE, complaint)
    if row.state == states.UNDER_REASSESSMENT:
        return row
    _drafts(row.case).delete()
    move(actor, row, "change_dropped", action=DECIDE)
    _back(actor, row.case)
    return row


def begin_anew(actor: Actor, row: Complaint) -> None:
    """Make drafts that replace what is complained over, and open the case for them."""
    case = row.case
    for one in row.over.select_related("decision"):
        old = _standing(one.decision)
        Decision.objects.get_or_create(
            replaces=old,
            defaults={
                "municipality_id": row.municipality_id, "case": case, "right": old.right,
                "legal_basis": old.legal_basis, "proposed_by_id": actor.employee, "profile_version": "",
            },
        )  # fmt: skip
    _open(actor, case)


def decision_issued(happening: DecisionIssued) -> None:
    """Let complaints follow a new decision: met, met in part, or decided anew after it was annulled."""
    case, actor = happening.case, happening.actor
    waiting = case.complaints.filter(state__in=(states.CHANGING, *states.DECIDE_ANEW))
    found = list(waiting.select_for_update(of=("self",)).order_by("id"))
    for row in found:
        row.case = case
        if row.state != states.CHANGING:
            move(actor, row, "decided_anew", action=DECIDE)
        else:
            event = "changed" if _is_met(row) else "changed_in_part"
            move(actor, row, event, action=DECIDE, planned="", statement="")
    if found:
        _catch_up(actor, case)


def _standing(decision: Decision) -> Decision:
    """Return the decision that stands now in the place of one that may have been replaced."""
    newest = decision
    while after := newest.replaced_by.filter(issued_at__isnull=False).first():
        newest = after
    return newest


def _open(actor: Actor, case: Case) -> None:
    if case.state == case_states.ASSESSMENT:
        return
    if case.state in (case_states.RECEIVED, case_states.CONSENT_MISSING):
        raise Refused(t("Samtykke mangler. Saken kan avgjøres på nytt når samtykket er registrert."))
    if case.state == case_states.CLOSED:
        if Case.objects.filter(person=case.person).exclude(state=case_states.CLOSED).exists():
            raise Refused(t("Personen har en annen åpen sak. Avgjør saken på nytt der."))
        progress.move(actor=actor, case=case, event="reopened")
        return
    progress.move(actor=actor, case=case, event="assessed_anew")


def _back(actor: Actor, case: Case) -> None:
    """Put the case back where it was before a new answer was begun."""
    if case.state == case_states.ASSESSMENT:
        progress.move(actor=actor, case=case, event="decided")
    _catch_up(actor, case)


def _catch_up(actor: Actor, case: Case) -> None:
    if case.state == case_states.DECIDED and facts_of(case).appointed_on:
        progress.move(actor=actor, case=case, event="appointed")


def _drafts(case: Case) -> QuerySet[Decision]:
    return case.decisions.filter(issued_at__isnull=True, replaces__isnull=False)


def _is_met(row: Complaint) -> bool:
    """Return whether all that was complained over is now granted in full."""
    outcomes = [_standing(one.decision).outcome for one in row.over.select_related("decision")]
    return all(outcome == Decision.Outcome.GRANTED for outcome in outcomes)
