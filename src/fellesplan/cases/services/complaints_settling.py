"""Kommunen avgjør hva som skjer med klagen: kept and sent on, annulled, or dismissed (fvl §§ 31 og 33)."""

from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.cases import complaint_states as states
from fellesplan.cases.complaint_facts import defects_of
from fellesplan.cases.complaint_package import package
from fellesplan.cases.correspondence import complaints as letters
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Case, Complaint, ComplaintState, JournalEntry, Letter
from fellesplan.cases.services import complaints_changes, journal, sending
from fellesplan.cases.services.complaints_common import change, locked, move, unchanged
from fellesplan.cases.services.wording import archived
from fellesplan.documents.letters import LetterContent, is_ready
from fellesplan.documents.models import Document, store
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t

DECIDE = "complaint.decide"
_COURSE = Complaint.Course
_BEFORE = (states.RECEIVED, states.NEEDS_COMPLETION)


def two_people(case: Case) -> bool:
    """Return whether the procedure demands that two people stand behind what is decided."""
    return procedure_of(case.municipality, clock.today()).flag("two_person_control")


def prepare(
    *, actor: Actor, complaint: Complaint, planned: str, statement: str, version: int | None = None
) -> Complaint:
    """Save what the municipality writes about the complaint, and where it is to go.

    Raises Stale when somebody else has written meanwhile.
    """
    row = locked(actor, DECIDE, complaint)
    if planned and planned not in _COURSE.values:
        raise InvalidInput({"planned": t("Velg hva som skal skje med klagen.")})
    if (row.planned, row.statement) == (planned, statement.strip()):
        return row
    unchanged(row, version)
    if row.state not in (*_BEFORE, states.UNDER_REASSESSMENT):
        raise Refused(t("Klagen er alt behandlet i kommunen."))
    change(
        actor, row, action=DECIDE, planned=planned, statement=statement.strip(),
        prepared_by_id=actor.employee,
    )  # fmt: skip
    return row


def content(row: Complaint, actor: Actor, *, planned: str, statement: str) -> LetterContent:
    """Return the letter to the party as it would be sent."""
    writer = row.prepared_by.name if row.prepared_by else actor.name
    if planned == _COURSE.DISMISS:
        return letters.dismissed(row, writer, statement)
    if planned == _COURSE.ANNUL:
        return letters.annulled(row, writer, statement)
    return letters.forwarded(row, writer, statement)


def settle(*, actor: Actor, complaint: Complaint) -> Letter:
    """Do what is prepared, and send the party the letter about it; done twice, the same letter is returned.

    Raises Refused while something is missing, or when another must stand behind it.
    """
    row = locked(actor, DECIDE, complaint)
    if again := _done(row):
        return again
    _check(row, actor)
    if row.planned == _COURSE.DISMISS:
        return _dismiss(actor, row)
    return _annul(actor, row) if row.planned == _COURSE.ANNUL else _forward(actor, row)


_KINDS = {
    states.SENT: Letter.Kind.COMPLAINT_FORWARDED,
    states.DISMISSED: Letter.Kind.COMPLAINT_DISMISSED,
    states.ANNULLED: Letter.Kind.COMPLAINT_ANNULLED,
}


def _done(row: Complaint) -> Letter | None:
    kind = _KINDS.get(row.state)
    return row.case.letters.filter(kind=kind).order_by("-at", "-id").first() if kind else None


def _check(row: Complaint, actor: Actor) -> None:
    if not row.planned or not row.statement:
        raise Refused(t("Skriv hva kommunen mener om klagen, og velg hva som skal skje."))
    if row.planned != _COURSE.DISMISS and row.state != states.UNDER_REASSESSMENT:
        raise Refused(t("Klagen må tas opp før den kan vurderes."))
    if row.planned == _COURSE.DISMISS and not _may_dismiss(row):
        raise Refused(t("Klagen kom i tide og mangler ikke noe. Da kan den ikke avvises."))
    if two_people(row.case) and row.prepared_by_id == actor.employee:
        raise Refused(t("To personer skal stå bak. En annen enn deg må godkjenne det du har skrevet."))
    if not is_ready(content(row, actor, planned=row.planned, statement=row.statement)):
        raise Refused(t("Brevet mangler noe. Se over det en gang til."))


def _may_dismiss(row: Complaint) -> bool:
    """Return whether the conditions for handling the complaint may be missing (fvl §§ 31, 32 og 33)."""
    late = row.timing in (Complaint.Timing.LATE, Complaint.Timing.TOO_LATE)
    return (late and not row.late_ground) or bool(defects_of(row)) or row.state == states.NEEDS_COMPLETION


def _dismiss(actor: Actor, row: Complaint) -> Letter:
    _finish(actor, row, "dismissed")
    return _send(actor, row, Letter.Kind.COMPLAINT_DISMISSED, "Avvisning av klage")


def _annul(actor: Actor, row: Complaint) -> Letter:
    _finish(actor, row, "annulled")
    letter = _send(actor, row, Letter.Kind.COMPLAINT_ANNULLED, "Varsel om ny avgjørelse")
    complaints_changes.begin_anew(actor, row)
    return letter


def _forward(actor: Actor, row: Complaint) -> Letter:
    """Send the complaint on with everything in one file, and tell the party (fvl § 33 fjerde ledd)."""
    case, body = row.case, row.body
    in_part = ComplaintState.objects.filter(complaint=row, event="changed_in_part").exists()
    cover = letters.cover(row, row.prepared_by.name if row.prepared_by else actor.name, row.statement,
                          in_part=in_part)  # fmt: skip
    letter = _send(actor, row, Letter.Kind.COMPLAINT_FORWARDED, "Melding om oversendelse av klage")
    title = archived(t("Klage sendt til {body}", body=body), case.municipality)
    document = store(
        person=case.person, kind=Document.Kind.LETTER, title=title[:200], media_type=sending.PDF,
        data=package(row, cover), by_name=actor.name,
    )  # fmt: skip
    journal.add(
        case=case, direction=JournalEntry.Direction.OUT, title=title[:200],
        public_title="Oversendelse av klage", counterpart=body, author=actor.name, document=document,
    )  # fmt: skip
    _finish(actor, row, "sent", package=document)
    return letter


def _finish(actor: Actor, row: Complaint, event: str, **values: Any) -> None:
    move(actor, row, event, action=DECIDE, settled_by_id=actor.employee, settled_on=clock.today(), **values)


def _send(actor: Actor, row: Complaint, kind: str, public_title: str) -> Letter:
    found = content(row, actor, planned=row.planned, statement=row.statement)
    return sending.send(
        actor=actor, action=DECIDE, case=row.case, kind=kind, content=found,
        to=letters.recipient(row).names, public_title=public_title,
    )  # fmt: skip
