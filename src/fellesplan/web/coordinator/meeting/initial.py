"""What stands in the form before anybody has written."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from fellesplan.kernel import clock
from fellesplan.meetings.covering import Candidate
from fellesplan.meetings.kinds import Proposal
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Person


def for_new(
    person: Person, people: Iterable[Candidate], proposal: Proposal, *, all_called: bool
) -> dict[str, Any]:
    """Return the proposal for a new meeting: kind, agenda, interpreter and who is usually there."""
    points = [gettext("Velkommen"), gettext("Oppgavene fra sist"), gettext("Neste møte")]
    start: dict[str, Any] = {"kind": proposal.key, "interpreter": person.interpreter}
    start["agenda"] = "\n".join(points)
    for one in people:
        start[f"call_{one.key.hex}"] = all_called or one.participant is None
        start[f"why_{one.key.hex}"] = one.purpose
    return start


def of_meeting(meeting: Meeting) -> tuple[dict[str, Any], frozenset[UUID]]:
    """Return what the meeting says now, and the ids of those called; two queries."""
    begins, ends = clock.local(meeting.starts_at), clock.local(meeting.ends_at)
    start: dict[str, Any] = {
        "kind": meeting.kind, "title": meeting.title, "day": begins.date(), "starts_at": begins.time(),
        "ends_at": ends.time(), "place": meeting.place, "video": meeting.video,
        "interpreter": meeting.interpreter, "version": meeting.version,
        "agenda": "\n".join(meeting.agenda.values_list("title", flat=True)),
    }  # fmt: skip
    called = set()
    for row in meeting.invitations.all():
        key = row.participant_id or row.invited_person_id
        if key:
            called.add(key)
            start |= {f"call_{key.hex}": True, f"why_{key.hex}": row.purpose}
    return start, frozenset(called)
