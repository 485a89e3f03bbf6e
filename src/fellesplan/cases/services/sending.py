"""What every letter goes through: final PDF, stored document, letter, journal and log."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case, JournalEntry, Letter
from fellesplan.cases.services import journal
from fellesplan.documents.letters import LetterContent, render_letter
from fellesplan.documents.models import Document, store
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import t
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Person

PDF = "application/pdf"


@dataclass(frozen=True)
class Copy:
    """Which letter it is a copy of, who gets it, and why they do."""

    of: Letter
    to: Person
    why: str

    @property
    def columns(self) -> dict[str, Any]:
        return {"copy_of": self.of, "recipient": self.to, "why": self.why[:300]}


def send(
    *,
    actor: Actor,
    action: str,
    case: Case,
    kind: str,
    content: LetterContent,
    to: tuple[str, ...],
    public_title: str,
    copy: Copy | None = None,
) -> Letter:
    """Make the letter final (PDF/A-2a, PDF/UA-1) and enter it in the journal; returns the letter.

    `to` are the recipients' names. `public_title` names nobody. `copy` when it is a copy of another letter.
    The caller holds the case. Raises Refused when the person has died.
    """
    if case.person.deceased_on:
        raise Refused(t("Personen er død, så det kan ikke sendes brev. Avslutt saken."))
    content = concealed(case.person, content)
    title = content.title[:200]
    document = store(
        person=case.person, kind=Document.Kind.LETTER, title=title, media_type=PDF,
        data=render_letter(content), by_name=actor.name,
    )  # fmt: skip
    letter = Letter.objects.create(
        municipality=case.municipality, case=case, kind=kind, title=title, language=content.language,
        recipient_name=", ".join(to)[:200], document=document, content=as_json(content),
        **(copy.columns if copy else {}),
    )  # fmt: skip
    journal.add(
        case=case, direction=JournalEntry.Direction.OUT, title=f"{content.word}: {title}"[:200],
        public_title=public_title, counterpart=letter.recipient_name, author=actor.name, document=document,
    )  # fmt: skip
    audit.changed(actor, action, letter, subject=case.person_id, fields=[kind])
    return letter


def as_json(content: LetterContent) -> dict[str, Any]:
    """Return the letter as plain data; templates read it as they read the content itself."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(content), default=_plain))
    return plain


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot stand in a letter")
