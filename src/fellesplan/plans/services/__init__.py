"""Everything that can be done to a plan: one function per use case, each a new version of the plan."""

from fellesplan.plans.services.access_review import Judged, review_access
from fellesplan.plans.services.advice import pause_advice
from fellesplan.plans.services.approval import approve
from fellesplan.plans.services.content import (
    SubPlanData,
    add_sub_plan,
    archive_sub_plan,
    restore_sub_plan,
    set_legal_basis,
    set_relevance,
    update_sub_plan,
)
from fellesplan.plans.services.evaluations import EvaluationData, Outcome, evaluate
from fellesplan.plans.services.goals import (
    GoalData,
    add_goal,
    archive_goal,
    restore_goal,
    set_scale,
    update_goal,
)
from fellesplan.plans.services.guests import GuestData, invite_guest
from fellesplan.plans.services.measures import (
    MeasureData,
    add_measure,
    archive_measure,
    report_measure,
    restore_measure,
    update_measure,
)
from fellesplan.plans.services.participants import (
    end_participation,
    invite,
    invite_new_person,
    share_contact,
    update_participant,
)
from fellesplan.plans.services.ratings import RatingData, rate_goal
from fellesplan.plans.services.restoring import restore_field, restore_version
from fellesplan.plans.services.snapshots import before_meeting
from fellesplan.plans.services.stand_ins import stand_in
from fellesplan.plans.services.starting import start, switch_tool
from fellesplan.plans.services.texts import area, set_period, update_text

__all__ = [
    "EvaluationData",
    "GoalData",
    "GuestData",
    "Judged",
    "MeasureData",
    "Outcome",
    "RatingData",
    "SubPlanData",
    "add_goal",
    "add_measure",
    "add_sub_plan",
    "approve",
    "archive_goal",
    "archive_measure",
    "archive_sub_plan",
    "area",
    "before_meeting",
    "end_participation",
    "evaluate",
    "invite",
    "invite_guest",
    "invite_new_person",
    "pause_advice",
    "rate_goal",
    "report_measure",
    "restore_field",
    "restore_goal",
    "restore_measure",
    "restore_sub_plan",
    "restore_version",
    "review_access",
    "set_legal_basis",
    "set_period",
    "set_relevance",
    "set_scale",
    "share_contact",
    "stand_in",
    "start",
    "switch_tool",
    "update_goal",
    "update_measure",
    "update_participant",
    "update_sub_plan",
    "update_text",
]
