"""Letters to people: built from facts as content, checked, then shown as HTML or printed as PDF."""

from fellesplan.documents.letters.appointment import build_appointment_letter
from fellesplan.documents.letters.checklist import Finding, findings, is_ready
from fellesplan.documents.letters.content import LetterContent, OutcomeRow, OutcomeTable, Part, Section
from fellesplan.documents.letters.decision import build_decision_letter
from fellesplan.documents.letters.facts import (
    Appointed,
    AppointmentFacts,
    ChildView,
    ComplaintRoute,
    DecisionLetterFacts,
    LawRef,
    NameFollows,
    Ombud,
    Person,
    PreliminaryReplyFacts,
    ReceiptFacts,
    Recipient,
    RightOutcome,
    Sender,
)
from fellesplan.documents.letters.pdf import render_letter
from fellesplan.documents.letters.preliminary import build_preliminary_reply
from fellesplan.documents.letters.receipt import build_receipt
from fellesplan.documents.letters.words import (
    LANGUAGES,
    DecisionForm,
    Language,
    LetterKind,
    Outcome,
    Right,
    language_of,
)

__all__ = [
    "LANGUAGES",
    "Appointed",
    "AppointmentFacts",
    "ChildView",
    "ComplaintRoute",
    "DecisionForm",
    "DecisionLetterFacts",
    "Finding",
    "Language",
    "LawRef",
    "LetterContent",
    "LetterKind",
    "NameFollows",
    "Ombud",
    "Outcome",
    "OutcomeRow",
    "OutcomeTable",
    "Part",
    "Person",
    "PreliminaryReplyFacts",
    "ReceiptFacts",
    "Recipient",
    "Right",
    "RightOutcome",
    "Section",
    "Sender",
    "build_appointment_letter",
    "build_decision_letter",
    "build_preliminary_reply",
    "build_receipt",
    "findings",
    "is_ready",
    "language_of",
    "render_letter",
]
