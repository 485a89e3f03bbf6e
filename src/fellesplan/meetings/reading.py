"""The rows of a meeting, read in few queries, and what they are called. The caller has decided access."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.meetings import states
from fellesplan.meetings.models import Invitation, Meeting, Task, TaskState

_PEOPLE = ("participant__employee", "participant__unit", "participant__private_person", "invited_person")
_RESPONSIBLE = ("responsible__employee", "responsible__private_person", "responsible__unit", "person")


def invitations(meeting: Meeting) -> "list[Invitation]":
    """Return those called, the person first, then family, then the others by name."""
    rows = meeting.invitations.select_related(*_PEOPLE)

    def place(row: Invitation) -> tuple[bool, bool, str]:
        return row.invited_person_id != meeting.person_id, row.invited_person_id is None, name_of(row)

    return sorted(rows, key=place)


def with_people(rows: "QuerySet[Task]") -> "QuerySet[Task]":
    """Return the tasks with what is needed to name who does them."""
    return rows.select_related(*_RESPONSIBLE, "meeting__called_by")


def tasks_of(meeting: Meeting) -> "list[Task]":
    """Return what this meeting decided, in the order it was decided."""
    return list(with_people(meeting.tasks.all()).order_by("id"))


def earlier_tasks(meeting: Meeting) -> "list[Task]":
    """Return the tasks of earlier meetings that were open when this one began, the oldest first."""
    before = Task.objects.filter(person_id=meeting.person_id, meeting__starts_at__lt=meeting.starts_at)
    day = clock.civil_day(meeting.starts_at)
    rows = before.filter(Q(state=states.OPEN) | Q(done_on__gte=_last_met(meeting, day)))
    return list(with_people(rows).order_by("meeting__starts_at", "id"))


def reviews(meeting: Meeting, tasks: "list[Task]") -> dict[UUID, TaskState]:
    """Return what was last said about each task since this meeting's day began, by task id."""
    rows = TaskState.objects.filter(task__in=tasks, at__gte=day_begins(meeting.starts_at))
    return {row.task_id: row for row in rows.order_by("at", "id")}


def name_of(invitation: Invitation) -> str:
    """Return the name of one who is called."""
    row = invitation.participant
    return row.name if row else invitation.invited_person.full_name if invitation.invited_person else ""


def who_does(task: Task) -> str:
    """Return the name of whoever does a task: a participant, the person, or the coordinator."""
    if task.responsible_is_person:
        return task.person.full_name
    if task.responsible:
        return task.responsible.name
    leader = task.meeting.called_by if task.meeting else None
    return leader.name if leader else str(t("Koordinator"))


def result_of(task: Task, review: TaskState | None) -> Text:
    """Return how it went with a task from an earlier meeting, as it stands in the minutes."""
    if task.state == states.DONE:
        return t("Gjort")
    if review and review.event == "postponed" and task.due_on:
        return t("Utsatt til {day}", day=task.due_on)
    return t("Ikke gjort")


def day_begins(moment: datetime) -> datetime:
    """Return the first moment of the Norwegian day."""
    return clock.local(moment).replace(hour=0, minute=0, second=0, microsecond=0)


def _last_met(meeting: Meeting, day: date) -> date:
    """Return the day of the meeting before this one; tasks done since then are told as done."""
    earlier = Meeting.objects.filter(
        person_id=meeting.person_id, state=states.HELD, starts_at__lt=meeting.starts_at
    )
    last = earlier.order_by("-starts_at").values_list("starts_at", flat=True).first()
    return clock.civil_day(last) if last else day
