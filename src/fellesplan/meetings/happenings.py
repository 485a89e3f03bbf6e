"""What meetings announce to the rest of the house; `processes.table` says who does what about it."""

from dataclasses import dataclass

from fellesplan.kernel.events import Happening
from fellesplan.meetings.models import Meeting, Minutes, Task


@dataclass(frozen=True, kw_only=True)
class MeetingCalled(Happening):
    """A meeting has been called."""

    meeting: Meeting


@dataclass(frozen=True, kw_only=True)
class MeetingChanged(Happening):
    """Time, place, agenda or those invited have changed."""

    meeting: Meeting


@dataclass(frozen=True, kw_only=True)
class MeetingCancelled(Happening):
    """The meeting will not take place."""

    meeting: Meeting
    reason: str


@dataclass(frozen=True, kw_only=True)
class MeetingAnswered(Happening):
    """Somebody has said whether they come: `answer` is yes or no."""

    meeting: Meeting
    name: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class MinutesSent(Happening):
    """The minutes are finished and sent."""

    meeting: Meeting
    minutes: Minutes


@dataclass(frozen=True, kw_only=True)
class TaskAnswered(Happening):
    """A task has been done, or taken up again: `event` is done or reopened."""

    task: Task
    event: str
