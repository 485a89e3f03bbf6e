"""Plan, minutes and consent as printed sheets."""

from fellesplan.documents.sheets.consent import ConsentSheet, render_consent
from fellesplan.documents.sheets.minutes import (
    AgendaItem,
    Attendee,
    MinutesSheet,
    MinutesTask,
    render_minutes,
)
from fellesplan.documents.sheets.plan import (
    Approval,
    LifeArea,
    PlanFact,
    PlanGoal,
    PlanMeasure,
    PlanParticipant,
    PlanSheet,
    render_plan,
)

__all__ = [
    "AgendaItem",
    "Approval",
    "Attendee",
    "ConsentSheet",
    "LifeArea",
    "MinutesSheet",
    "MinutesTask",
    "PlanFact",
    "PlanGoal",
    "PlanMeasure",
    "PlanParticipant",
    "PlanSheet",
    "render_consent",
    "render_minutes",
    "render_plan",
]
