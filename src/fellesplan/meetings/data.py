"""What a meeting is called with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fellesplan.people.models import Person
from fellesplan.plans.models import Participant


@dataclass(frozen=True, kw_only=True)
class Invited:
    """One to call, and why: a participant of the plan, the person, or one who acts for the person.

    The person needs no purpose: the meeting is the person's own.
    """

    participant: Participant | None = None
    person: Person | None = None
    purpose: str = ""

    @property
    def key(self) -> UUID:
        """Return the id of the participant or the person."""
        row = self.participant or self.person
        if row is None:
            raise ValueError("Somebody must be called")
        return row.pk


@dataclass(frozen=True, kw_only=True)
class MeetingData:
    """A meeting as it is called or changed. `kind` is a key of the procedure; times are aware.

    `agenda` is one line for each point, in order.
    """

    kind: str
    starts_at: datetime
    ends_at: datetime
    title: str = ""
    place: str = ""
    video: str = ""
    interpreter: str = ""
    agenda: tuple[str, ...] = ()
    invited: tuple[Invited, ...] = ()
