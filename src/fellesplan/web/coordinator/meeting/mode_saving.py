"""Saving what is written during a meeting: all of it, or nothing with the reason why."""

from collections.abc import Iterable
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.meetings import services
from fellesplan.meetings.models import AgendaItem, Meeting, Task
from fellesplan.meetings.services import TaskData
from fellesplan.meetings.view import ItemLine, MeetingView
from fellesplan.plans.models import Participant
from fellesplan.web.coordinator.meeting.mode_form import COORDINATOR, PERSON, ModeForm


def save_all(actor: Actor, meeting: Meeting, form: ModeForm, *, wants_task: bool, ends: bool) -> bool:
    """Save notes, decision, attendance and reviews. Raises what the services raise."""
    said = form.cleaned_data
    item = point(meeting, said["item"])
    services.save_minutes(actor=actor, item=item, text=said["text"], version=said["version"] or 0)
    if wants_task or said["title"].strip():
        services.add_task(actor=actor, meeting=meeting, data=_task(actor, form), item=item)
    if form.present is not None:
        services.mark_attendance(actor=actor, meeting=meeting, present=form.present)
    for line, outcome, due_on in form.went:
        task = visible(actor, "task.do", Task).get(pk=line.id)
        services.review_task(actor=actor, task=task, outcome=outcome, due_on=due_on)
    if ends:
        services.hold(actor=actor, meeting=meeting)
    return True


def point(meeting: Meeting, item: UUID) -> AgendaItem:
    """Return a point of the meeting's agenda."""
    return meeting.agenda.get(pk=item)


def live_item(view: MeetingView, number: str, posted: str = "") -> ItemLine | None:
    """Return the point in the form, else the one asked for, else the first without notes."""
    by_id = {str(item.id): item for item in view.agenda}
    by_number = {str(item.number): item for item in view.agenda}
    if found := by_id.get(posted) or by_number.get(number):
        return found
    return next((item for item in view.agenda if not item.is_written), _last(view.agenda))


def _last(items: Iterable[ItemLine]) -> ItemLine | None:
    return next(reversed(tuple(items)), None)


def _task(actor: Actor, form: ModeForm) -> TaskData:
    said = form.cleaned_data
    who = said["who"] or COORDINATOR
    part = None
    if who not in (COORDINATOR, PERSON):
        part = visible(actor, "participant.read", Participant).select_related("plan").get(pk=UUID(who))
    return TaskData(
        title=said["title"], due_on=said["due_on"], responsible=part, responsible_is_person=who == PERSON
    )
