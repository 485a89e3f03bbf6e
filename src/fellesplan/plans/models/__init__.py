from fellesplan.plans.models.content import AreaNote, Goal, Measure, MeasureState
from fellesplan.plans.models.participant import Participant
from fellesplan.plans.models.plan import Approval, Plan, PlanState, PlanVersion

__all__ = [
    "Approval",
    "AreaNote",
    "Goal",
    "Measure",
    "MeasureState",
    "Participant",
    "Plan",
    "PlanState",
    "PlanVersion",
]
