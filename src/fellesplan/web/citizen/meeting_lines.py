"""Meetings as the person reads them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fellesplan.meetings.models import Invitation
from fellesplan.meetings.view import MeetingLine
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, DateBlock, Line, Tag

YES, NO = Invitation.Reply.YES, Invitation.Reply.NO


@dataclass(frozen=True)
class MeetingCard:
    """A meeting ahead: when, where, who, what about, and what one has answered."""

    title: str
    name: object
    when: DateBlock
    lines: tuple[Line, ...]
    url: str
    yes: Action | None
    no: Action | None
    answered: Tag | None


def next_meeting(room: Room) -> MeetingCard | None:
    """Return the next meeting about the person."""
    found = reads.next_meeting(room.actor, room.person)
    return card(room, found) if found else None


def card(room: Room, line: MeetingLine) -> MeetingCard:
    """Return a meeting as a card."""
    hours = f"{words.at(line.starts_at)}–{words.hour(line.ends_at)}"
    return MeetingCard(
        title=_("Neste møte er %(when)s") % {"when": words.distance(line.starts_at)},
        name=line.title or line.kind_name,
        when=DateBlock(line.day, hours, line.place or (_("Videomøte") if line.video else "")),
        lines=_lines(line), url=room.url("my-meeting", meeting=line.id),
        yes=_reply(room, line, YES), no=_reply(room, line, NO), answered=_answered(line),
    )  # fmt: skip


def _lines(line: MeetingLine) -> tuple[Line, ...]:
    found = []
    if line.coming:
        names = words.listing([name.split()[0] for name in line.coming])
        found.append(Line("PersonGroup", _("%(names)s kommer") % {"names": names}))
    if line.agenda:
        points = words.listing([f"«{point}»" for point in line.agenda])
        found.append(Line("Chat", _("Vi skal snakke om %(points)s") % {"points": points}))
    return tuple(found)


def _reply(room: Room, line: MeetingLine, answer: str) -> Action | None:
    if line.my_reply in (YES, NO):
        return None
    labels = {YES: _("Ja, jeg kommer") if room.is_own else _("Ja, vi kommer"), NO: _("Det passer ikke")}
    url = room.url("my-meeting-reply", meeting=line.id)
    kind = "primary" if answer == YES else "secondary"
    return Action(labels[Invitation.Reply(answer)], url, post=True, kind=kind, fields={"answer": answer})


def _answered(line: MeetingLine) -> Tag | None:
    if line.my_reply == YES:
        return Tag("success", _("Du har svart at du kommer"), "CheckmarkCircle")
    if line.my_reply == NO:
        return Tag("brand1", _("Du har svart at det ikke passer"), "Chat")
    return None
