"""A meeting as one actor may see it: frozen facts, so that no query runs while a page is rendered."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.meetings import states


@dataclass(frozen=True)
class ItemLine:
    """A point on the agenda. `minutes` is empty for those who may not see them yet."""

    id: UUID
    number: int
    title: str
    suggested_by: str
    minutes: str
    version: int
    tasks: tuple["TaskLine", ...] = ()

    @property
    def is_written(self) -> bool:
        return bool(self.minutes or self.tasks)


@dataclass(frozen=True)
class InvitedLine:
    """One who is called, and why. `barred` says that consent no longer covers them."""

    id: UUID
    name: str
    role: str
    purpose: str
    reply: str
    reply_text: str
    attended: bool | None
    is_subject: bool
    barred: Text | None = None
    participant: UUID | None = None
    person: UUID | None = None
    unit: str = ""
    receiver: UUID | None = None


@dataclass(frozen=True)
class Silence:
    """What somebody who is called must not hear about, since consent does not cover it."""

    name: str
    unit: str
    areas: tuple[Text, ...]


@dataclass(frozen=True)
class TaskLine:
    """A task. `reviewed` and `note` tell how it went with one from an earlier meeting."""

    id: UUID
    title: str
    who: str
    due_on: date | None
    state: str
    done_on: date | None
    person: UUID
    person_name: str
    meeting: UUID | None
    item: UUID | None
    mine: bool = False
    reviewed: str = ""
    note: str = ""

    @property
    def is_done(self) -> bool:
        return self.state == states.DONE

    def is_late(self, on: date) -> bool:
        return not self.is_done and self.due_on is not None and self.due_on < on


@dataclass(frozen=True, kw_only=True)
class MeetingView:
    """A meeting with everything the actor may see of it. `hidden`: the person's address is protected."""

    id: UUID
    kind: str
    kind_name: Text
    title: str
    person: UUID
    person_name: str
    first_name: str
    starts_at: datetime
    ends_at: datetime
    place: str
    video: str
    interpreter: str
    state: str
    state_text: Text
    reason: str
    called_by: str
    called_by_phone: str
    called_by_email: str
    sequence: int
    version: int
    agenda: tuple[ItemLine, ...]
    invited: tuple[InvitedLine, ...]
    tasks: tuple[TaskLine, ...]
    earlier: tuple[TaskLine, ...]
    sent_at: datetime | None
    written_by: str
    document: UUID | None
    may_lead: bool
    may_suggest: bool
    is_own: bool
    my_invitation: InvitedLine | None
    silences: tuple[Silence, ...] = ()
    hidden: bool = False

    @property
    def day(self) -> date:
        return clock.civil_day(self.starts_at)

    @property
    def is_planned(self) -> bool:
        return self.state == states.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == states.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.state == states.CANCELLED

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def loose_tasks(self) -> tuple[TaskLine, ...]:
        """Return the tasks that belong to no point."""
        return tuple(task for task in self.tasks if task.item is None)


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list. `coming` and the like are names; `my_reply` is the actor's own answer."""

    id: UUID
    kind_name: Text
    title: str
    person: UUID
    person_name: str
    first_name: str
    starts_at: datetime
    ends_at: datetime
    place: str
    video: str
    coming: tuple[str, ...]
    not_coming: tuple[str, ...]
    unanswered: tuple[str, ...]
    agenda: tuple[str, ...]
    my_reply: str | None
    minutes_sent: bool

    @property
    def day(self) -> date:
        return clock.civil_day(self.starts_at)

    @property
    def invited(self) -> int:
        return len(self.coming) + len(self.not_coming) + len(self.unanswered)
