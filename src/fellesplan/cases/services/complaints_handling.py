"""Klagen før den vurderes: when it was posted, what it lacks, a late one, and one that is withdrawn."""

from collections.abc import Sequence
from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases import complaint_states as states
from fellesplan.cases.complaint_facts import defects_of
from fellesplan.cases.complaint_law import timing
from fellesplan.cases.correspondence import complaints as letters
from fellesplan.cases.models import Complaint, ComplaintDocument, JournalEntry, Letter
from fellesplan.cases.services import journal, progress, sending
from fellesplan.cases.services.complaints_common import change, keep, locked, move
from fellesplan.cases.services.wording import archived
from fellesplan.documents.models import Document, store
from fellesplan.documents.uploads import Upload
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t

HANDLE = "complaint.handle"


def set_posted(*, actor: Actor, complaint: Complaint, day: date) -> Complaint:
    """Note the day a paper complaint was posted or handed in, and judge the timing anew (fvl § 30)."""
    row = locked(actor, HANDLE, complaint)
    arrived = clock.civil_day(row.received_at)
    if day > arrived:
        raise InvalidInput({"handed_over": t("Klagen kan ikke være sendt etter at den kom fram.")})
    if row.state != states.RECEIVED or row.channel == Complaint.Channel.PORTAL:
        raise Refused(t("Dagen kan ikke endres nå."))
    verdict = timing(
        letters.decisions(row)[0], row.channel, handed_over=day, arrived=arrived, on=clock.today()
    )
    change(actor, row, action=HANDLE, handed_over=day, timing=str(verdict.timing))
    progress.refresh(row.case)
    return row


def take_up(*, actor: Actor, complaint: Complaint, ground: str = "", note: str = "") -> Complaint:
    """Take the complaint up. A late one needs a ground of fvl § 31 and why; after a year it cannot be."""
    row = locked(actor, HANDLE, complaint)
    if row.state == states.UNDER_REASSESSMENT:
        return row
    if defects_of(row):
        raise Refused(t("Klagen mangler noe. Be om det først."))
    if row.timing == Complaint.Timing.UNKNOWN:
        raise Refused(t("Finn først ut når klagen ble postet eller levert."))
    if row.timing == Complaint.Timing.TOO_LATE:
        raise Refused(t("Det er gått mer enn ett år siden svaret. Klagen kan ikke tas opp."))
    late = row.timing == Complaint.Timing.LATE
    if late:
        _check_late(ground, note)
    values = {"late_ground": ground, "late_note": note.strip()} if late else {}
    move(actor, row, "taken_up", note.strip() if late else "", action=HANDLE, **values)
    if late:
        _note(actor, row, t("Klage tatt opp etter fristen"), note)
    return row


def ask_completion(*, actor: Actor, complaint: Complaint, what: str, by: date) -> Letter:
    """Ask for what the complaint lacks, with a short time for it (fvl § 32 tredje ledd, pbrl § 7-3)."""
    row = locked(actor, HANDLE, complaint)
    wrong: dict[str, Text] = {}
    if not what.strip():
        wrong["what"] = t("Skriv hva som mangler.")
    if by <= clock.today():
        wrong["by"] = t("Velg en dag fram i tid.")
    if wrong:
        raise InvalidInput(wrong)
    move(
        actor, row, "completion_asked", what.strip(), action=HANDLE, completion_what=what.strip(),
        completion_by=by,
    )  # fmt: skip
    content = letters.completion(row, actor.name, what, by)
    return sending.send(
        actor=actor, action=HANDLE, case=row.case, kind=Letter.Kind.COMPLAINT_COMPLETION, content=content,
        to=letters.recipient(row).names, public_title="Klagen mangler noe",
    )  # fmt: skip


def complete(
    *,
    actor: Actor,
    complaint: Complaint,
    text: str = "",
    signed_on: date | None = None,
    has_mandate: bool = False,
    files: Sequence[Upload] = (),
) -> Complaint:
    """Register what the complainant has put right. Raises InvalidInput when nothing is given."""
    row = locked(actor, HANDLE, complaint)
    if signed_on and signed_on > clock.today():
        raise InvalidInput({"signed_on": t("Dagen kan ikke være fram i tid.")})
    if has_mandate and not any(file.kind == Document.Kind.AUTHORISATION for file in files):
        raise InvalidInput({"mandate": t("Legg ved fullmakten.")})
    if not (text.strip() or signed_on or files):
        raise InvalidInput({"": t("Skriv eller legg ved det klageren har sendt.")})
    values = {"signed_on": signed_on} if signed_on else {}
    missing = row.mandate_missing and not has_mandate
    if row.state == states.NEEDS_COMPLETION:
        move(actor, row, "completed", text.strip(), action=HANDLE, mandate_missing=missing, **values)
    else:
        change(actor, row, action=HANDLE, mandate_missing=missing, **values)
        progress.refresh(row.case)
    add_papers(actor, row, text, files, by=row.complainant_name)
    return row


