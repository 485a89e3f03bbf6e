"""Referat: who met, what was said, and who does what by when."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.facts import Sender
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language
from fellesplan.documents.render import render
from fellesplan.documents.sheets.frame import frame, pairs


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who was invited; `role` says on whose behalf."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Sak: what was talked about and what people agreed on."""

    title: str
    text: str = ""
    decided: str = ""


@dataclass(frozen=True, slots=True)
class MinutesTask:
    """Oppgave; `result` says how it went when it is from the last meeting."""

    what: str
    who: str
    due: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSheet:
    """Everything that is printed of the minutes. Times are Norwegian local times."""

    sender: Sender
    kind: str
    person_name: str
    starts_at: datetime
    minute_taker: str
    ends_at: datetime | None = None
    place: str = ""
    chair: str = ""
    present: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    last_time: tuple[MinutesTask, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    tasks: tuple[MinutesTask, ...] = ()
    next_meeting: datetime | None = None
    sent_to: tuple[str, ...] = ()


def render_minutes(sheet: MinutesSheet, language: Language) -> bytes:
    """Return the minutes as PDF/A-2a and PDF/UA-1."""
    return render("minutes", minutes_data(sheet, language), language=language)


def minutes_data(sheet: MinutesSheet, language: Language) -> dict[str, Any]:
    """Return what typst/minutes.typ reads."""
    speaker = Speaker(language)
    title = speaker.say("minutes.title", kind=tidy(sheet.kind), name=tidy(sheet.person_name))
    next_meeting = speaker.moment(sheet.next_meeting) if sheet.next_meeting else ""
    return {
        **frame(
            sheet.sender,
            speaker,
            word=speaker.say("minutes.word"),
            title=title,
            date=sheet.starts_at.date().isoformat(),
        ),
        "labels": speaker.table("minutes"),
        "meta": _meta(sheet, speaker),
        "present": _people(sheet.present),
        "absent": _people(sheet.absent),
        "last_time": [_task(task, speaker) for task in sheet.last_time],
        "agenda": [
            {"title": tidy(i.title), "text": paragraphs(i.text), "decided": paragraphs(i.decided)}
            for i in sheet.agenda
        ],
        "tasks": [_task(task, speaker)[:3] for task in sheet.tasks],
        "next_meeting": next_meeting,
        "sent_to": [tidy(name) for name in sheet.sent_to],
        "comment": speaker.say("minutes.comment", who=tidy(sheet.minute_taker)),
    }


def _meta(sheet: MinutesSheet, speaker: Speaker) -> list[list[str]]:
    return pairs(
        (speaker.say(f"minutes.{label}"), value)
        for label, value in (
            ("when", _when(sheet, speaker)),
            ("where", sheet.place),
            ("chair", sheet.chair),
            ("minute_taker", sheet.minute_taker),
        )
    )


def _when(sheet: MinutesSheet, speaker: Speaker) -> str:
    start = speaker.moment(sheet.starts_at)
    return f"{start}–{sheet.ends_at:%H.%M}" if sheet.ends_at else start


def _people(people: tuple[Attendee, ...]) -> list[list[str]]:
    return [[tidy(person.name), tidy(person.role)] for person in people]


def _task(task: MinutesTask, speaker: Speaker) -> list[str]:
    due = speaker.day(task.due) if task.due else "–"
    return [tidy(task.what), tidy(task.who), due, tidy(task.result)]
