from fellesplan.plans.models.content import AreaNote, Goal, Measure, MeasureState
from fellesplan.plans.models.draft import Draft
from fellesplan.plans.models.participant import Participant
from fellesplan.plans.models.plan import Approval, Plan, PlanState, PlanVersion
from fellesplan.plans.models.review import AccessReview

__all__ = [
    "AccessReview",
    "Approval",
    "AreaNote",
    "Draft",
    "Goal",
    "Measure",
    "MeasureState",
    "Participant",
    "Plan",
    "PlanState",
    "PlanVersion",
]
