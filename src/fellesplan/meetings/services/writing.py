"""What every change to a meeting does: lock first, and afterwards history and log."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Model

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import t
from fellesplan.meetings import states
from fellesplan.meetings.models import Meeting, MeetingState, Minutes


def locked(meeting: Meeting | UUID) -> Meeting:
    """Hold the meeting for the transaction and return it as it is now."""
    pk = meeting.pk if isinstance(meeting, Meeting) else meeting
    rows = Meeting.objects.select_for_update(of=("self",))
    return rows.select_related("person__municipality", "called_by").get(pk=pk)


def open_to_leader(actor: Actor, meeting: Meeting) -> Meeting:
    """Hold a meeting whose minutes are still being written. Raises NotAllowed or Refused."""
    held = locked(meeting)
    require(actor, "meeting.lead", held)
    if held.state == states.CANCELLED:
        raise Refused(t("Møtet er avlyst."))
    if sent_minutes(held):
        raise Refused(t("Referatet er sendt og kan ikke endres. Ta opp det som mangler, i neste møte."))
    return held


def planned(meeting: Meeting) -> Meeting:
    """Hold a meeting that has not been held yet. Raises Refused."""
    held = locked(meeting)
    if held.state != states.PLANNED:
        raise Refused(t("Møtet er {state}.", state=_STATE_WORDS[held.state]))
    return held


def sent_minutes(meeting: Meeting) -> Minutes | None:
    """Return the minutes if they have been sent."""
    return Minutes.objects.filter(meeting=meeting, sent_at__isnull=False).first()


def step(actor: Actor, meeting: Meeting, event: str, note: str = "") -> None:
    """Move the meeting along its state table and write the step down; the caller saves. Raises Refused."""
    meeting.state = states.MEETING.after(meeting.state, event)
    MeetingState.objects.create(
        municipality_id=meeting.municipality_id, meeting=meeting, event=event, state=meeting.state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip


def log(actor: Actor, action: str, row: Model, *, subject: UUID, fields: Sequence[str]) -> None:
    """Log a change with the ground it rests on."""
    audit.changed(actor, action, row, subject=subject, fields=list(fields), ground=ground(actor, action, row))


def log_meeting(actor: Actor, meeting: Meeting, fields: Sequence[str], action: str = "meeting.lead") -> None:
    """Log a change to the meeting or a part of it."""
    log(actor, action, meeting, subject=meeting.person_id, fields=fields)


_STATE_WORDS = {states.HELD: t("gjennomført"), states.CANCELLED: t("avlyst")}
