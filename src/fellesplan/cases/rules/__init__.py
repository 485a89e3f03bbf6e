"""Reglene for en sak: gang, neste steg, mangler, brev og mottakere. Rene funksjoner uten klokke."""

from fellesplan.cases.rules.complaint import ComplaintStanding, complaint_step, waiting_for_body
from fellesplan.cases.rules.copies import Copy, CopyFacts, Extent, Recipient, copies
from fellesplan.cases.rules.course import Step, StepState, StepView, course
from fellesplan.cases.rules.facts import Actor, CaseFacts, PlanStage, RightKind
from fellesplan.cases.rules.letters import Finding, LetterFacts, Level, letter_findings
from fellesplan.cases.rules.missing import Missing, missing_for_appointment, missing_for_plan
from fellesplan.cases.rules.next_step import next_step
from fellesplan.cases.rules.steps import NextStep

__all__ = [
    "Actor",
    "CaseFacts",
    "ComplaintStanding",
    "Copy",
    "CopyFacts",
    "Extent",
    "Finding",
    "LetterFacts",
    "Level",
    "Missing",
    "NextStep",
    "PlanStage",
    "Recipient",
    "RightKind",
    "Step",
    "StepState",
    "StepView",
    "complaint_step",
    "copies",
    "course",
    "letter_findings",
    "missing_for_appointment",
    "missing_for_plan",
    "next_step",
    "waiting_for_body",
]
