"""Journalføring (arkivforskrifta §§ 14-15)."""

from datetime import date

from fellesplan.cases.models import Case, JournalEntry
from fellesplan.documents.models import Document
from fellesplan.kernel import clock


def add(
    *,
    case: Case,
    direction: str,
    title: str,
    public_title: str = "",
    counterpart: str = "",
    author: str = "",
    document: Document | None = None,
    text: str = "",
    dated: date | None = None,
    corrects: JournalEntry | None = None,
) -> JournalEntry:
    """Add an entry to the journal of the case, numbered "<case number>-<n>", in the running transaction.

    `direction` is one of `JournalEntry.Direction`. `public_title` names nobody and is the title unless given:
    give one whenever the title holds a name. `dated` is the day of the document, today unless given.
    `corrects` is the entry that this one puts right. The case row is locked while the next number is taken,
    so two entries never share one.
    """
    Case.objects.select_for_update().only("pk").get(pk=case.pk)
    return JournalEntry.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        number=f"{case.number}-{case.journal.count() + 1}",
        direction=JournalEntry.Direction(direction),
        title=title,
        public_title=public_title or title,
        counterpart=counterpart,
        author=author,
        document=document,
        text=text,
        dated=dated or clock.today(),
        corrects=corrects,
    )
