"""Changing and cancelling a meeting. Each change gives the invitation a new number, as calendars expect."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.meetings.data import Invited, MeetingData
from fellesplan.meetings.happenings import MeetingCancelled, MeetingChanged
from fellesplan.meetings.models import AgendaItem, Invitation, Meeting
from fellesplan.meetings.services.checks import checked_agenda, checked_invited, wrong_in
from fellesplan.meetings.services.writing import log_meeting, planned, step
from fellesplan.plans.errors import EditConflict

_PLAIN = ("kind", "title", "starts_at", "ends_at", "place", "video", "interpreter")
_TIMES = frozenset({"starts_at", "ends_at"})


def change(*, actor: Actor, meeting: Meeting, data: MeetingData, version: int) -> Meeting:
    """Change a meeting that has not been held. A new time asks everybody to answer again.

    Points that others have suggested stay. Raises InvalidInput, Refused, or EditConflict with both texts
    when somebody else has changed the meeting since `version`.
    """
    held = planned(meeting)
    require(actor, "meeting.lead", held)
    _check_version(held, data, version)
    now_invited = {row.participant_id or row.invited_person_id: row for row in held.invitations.all()}
    wrong = wrong_in(held.person, data, now=clock.now())
    invited, uninvitable = checked_invited(
        held.person, data, caller=held.called_by_id, now_invited=frozenset(filter(None, now_invited))
    )
    agenda, missing = checked_agenda(data.agenda)
    if wrong := {**wrong, **uninvitable, **missing}:
        raise InvalidInput(wrong)
    changed = _set(held, data)
    notes = [*_agenda(held, agenda, changed), *_invited(held, invited, now_invited, changed)]
    if changed:
        if _TIMES & set(changed):
            held.invitations.update(reply=Invitation.Reply.NONE)
        step(actor, held, "changed", "\n".join(notes))
        _keep(held)
        log_meeting(actor, held, changed)
        announce(MeetingChanged(actor=actor, meeting=held))
    return held


def cancel(*, actor: Actor, meeting: Meeting, reason: str = "") -> Meeting:
    """Cancel a meeting; those called keep the invitation, marked as cancelled. Twice changes nothing."""
    if meeting.state == "cancelled":
        return meeting
    held = planned(meeting)
    require(actor, "meeting.lead", held)
    step(actor, held, "cancelled", reason.strip())
    _keep(held)
    log_meeting(actor, held, ["state"])
    announce(MeetingCancelled(actor=actor, meeting=held, reason=reason.strip()))
    return held


def _check_version(meeting: Meeting, data: MeetingData, version: int) -> None:
    if meeting.version == version:
        return
    now, mine = ({name: _shown(getattr(source, name)) for name in _PLAIN} for source in (meeting, data))
    now["agenda"] = "\n".join(meeting.agenda.values_list("title", flat=True))
    mine["agenda"] = "\n".join(data.agenda)
    if differing := [name for name in now if now[name] != mine[name]]:
        theirs = {name: now[name] for name in differing}
        raise EditConflict({name: mine[name] for name in differing}, theirs, version=meeting.version)


def _shown(value: object) -> str:
    return f"{clock.local(value):%d.%m.%Y %H.%M}" if isinstance(value, datetime) else str(value).strip()


def _keep(meeting: Meeting) -> None:
    meeting.sequence += 1
    meeting.version += 1
    meeting.save()


def _set(meeting: Meeting, data: MeetingData) -> list[str]:
    """Set the plain fields; return the names of those that changed."""
    wanted = {name: getattr(data, name) for name in _PLAIN}
    wanted = {name: value.strip() if isinstance(value, str) else value for name, value in wanted.items()}
    changed = [name for name, value in wanted.items() if getattr(meeting, name) != value]
    for name in changed:
        setattr(meeting, name, wanted[name])
    return changed


def _agenda(meeting: Meeting, points: list[str], changed: list[str]) -> list[str]:
    """Let the agenda follow `points`; return what was taken off it, for the history."""
    items = {item.title: item for item in meeting.agenda.prefetch_related("tasks")}
    gone = [item for title, item in items.items() if title not in points and _may_go(item)]
    kept = [title for title, item in items.items() if title not in points and item not in gone]
    wanted = [*points, *kept]
    if wanted == list(items):
        return []
    changed.append("agenda")
    for item in gone:
        item.delete()
    for number, title in enumerate(wanted):
        item = items.get(title) or AgendaItem(
            municipality_id=meeting.municipality_id, meeting=meeting, title=title
        )
        item.order = number
        item.save()
    return [f"– {item.title}" for item in gone]


def _may_go(item: AgendaItem) -> bool:
    """Return whether the coordinator alone has put the point there and nothing hangs on it."""
    return not (item.suggested_by or item.minutes or item.tasks.all())


def _invited(
    meeting: Meeting, invited: list[Invited], now: dict[UUID | None, Invitation], changed: list[str]
) -> list[str]:
    """Let the invitations follow `invited`; return who is no longer called, for the history."""
    wanted = {one.key: one for one in invited}
    gone = [row for key, row in now.items() if key not in wanted]
    new = [one for key, one in wanted.items() if key not in now]
    for key, one in wanted.items():
        row = now.get(key)
        if row and row.purpose != one.purpose:
            row.purpose = one.purpose
            row.save(update_fields=["purpose"])
            changed.append("purpose")
    Invitation.objects.bulk_create(
        Invitation(
            municipality_id=meeting.municipality_id, meeting=meeting, participant=one.participant,
            invited_person=one.person, purpose=one.purpose,
        )
        for one in new
    )  # fmt: skip
    for row in gone:
        row.delete()
    if new or gone:
        changed.append("invited")
    return [f"– {row.participant or row.invited_person}" for row in gone]


def next_order(meeting: Meeting) -> int:
    """Return the place after the last point."""
    last = meeting.agenda.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1
