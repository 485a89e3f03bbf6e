"""Retting i journalen: adding only, so what stood there still stands (pasientjournalforskriften § 15)."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.models import Case, JournalEntry
from fellesplan.cases.services import journal
from fellesplan.cases.services.wording import archived
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t


def correct(*, actor: Actor, entry: JournalEntry, text: str) -> JournalEntry:
    """Add an entry that says what is right, and refers to the one it corrects. The same sent twice is one.

    Raises InvalidInput without a text.
    """
    require(actor, "case.handle", entry.case)
    if not text.strip():
        raise InvalidInput({"text": t("Skriv hva som er feil, og hva som er riktig.")})
    Case.objects.select_for_update().only("pk").get(pk=entry.case_id)
    if same := entry.corrections.filter(text=text.strip(), author=actor.name).first():
        return same
    title = archived(t("Retting av {number}", number=entry.number), entry.case.municipality)
    row = journal.add(
        case=entry.case, direction="note", title=title, author=actor.name, text=text.strip(), corrects=entry
    )
    audit.changed(actor, "case.handle", row, subject=entry.case.person_id, fields=["corrects"])
    return row
