"""Writing the minutes while the meeting goes on, and ending it."""

from collections.abc import Collection
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import t
from fellesplan.meetings import states
from fellesplan.meetings.models import AgendaItem, Meeting
from fellesplan.meetings.services.writing import log, log_meeting, open_to_leader, step
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.services import before_meeting


def save_minutes(*, actor: Actor, item: AgendaItem, text: str, version: int) -> AgendaItem:
    """Save what was said about a point.

    Raises EditConflict with both texts when somebody has saved another one since `version`, and Refused
    when the minutes have been sent.
    """
    held = open_to_leader(actor, item.meeting)
    row = AgendaItem.objects.select_for_update().get(pk=item.pk)
    text = text.replace("\r\n", "\n").strip()
    if row.minutes == text:
        return row
    if row.version != version:
        raise EditConflict({"text": text}, {"text": row.minutes}, version=row.version)
    _keep_the_plan(actor, held)
    row.minutes = text
    row.version += 1
    row.save(update_fields=["minutes", "version"])
    log_meeting(actor, held, ["minutes"])
    return row


def mark_attendance(*, actor: Actor, meeting: Meeting, present: Collection[UUID]) -> Meeting:
    """Note who is there: `present` holds ids of invitations; all the others are not."""
    held = open_to_leader(actor, meeting)
    _refuse_before(held)
    _keep_the_plan(actor, held)
    for row in held.invitations.select_for_update():
        if row.attended != (row.pk in present):
            row.attended = row.pk in present
            row.save(update_fields=["attended"])
    log_meeting(actor, held, ["attended"])
    return held


def hold(*, actor: Actor, meeting: Meeting) -> Meeting:
    """End the meeting: it has been held. Doing it twice changes nothing."""
    held = open_to_leader(actor, meeting)
    if held.state == states.HELD:
        return held
    _refuse_before(held)
    _keep_the_plan(actor, held)
    step(actor, held, "held")
    held.version += 1
    held.save(update_fields=["state", "version"])
    log(actor, "meeting.lead", held, subject=held.person_id, fields=["state"])
    return held


def _keep_the_plan(actor: Actor, meeting: Meeting) -> None:
    """Keep the plan as it was when the meeting began: the first time anything is written on its day."""
    if clock.today() >= clock.civil_day(meeting.starts_at):
        before_meeting(actor=actor, person=meeting.person, meeting=meeting.pk)


def _refuse_before(meeting: Meeting) -> None:
    day = clock.civil_day(meeting.starts_at)
    if clock.today() < day:
        raise Refused(t("Møtet er ikke før {day}.", day=day))
