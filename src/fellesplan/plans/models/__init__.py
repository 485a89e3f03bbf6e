from fellesplan.plans.models.advice import AdvicePause
from fellesplan.plans.models.content import AreaNote, Goal, Measure, MeasureState
from fellesplan.plans.models.draft import Draft
from fellesplan.plans.models.evaluation import Evaluation, GoalOutcome, GoalRating
from fellesplan.plans.models.participant import Participant
from fellesplan.plans.models.plan import Approval, Plan, PlanState, PlanVersion
from fellesplan.plans.models.review import AccessReview
from fellesplan.plans.models.sub_plan import SubPlan

__all__ = [
    "AccessReview",
    "AdvicePause",
    "Approval",
    "AreaNote",
    "Draft",
    "Evaluation",
    "Goal",
    "GoalOutcome",
    "GoalRating",
    "Measure",
    "MeasureState",
    "Participant",
    "Plan",
    "PlanState",
    "PlanVersion",
    "SubPlan",
]
