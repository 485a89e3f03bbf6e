"""Everything that can be done to a plan: one function per use case, each a new version of the plan."""

from fellesplan.plans.services.access_review import Judged, review_access
from fellesplan.plans.services.approval import approve
from fellesplan.plans.services.goals import GoalData, add_goal, archive_goal, restore_goal, update_goal
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
from fellesplan.plans.services.restoring import restore_field, restore_version
from fellesplan.plans.services.snapshots import before_meeting
from fellesplan.plans.services.stand_ins import stand_in
from fellesplan.plans.services.starting import start, switch_tool
from fellesplan.plans.services.texts import area, set_period, update_text

__all__ = [
    "GoalData",
    "GuestData",
    "Judged",
    "MeasureData",
    "add_goal",
    "add_measure",
    "approve",
    "archive_goal",
    "archive_measure",
    "area",
    "before_meeting",
    "end_participation",
    "invite",
    "invite_guest",
    "invite_new_person",
    "report_measure",
    "restore_field",
    "restore_goal",
    "restore_measure",
    "restore_version",
    "review_access",
    "set_period",
    "share_contact",
    "stand_in",
    "start",
    "switch_tool",
    "update_goal",
    "update_measure",
    "update_participant",
    "update_text",
]
