"""Klageinstansens svar: registered, told to the party when the case is decided anew, and acted on."""

from datetime import date

from fellesplan.access.actor import Actor
from fellesplan.cases import complaint_states as states
from fellesplan.cases.correspondence import complaints as letters
from fellesplan.cases.models import Complaint, JournalEntry, Letter
from fellesplan.cases.services import complaints_changes, journal, sending
from fellesplan.cases.services.complaints_common import locked, move
from fellesplan.cases.services.wording import archived
from fellesplan.documents.models import store
from fellesplan.documents.uploads import Upload
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t

HANDLE = "complaint.handle"
RESULTS: dict[str, Text] = {
    "upheld": t("Enig med kommunen: svaret står"),
    "changed": t("Endret svaret"),
    "annulled": t("Opphevet svaret og sendt saken tilbake"),
    "dismissed": t("Avvist klagen"),
}


def register_answer(
    *,
    actor: Actor,
    complaint: Complaint,
    result: str,
    answered_on: date,
    text: str,
    scan: Upload | None = None,
) -> Complaint:
    """Register what the complaint body decided. The same answer sent twice is kept once.

    When it has annulled the decision, the party is told that a new one comes; when it has annulled or changed
    it, the case is opened for a new decision.
    """
    row = locked(actor, HANDLE, complaint)
    if row.state == f"body_{result}":
        return row
    _check(row, result, answered_on, text)
    document = None
    if scan:
        document = store(
            person=row.case.person, kind=scan.kind, title=scan.name, media_type=scan.media_type,
            data=scan.data, by_name=actor.name,
        )  # fmt: skip
    move(
        actor, row, f"body_{result}", action=HANDLE, answered_on=answered_on, answer=text.strip(),
        answer_document=document,
    )  # fmt: skip
    title = t("Svar på klage: {result}", result=Text(RESULTS[result].msgid))
    journal.add(
        case=row.case, direction=JournalEntry.Direction.IN,
        title=archived(title, row.case.municipality), public_title="Svar på klage", counterpart=row.body,
        author=actor.name, text=text.strip(), document=document, dated=answered_on,
    )  # fmt: skip
    if row.state in states.DECIDE_ANEW:
        _begin_anew(actor, row)
    return row


def close(*, actor: Actor, complaint: Complaint, note: str = "") -> Complaint:
    """End a complaint that the body has answered without changing anything; twice is once."""
    row = locked(actor, HANDLE, complaint)
    if row.state == states.CLOSED:
        return row
    move(actor, row, "acted_on", note.strip(), action=HANDLE)
    return row


def _begin_anew(actor: Actor, row: Complaint) -> None:
    if row.state == states.BODY_ANNULLED:
        content = letters.annulled(row, actor.name, row.answer, by_body=True)
        sending.send(
            actor=actor, action=HANDLE, case=row.case, kind=Letter.Kind.COMPLAINT_ANNULLED, content=content,
            to=letters.recipient(row).names, public_title="Varsel om ny avgjørelse",
        )  # fmt: skip
    complaints_changes.begin_anew(actor, row)


def _check(row: Complaint, result: str, answered_on: date, text: str) -> None:
    wrong: dict[str, Text] = {}
    if result not in RESULTS:
        wrong["result"] = t("Velg hva klageinstansen har bestemt.")
    if answered_on > clock.today():
        wrong["answered_on"] = t("Dagen kan ikke være fram i tid.")
    elif row.settled_on and answered_on < row.settled_on:
        wrong["answered_on"] = t("Svaret kan ikke være eldre enn oversendelsen {day}.", day=row.settled_on)
    if not text.strip():
        wrong["text"] = t("Skriv kort hva klageinstansen har bestemt, og hvorfor.")
    if wrong:
        raise InvalidInput(wrong)
