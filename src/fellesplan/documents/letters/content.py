"""A finished letter as data: the PDF and the preview are two views of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.documents.letters.facts import ComplaintRoute, Sender
from fellesplan.documents.letters.words import Language, LetterKind, Outcome, Right


class Part(StrEnum):
    """What a section is for; the checklist asks for parts, never for headings."""

    REASON = "reason"
    CHILD_VIEW = "child_view"
    FACTS = "facts"
    CONSIDERATIONS = "considerations"
    RULES = "rules"
    NEXT = "next"
    DUTIES = "duties"
    CONSENT = "consent"
    COMPLAINT = "complaint"
    DOCUMENTS = "documents"
    COSTS = "costs"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `gap` says what is missing while nothing is written."""

    part: Part
    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    gap: str = ""
    right: Right | None = None


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One row of the table of answers, in words."""

    right: Right
    outcome: Outcome
    what: str
    answer: str
    basis: str


@dataclass(frozen=True, slots=True)
class OutcomeTable:
    """The table of answers; `headers` are its three column headings."""

    headers: tuple[str, str, str]
    rows: tuple[OutcomeRow, ...]


@dataclass(frozen=True, slots=True)
class MetaLine:
    """One line beside the address, such as date or case number."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who stands behind the letter."""

    greeting: str
    lines: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """Everything that is printed, in the order it is printed, and the facts that the checklist needs."""

    kind: LetterKind
    language: Language
    word: str
    title: str
    sender: Sender
    recipient: tuple[str, ...]
    secrecy: tuple[str, ...]
    meta: tuple[MetaLine, ...]
    intro: tuple[str, ...]
    outcomes: OutcomeTable | None
    sections: tuple[Section, ...]
    signature: Signature
    footer: str
    page_words: tuple[str, str]
    letter_date: date
    case_number: str
    complaint: tuple[ComplaintRoute, ...] = ()
    child_view_required: bool = False
    appointed: tuple[Right, ...] = ()

    def of(self, part: Part) -> tuple[Section, ...]:
        """Return the sections of one part, in order."""
        return tuple(section for section in self.sections if section.part is part)
