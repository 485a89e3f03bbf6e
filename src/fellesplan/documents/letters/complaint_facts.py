"""The facts that letters about a complaint are written from."""

from dataclasses import dataclass
from datetime import date, datetime

from fellesplan.documents.letters.facts import ComplaintRoute, LawRef, LetterFacts
from fellesplan.documents.letters.words import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintLetterFacts(LetterFacts):
    """What every letter about a complaint needs. `by` is who complained, when that is not the recipient."""

    rights: tuple[Right, ...]
    decided_on: date
    received_on: date
    by: str = ""
    basis: tuple[LawRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintReceiptFacts(ComplaintLetterFacts):
    """Bekreftelse på klage (eFvf § 6). `received_at` is Norwegian local time."""

    received_at: datetime
    reference: str
    body: str
    answer_by: date | None = None
    late: bool = False
    incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCompletionFacts(ComplaintLetterFacts):
    """A short time to put a complaint right (fvl § 32 tredje ledd, pbrl § 7-3)."""

    what: str
    by_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDismissedFacts(ComplaintLetterFacts):
    """Avvisning (fvl §§ 31 og 33): why, and how to complain over it."""

    reason: str
    route: ComplaintRoute | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintAnnulledFacts(ComplaintLetterFacts):
    """Opphevet (fvl §§ 33 og 34): a new decision comes. `by_body`: who annulled it, if it was not us."""

    reason: str
    by_body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintForwardedFacts(ComplaintLetterFacts):
    """Melding om oversendelse: copy of the statement to the party (fvl § 33 fjerde ledd)."""

    body: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCoverFacts(ComplaintLetterFacts):
    """Oversendelse to the complaint body. `late_reason`: why a late complaint was taken up."""

    statement: str
    deadline: date
    late_reason: str = ""
    in_part: bool = False
