from fellesplan.cases.models.assessment import Assessment, AssessmentAnswer, Service
from fellesplan.cases.models.case import Case, CaseNumber, CaseState
from fellesplan.cases.models.clocks import ClockWarning, SavedView, SecondNotice
from fellesplan.cases.models.complaint import (
    ComplainedDecision,
    Complaint,
    ComplaintDocument,
    ComplaintState,
)
from fellesplan.cases.models.decision import Decision, Letter
from fellesplan.cases.models.journal import JournalEntry
from fellesplan.cases.models.referral import Referral, ReferralDocument
from fellesplan.cases.models.rights import Right

__all__ = [
    "Assessment",
    "AssessmentAnswer",
    "Case",
    "CaseNumber",
    "CaseState",
    "ClockWarning",
    "ComplainedDecision",
    "Complaint",
    "ComplaintDocument",
    "ComplaintState",
    "Decision",
    "JournalEntry",
    "Letter",
    "Referral",
    "ReferralDocument",
    "Right",
    "SavedView",
    "SecondNotice",
    "Service",
]