def supplement(
    *, actor: Actor, complaint: Complaint, text: str = "", files: Sequence[Upload] = ()
) -> Complaint:
    """Let whoever complains tell more while the complaint is handled. The same sent twice is kept once."""
    require(actor, "complaint.supplement", complaint)
    row = locked(actor, "complaint.supplement", complaint)
    if row.state not in states.OPEN:
        raise Refused(t("Klagesaken er avsluttet."))
    if not (text.strip() or files):
        raise InvalidInput({"text": t("Skriv det du vil si, eller legg ved en fil.")})
    last = row.case.journal.order_by("-at", "-id").first()
    if (
        not files
        and last
        and (last.direction, last.text, last.counterpart) == ("in", text.strip(), actor.name)
    ):
        return row
    add_papers(actor, row, text, files, by=actor.name)
    audit.changed(actor, "complaint.supplement", row, subject=row.case.person_id, fields=["supplement"])
    return row


def withdraw(*, actor: Actor, complaint: Complaint, note: str = "", action: str = HANDLE) -> Complaint:
    """Withdraw the complaint on behalf of whoever made it; twice is once."""
    row = locked(actor, action, complaint)
    if row.state == states.WITHDRAWN:
        return row
    move(actor, row, "withdrawn", note.strip(), action=action)
    _note(actor, row, t("Klagen er trukket"), note, direction=JournalEntry.Direction.IN)
    return row


def withdraw_own(*, actor: Actor, complaint: Complaint) -> Complaint:
    """Withdraw one's own complaint in the portal."""
    return withdraw(actor=actor, complaint=complaint, action="complaint.withdraw")


def complain_over_dismissal(*, actor: Actor, complaint: Complaint, arrived: date, text: str) -> Complaint:
    """Register that the dismissal is complained over: it is assessed, and goes to the complaint body."""
    row = locked(actor, HANDLE, complaint)
    if arrived > clock.today():
        raise InvalidInput({"arrived": t("Klagen kan ikke ha kommet fram etter i dag.")})
    if not text.strip():
        raise InvalidInput({"text": t("Skriv hva klagen går ut på.")})
    move(
        actor, row, "dismissal_complained", text.strip(), action=HANDLE, planned="", statement="",
        settled_on=None,
    )  # fmt: skip
    keep(actor, row, "dismissal_complained_arrived", f"{arrived:%d.%m.%Y}")
    journal.add(
        case=row.case, direction=JournalEntry.Direction.IN,
        title=archived(t("Klage på avvisningen"), row.case.municipality),
        counterpart=row.complainant_name, author=actor.name, text=text.strip(), dated=arrived,
    )  # fmt: skip
    return row


def _check_late(ground: str, note: str) -> None:
    wrong: dict[str, Text] = {}
    if ground not in Complaint.LateGround.values:
        wrong["ground"] = t("Velg hvorfor klagen tas opp selv om den er sen.")
    if not note.strip():
        wrong["note"] = t("Skriv hvorfor.")
    if wrong:
        raise InvalidInput(wrong)


def add_papers(actor: Actor, row: Complaint, text: str, files: Sequence[Upload], *, by: str) -> None:
    """Enter what came to a complaint later in the journal."""
    case = row.case
    title = archived(t("Mer til klagen"), case.municipality)
    stored = [
        store(
            person=case.person, kind=file.kind, title=file.name, media_type=file.media_type, data=file.data,
            by_name=actor.name,
        )
        for file in files
    ]  # fmt: skip
    for document in stored:
        ComplaintDocument.objects.create(municipality=case.municipality, complaint=row, document=document)
    papers: list[Document | None] = [*stored] or [None]
    for number, paper in enumerate(papers):
        journal.add(
            case=case, direction=JournalEntry.Direction.IN, title=title, counterpart=by,
            author=actor.name if actor.employee else "", document=paper,
            text="" if number else text.strip(),
        )  # fmt: skip


def _note(actor: Actor, row: Complaint, title: Text, text: str, *, direction: str = "note") -> None:
    journal.add(
        case=row.case, direction=direction, title=archived(title, row.case.municipality),
        counterpart=row.complainant_name if direction != "note" else "", author=actor.name, text=text.strip(),
    )  # fmt: skip
