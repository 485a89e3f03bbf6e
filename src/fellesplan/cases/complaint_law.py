"""Fristen og klageinstansen for et svar som er sendt (pbrl §§ 7-2 og 7-5, fvl §§ 28-31, bvl § 12-9)."""

from dataclasses import replace
from datetime import date

from fellesplan.cases import legal
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Complaint, Decision
from fellesplan.documents.letters import LawRef
from fellesplan.kernel import clock
from fellesplan.procedures import complaints, deadlines, law
from fellesplan.procedures.complaints import Channel, ComplaintFacts, ComplaintVerdict
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.legal_numbers import latest_complaint_years

CHANNELS = {
    Complaint.Channel.PORTAL: Channel.ELECTRONIC,
    Complaint.Channel.POST: Channel.POST,
    Complaint.Channel.IN_PERSON: Channel.IN_PERSON,
    Complaint.Channel.ORAL: Channel.IN_PERSON,
}
_HANDLING = {
    Sector.HEALTH: (LawRef("pbrl", ("7-2", "7-7")), LawRef("fvl", ("33",))),
    Sector.CHILD_WELFARE: (LawRef("bvl", ("12-9",)), LawRef("fvl", ("33",))),
}
_ELSEWHERE = (LawRef("fvl", ("28", "33")), LawRef("IPf", ("11",)))


def deadline_of(decision: Decision) -> Deadline:
    """Return the complaint deadline of a decision that is sent: never earlier than the letter promised."""
    issued_on = _issued_on(decision)
    basis = LegalBasis(decision.legal_basis)
    procedure = procedure_of(decision.case.municipality, issued_on)
    found = legal.complaint(basis, procedure, "nb", on=issued_on).deadline
    promised = decision.complaint_deadline
    return replace(found, date=promised) if promised and promised > found.date else found


def latest_of(decision: Decision) -> Deadline:
    """Return the last day a late complaint can be taken up: a year from when it was decided (fvl § 31)."""
    decided = decision.decided_on or _issued_on(decision)
    return deadlines.latest_complaint(decided, years=latest_complaint_years(decided))


def timing(
    decision: Decision, channel: str, *, handed_over: date | None, arrived: date, on: date
) -> ComplaintVerdict:
    """Return whether a complaint over the decision came in time, with the reasons."""
    facts = ComplaintFacts(CHANNELS[Complaint.Channel(channel)], handed_over, arrived)
    sent = law.value("complaint.electronic_in_time", on) == "sent"
    return complaints.assess(facts, deadline_of(decision), latest_of(decision), sent_is_enough=sent)


def sector_of(decision: Decision) -> Sector:
    """Return which rules a complaint over the decision follows."""
    return LegalBasis(decision.legal_basis).sector


def handling(sector: str) -> tuple[LawRef, ...]:
    """Return the rules about how the municipality handles a complaint."""
    return _HANDLING.get(Sector(sector), _ELSEWHERE)


def lateness(sector: str) -> tuple[LawRef, ...]:
    """Return the rules that a late complaint is dismissed by."""
    health = (LawRef("pbrl", ("7-5", "7-7")),) if sector == Sector.HEALTH else ()
    return (*health, LawRef("fvl", ("31", "33")))


def _issued_on(decision: Decision) -> date:
    if decision.issued_at is None:
        raise ValueError("the decision is not issued")
    return clock.civil_day(decision.issued_at)
