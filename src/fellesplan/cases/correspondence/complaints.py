"""Facts of a complaint, put together for its letters."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fellesplan.cases import complaint_states, legal, rights
from fellesplan.cases.complaint_facts import answer_by, defects_of
from fellesplan.cases.complaint_law import handling, lateness
from fellesplan.cases.correspondence import parties
from fellesplan.cases.correspondence.vocabulary import GIVES, RIGHTS
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Complaint, Decision
from fellesplan.documents import complaint_sheet
from fellesplan.documents import letters as letter
from fellesplan.documents.letters import ComplaintRoute, Language, LawRef, LetterContent, Recipient
from fellesplan.kernel import clock
from fellesplan.procedures.legal_basis import LegalBasis

COSTS_WEEKS = 3
"""Krav om sakskostnader: tre uker (fvl § 36 tredje ledd)."""
_FOR_OTHERS = frozenset({Complaint.Capacity.PROXY, Complaint.Capacity.LAWYER})


def spoken(row: Complaint) -> Language:
    """Return the language of the letters to the party."""
    person = row.case.person
    return parties.language(parties.recipients(person, clock.today()), person, row.case.municipality)


def recipient(row: Complaint) -> Recipient:
    """Return who letters about the complaint go to: a proxy instead of the party (fvl § 12 tredje ledd)."""
    if row.capacity in _FOR_OTHERS:
        lines = tuple(line.strip() for line in row.complainant_address.splitlines() if line.strip())
        return Recipient((row.complainant_name,), lines, is_subject=False)
    person = row.case.person
    return parties.recipient(parties.recipients(person, clock.today()), person)


def body_of(row: Complaint, language: Language) -> str:
    """Return what the complaint body is called in a language."""
    basis = LegalBasis(decisions(row)[0].legal_basis)
    on = clock.today()
    return legal.complaint(basis, procedure_of(row.case.municipality, on), language, on=on).body


def decisions(row: Complaint) -> list[Decision]:
    """Return what is complained over."""
    return [one.decision for one in row.over.select_related("decision__case__municipality").order_by("id")]


def receipt(row: Complaint, caseworker: str) -> LetterContent:
    """Return the receipt."""
    received = row.received_at.astimezone(clock.NORWAY).replace(tzinfo=None)
    facts = letter.ComplaintReceiptFacts(
        **_common(row, caseworker), received_at=received, reference=row.reference,
        body=body_of(row, spoken(row)),
        answer_by=answer_by(clock.civil_day(row.received_at)),
        late=row.timing in (Complaint.Timing.LATE, Complaint.Timing.TOO_LATE),
        incomplete=bool(defects_of(row)),
    )  # fmt: skip
    return letter.build_complaint_receipt(facts, spoken(row))


def completion(row: Complaint, caseworker: str, what: str, by: date) -> LetterContent:
    """Return the letter that asks for what is missing."""
    facts = letter.ComplaintCompletionFacts(**_common(row, caseworker), what=what, by_date=by)
    return letter.build_complaint_completion(facts, spoken(row))


def dismissed(row: Complaint, caseworker: str, reason: str) -> LetterContent:
    """Return the letter that dismisses the complaint; the dismissal can be complained over from today."""
    language = spoken(row)
    basis = decisions(row)[0].legal_basis
    procedure = procedure_of(row.case.municipality, clock.today())
    rule = legal.complaint(LegalBasis(basis), procedure, language, on=clock.today())
    late = row.timing in (Complaint.Timing.LATE, Complaint.Timing.TOO_LATE)
    route = ComplaintRoute(
        rights=tuple(RIGHTS[right] for right in row.rights), body=rule.body, weeks=rule.weeks,
        counted_from=rule.deadline.start, deadline=rule.deadline.date, basis=rule.references,
    )  # fmt: skip
    common = _common(row, caseworker) | {
        "basis": lateness(row.sector) if late else (LawRef("fvl", ("32", "33")),)
    }
    facts = letter.ComplaintDismissedFacts(**common, reason=reason, route=route)
    return letter.build_complaint_dismissed(facts, language)


def annulled(row: Complaint, caseworker: str, reason: str, *, by_body: bool = False) -> LetterContent:
    """Return the letter that says that a new decision comes."""
    body = body_of(row, spoken(row)) if by_body else ""
    facts = letter.ComplaintAnnulledFacts(**_common(row, caseworker), reason=reason, by_body=body)
    return letter.build_complaint_annulled(facts, spoken(row))


def forwarded(row: Complaint, caseworker: str, statement: str) -> LetterContent:
    """Return the letter that tells the party that the complaint is sent on."""
    body = body_of(row, spoken(row))
    facts = letter.ComplaintForwardedFacts(**_common(row, caseworker), body=body, statement=statement)
    return letter.build_complaint_forwarded(facts, spoken(row))


def cover(row: Complaint, caseworker: str, statement: str, *, in_part: bool) -> LetterContent:
    """Return the letter to the complaint body, in the language the municipality writes."""
    common = _common(row, caseworker) | {
        "recipient": Recipient((row.body,), is_subject=False),
        "by": row.complainant_name,
    }
    facts = letter.ComplaintCoverFacts(
        **common, statement=statement, deadline=row.deadline, late_reason=_taken_up(row), in_part=in_part
    )
    return letter.build_complaint_cover(facts, municipal(row))


def municipal(row: Complaint) -> Language:
    """Return the language the municipality writes to other authorities."""
    return letter.language_of(row.case.municipality.language)


def sheet(row: Complaint) -> bytes:
    """Return the complaint as a document, as it was received."""
    found = complaint_sheet.ComplaintSheet(
        sender=_sender(row, municipal(row)), case_number=row.case.number,
        rights=tuple(RIGHTS[right] for right in row.rights), by=row.complainant_name,
        received_at=row.received_at.astimezone(clock.NORWAY).replace(tzinfo=None),
        reference=row.reference, how=row.channel, wants=row.wants, why=row.why, late_reason=row.late_reason,
    )  # fmt: skip
    return complaint_sheet.render_complaint(found, municipal(row))


def replaced(drafts: Iterable[Decision], *, recipient_is_party: bool = True) -> letter.Replaced | None:
    """Return what a letter says of the decision that new ones replace after a complaint, if they do."""
    old = [draft.replaces for draft in drafts if draft.replaces_id]
    if not old or old[0] is None:
        return None
    complaint = Complaint.objects.filter(over__decision__in=old).order_by("-received_at", "-id").first()
    if complaint is None or old[0].decided_on is None:
        return None
    by_body = complaint.state in complaint_states.ANSWERED
    return letter.Replaced(
        decided_on=old[0].decided_on,
        by_body=complaint.body if by_body else "",
        recipient_complained=recipient_is_party and complaint.capacity not in _FOR_OTHERS,
        costs_weeks=COSTS_WEEKS if any(draft.outcome in GIVES for draft in drafts) else 0,
    )


def office_name(row: Complaint) -> str:
    """Return what stands for the caseworker in a letter that nobody wrote: the office."""
    return _sender(row, spoken(row)).unit


def _taken_up(row: Complaint) -> str:
    return row.late_note if row.late_ground else ""


def _sender(row: Complaint, language: Language) -> letter.Sender:
    municipality = row.case.municipality
    return parties.sender(municipality, procedure_of(municipality, clock.today()), language)


def _common(row: Complaint, caseworker: str) -> dict[str, Any]:
    over = decisions(row)
    days = [one.decided_on for one in over if one.decided_on]
    party = row.capacity in (Complaint.Capacity.SELF, Complaint.Capacity.REPRESENTATIVE)
    return {
        "sender": _sender(row, spoken(row)),
        "recipient": recipient(row),
        "person": parties.person(row.case.person),
        "letter_date": clock.today(),
        "case_number": row.case.number,
        "caseworker": parties.caseworker(row.case, caseworker),
        "secrecy": parties.SECRECY,
        "rights": tuple(RIGHTS[right] for right in rights.ordered(row.rights)),
        "decided_on": max(days, default=clock.today()),
        "received_on": clock.civil_day(row.received_at),
        "by": "" if party else row.complainant_name,
        "basis": handling(row.sector),
    }
