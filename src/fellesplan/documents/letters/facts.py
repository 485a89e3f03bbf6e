"""The facts that letters are written from. Free text is plain: a blank line parts paragraphs."""

from dataclasses import dataclass
from datetime import date, datetime

from fellesplan.documents.letters.words import DecisionForm, Outcome, Right


@dataclass(frozen=True, slots=True)
class LawRef:
    """A law by its short name (see `[laws]` in texts/*.toml) and its sections, without the § sign."""

    law: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """The municipality and the unit that answers. `colour` is the accent of its mark, as #rrggbb."""

    municipality: str
    unit: str
    phone: str
    address: str = ""
    email: str = ""
    website: str = ""
    colour: str = "#0b4f79"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who the letter is to. `is_subject` is false for a parent, guardian or other representative.

    `protected`: in place of the address stands that the letter goes by the protected route.
    """

    names: tuple[str, ...]
    address: tuple[str, ...] = ()
    is_subject: bool = True
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """The person the case is about. `short_name` is what the letter calls them in a sentence."""

    short_name: str
    full_name: str
    born: date | None = None


@dataclass(frozen=True, slots=True)
class RightOutcome:
    """The answer to one right, why, and the rules it rests on."""

    right: Right
    outcome: Outcome
    reason: str
    basis: tuple[LawRef, ...]
    rule_text: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintRoute:
    """Klage: where a complaint over `rights` ends, and the last day, counted from `counted_from`."""

    rights: tuple[Right, ...]
    body: str
    weeks: int
    counted_from: date
    deadline: date
    basis: tuple[LawRef, ...]


@dataclass(frozen=True, slots=True)
class ChildView:
    """Barnets mening: what the child said and what it meant for the answer (pbrl §§ 3-1 and 4-4)."""

    view: str
    weight: str


@dataclass(frozen=True, slots=True)
class Ombud:
    """Pasient- og brukerombudet (pbrl kap. 8)."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Appointed:
    """Who is koordinator or barnekoordinator."""

    right: Right
    name: str
    unit: str
    phone: str = ""
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class NameFollows:
    """The name of the koordinator comes in a letter of its own, at the latest `by`."""

    right: Right
    by: date


@dataclass(frozen=True, slots=True)
class Replaced:
    """The decision that this one comes in the place of after a complaint. `by_body` decided the complaint,
    `recipient_complained` is whether the reader did; `costs_weeks` is set when the change is for the better.
    """

    decided_on: date
    by_body: str = ""
    recipient_complained: bool = True
    costs_weeks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What every letter needs."""

    sender: Sender
    recipient: Recipient
    person: Person
    letter_date: date
    case_number: str
    caseworker: str
    responsible: str = ""
    secrecy: LawRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLetterFacts(LetterFacts):
    """Vedtak, avgjørelse or tildelingsbrev. `asked_by` is the reporter; empty when the recipient asked."""

    form: DecisionForm
    outcomes: tuple[RightOutcome, ...]
    facts: str
    considerations: str
    complaint: tuple[ComplaintRoute, ...]
    documents_basis: tuple[LawRef, ...]
    asked_on: date | None = None
    asked_by: str = ""
    valid_from: date | None = None
    guideline: str = ""
    child_view: ChildView | None = None
    child_view_required: bool = False
    appointments: tuple[Appointed | NameFollows, ...] = ()
    wish: str = ""
    ombud: Ombud | None = None
    delayed_effect: LawRef | None = None
    replaced: Replaced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreliminaryReplyFacts(LetterFacts):
    """Foreløpig svar (fvl § 11 a): why it takes time and when the answer comes."""

    rights: tuple[Right, ...]
    received_on: date
    reason: str
    expected_on: date
    basis: tuple[LawRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayNoticeFacts(PreliminaryReplyFacts):
    """Forsinkelsesvarsel (fvl § 11 a): the answer comes later than what was written on `wrote_on`."""

    wrote_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentFacts(LetterFacts):
    """Oppnevning: who the koordinator is, from when, and who leaves (hol § 7-3)."""

    appointed: Appointed
    email: str = ""
    first_contact_by: date | None = None
    replaces: str = ""
    overlap_until: date | None = None
    wish: str = ""
    basis: tuple[LawRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFacts(LetterFacts):
    """Bekreftelse (eFvf § 6). `received_at` is Norwegian local time; a reporter is told less."""

    rights: tuple[Right, ...]
    received_at: datetime
    reference: str
    answer_by: date | None = None
    preliminary_by: date | None = None
    consent_missing: bool = False
    to_reporter: bool = False
