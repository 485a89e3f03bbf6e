"""What plans announce to the rest of the house; `processes.table` says who does what about it."""

from dataclasses import dataclass

from fellesplan.kernel.events import Happening
from fellesplan.plans.models import Measure, Participant, Plan


@dataclass(frozen=True, kw_only=True)
class PlanStarted(Happening):
    """Work on a plan, or on the lighter tool chosen instead, has begun."""

    plan: Plan


@dataclass(frozen=True, kw_only=True)
class PlanApproved(Happening):
    """The person, or one who acts for the person, has approved the plan."""

    plan: Plan


@dataclass(frozen=True, kw_only=True)
class ParticipantInvited(Happening):
    """Somebody has been invited to take part."""

    participant: Participant


@dataclass(frozen=True, kw_only=True)
class MeasureReported(Happening):
    """Somebody has told how a measure goes: `event` is started, done or not_working."""

    measure: Measure
    event: str
    note: str
