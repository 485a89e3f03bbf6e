"""Everything that can be done with a meeting: one function per use case."""

from fellesplan.meetings.data import Invited, MeetingData
from fellesplan.meetings.services.answering import reply, suggest_item
from fellesplan.meetings.services.calling import call
from fellesplan.meetings.services.changing import cancel, change
from fellesplan.meetings.services.minutes import hold, mark_attendance, save_minutes
from fellesplan.meetings.services.sending import send_minutes
from fellesplan.meetings.services.tasks import (
    Outcome,
    TaskData,
    add_task,
    do_task,
    reopen_task,
    review_task,
)

__all__ = [
    "Invited",
    "MeetingData",
    "Outcome",
    "TaskData",
    "add_task",
    "call",
    "cancel",
    "change",
    "do_task",
    "hold",
    "mark_attendance",
    "reopen_task",
    "reply",
    "review_task",
    "save_minutes",
    "send_minutes",
    "suggest_item",
]
