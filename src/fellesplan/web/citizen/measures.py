"""A measure as the person reads it: how it goes, who does it, and what one can do oneself."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fellesplan.plans.rules import MeasureState
from fellesplan.plans.view import MeasureLine
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, Tag

_ORDER = {MeasureState.NOT_WORKING: 0, MeasureState.LATE: 1}
SHOWN = 5


@dataclass(frozen=True)
class Promise:
    """Something that has been agreed."""

    title: str
    tag: Tag
    text: str
    note: str
    done: Action | None
    tell: Action | None


def promises(room: Room, lines: tuple[MeasureLine, ...]) -> tuple[Promise, ...]:
    """Return what has been agreed: what does not work and what is late first, what is done last."""
    return tuple(_promise(room, line) for line in sorted(lines, key=_urgency))


def told(lines: tuple[MeasureLine, ...]) -> str:
    """Return in one sentence how it goes with all of it."""
    late = sum(line.state is MeasureState.LATE for line in lines)
    stuck = sum(line.state is MeasureState.NOT_WORKING for line in lines)
    if stuck:
        return _("%(n)s fungerer ikke slik det er nå.") % {"n": _things(stuck)}
    if late:
        return _("%(n)s er forsinket.") % {"n": _things(late)}
    return _("Ingenting er forsinket.") if lines else ""


def _things(count: int) -> str:
    if count == 1:
        return _("Én ting")
    return _("%(n)s ting") % {"n": words.number(count).capitalize()}


def _urgency(line: MeasureLine) -> tuple[object, ...]:
    own_first = 2 if line.is_persons_own else 3
    rank = 9 if not line.is_open else _ORDER.get(line.state, own_first)
    return rank, line.due_on is None, line.due_on or "", line.title


def _promise(room: Room, line: MeasureLine) -> Promise:
    own = line.is_persons_own and line.is_open and line.may_report
    return Promise(
        title=line.title, tag=_tag(room, line), text=_who_and_when(room, line), note=_note(room, line),
        done=_tell(room, line, "done", _("Jeg har gjort det") if room.is_own else _("Det er gjort"))
        if own else None,
        tell=None if own else _link(room, line),
    )  # fmt: skip


def _tag(room: Room, line: MeasureLine) -> Tag:
    if line.state is MeasureState.NOT_WORKING:
        return Tag("brand1", _("Fungerer ikke"), "ChatExclamationmark")
    if line.state is MeasureState.LATE:
        return Tag("warning", line.text, "Clock")
    if line.state is MeasureState.DONE:
        return Tag("success", line.text, "CheckmarkCircle")
    if line.is_persons_own:
        mine = _("Dette gjør du") if room.is_own else _("Dette gjør %(name)s") % {"name": room.first_name}
        return Tag("brand1", mine, "Person")
    if line.due_on:
        return Tag("neutral", _("Innen %(day)s") % {"day": words.day(line.due_on)}, "Calendar")
    going = _("Går fast") if line.state is MeasureState.STARTED else _("Avtalt")
    return Tag("neutral", going, "Calendar")


def _who_and_when(room: Room, line: MeasureLine) -> str:
    who = _("Du") if line.is_persons_own and room.is_own else line.who
    parts = [", ".join(filter(None, [who, line.unit])) or _("Vi har ikke avtalt hvem som gjør det.")]
    parts += [text for text in (line.amount, line.where) if text]
    if line.state is MeasureState.LATE and line.due_on:
        parts.append(_("Fristen var %(day)s") % {"day": words.day(line.due_on)})
    elif line.is_persons_own and line.due_on and line.is_open:
        parts.append(_("Innen %(day)s") % {"day": words.day(line.due_on)})
    return " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in parts)


def _note(room: Room, line: MeasureLine) -> str:
    if line.report:
        said = {"name": line.report.by_name, "note": line.report.note}
        own = line.report.by_name == room.actor.name
        return (_("Du skrev: «%(note)s»") if own else _("%(name)s skriver: «%(note)s»")) % said
    return line.note


def _link(room: Room, line: MeasureLine) -> Action | None:
    if not (line.is_open and line.may_report):
        return None
    if line.state is MeasureState.NOT_WORKING:
        return _tell(room, line, "started", _("Det fungerer nå"))
    url = f"{room.url('my-plan-report')}?tiltak={line.id}"
    return Action(_("Dette fungerer ikke"), url, hidden=f": {line.title}")


def _tell(room: Room, line: MeasureLine, event: str, label: str) -> Action:
    url = room.url("my-measure", measure=line.id)
    icon = "Checkmark" if event == "done" else ""
    return Action(
        label, url, post=True, kind="secondary", icon=icon, hidden=f": {line.title}", fields={"event": event}
    )
