"""Letters to people: built from facts as content, checked, then shown as HTML or printed as PDF."""

from fellesplan.documents.letters.appointment import build_appointment_letter
from fellesplan.documents.letters.checklist import Finding, findings, is_ready
from fellesplan.documents.letters.complaint_cover import build_complaint_cover
from fellesplan.documents.letters.complaint_facts import (
    ComplaintAnnulledFacts,
    ComplaintCompletionFacts,
    ComplaintCoverFacts,
    ComplaintDismissedFacts,
    ComplaintForwardedFacts,
    ComplaintLetterFacts,
    ComplaintReceiptFacts,
)
from fellesplan.documents.letters.complaint_letters import (
    build_complaint_annulled,
    build_complaint_completion,
    build_complaint_dismissed,
    build_complaint_forwarded,
    build_complaint_receipt,
)
from fellesplan.documents.letters.content import LetterContent, OutcomeRow, OutcomeTable, Part, Section
from fellesplan.documents.letters.decision import build_decision_letter
from fellesplan.documents.letters.delay import build_delay_notice
from fellesplan.documents.letters.facts import (
    Appointed,
    AppointmentFacts,
    ChildView,
    ComplaintRoute,
    DecisionLetterFacts,
    DelayNoticeFacts,
    LawRef,
    NameFollows,
    Ombud,
    Person,
    PreliminaryReplyFacts,
    ReceiptFacts,
    Recipient,
    Replaced,
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
    "ComplaintAnnulledFacts",
    "ComplaintCompletionFacts",
    "ComplaintCoverFacts",
    "ComplaintDismissedFacts",
    "ComplaintForwardedFacts",
    "ComplaintLetterFacts",
    "ComplaintReceiptFacts",
    "ComplaintRoute",
    "DecisionForm",
    "DecisionLetterFacts",
    "DelayNoticeFacts",
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
    "Replaced",
    "Right",
    "RightOutcome",
    "Section",
    "Sender",
    "build_appointment_letter",
    "build_complaint_annulled",
    "build_complaint_completion",
    "build_complaint_cover",
    "build_complaint_dismissed",
    "build_complaint_forwarded",
    "build_complaint_receipt",
    "build_decision_letter",
    "build_delay_notice",
    "build_preliminary_reply",
    "build_receipt",
    "findings",
    "is_ready",
    "language_of",
    "render_letter",
]
