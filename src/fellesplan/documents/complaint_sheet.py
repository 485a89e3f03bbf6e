"""Klagen som dokument, as it was received; and the list of contents of what is sent on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.facts import Sender
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language, Right
from fellesplan.documents.render import render
from fellesplan.documents.sheets.frame import frame


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintSheet:
    """A complaint. `how` is portal, post, in_person or oral; `received_at` is Norwegian local time."""

    sender: Sender
    case_number: str
    rights: tuple[Right, ...]
    by: str
    received_at: datetime
    reference: str
    how: str
    wants: str
    why: str = ""
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the list of contents; `page` is empty for what is not in the file, and `note` says why."""

    title: str
    dated: date | None
    page: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Headings with plain text below; a blank line parts paragraphs."""

    sender: Sender
    word: str
    title: str
    on: date
    parts: tuple[tuple[str, str], ...]


def render_note(note: Note, language: Language) -> bytes:
    """Return the note as PDF/A-2a."""
    head = frame(
        note.sender, Speaker(language), word=tidy(note.word), title=tidy(note.title), date=note.on.isoformat()
    )
    parts = [(tidy(heading), paragraphs(text)) for heading, text in note.parts]
    data = head | {"meta": [], "parts": parts, "headers": [], "rows": [], "sign": "", "note": ""}
    return render("complaint", data, language=language)


def render_complaint(sheet: ComplaintSheet, language: Language) -> bytes:
    """Return the complaint as PDF/A-2a; one that is to be signed on paper has a line for it."""
    speaker = Speaker(language)
    say = speaker.say
    parts = [
        (say(f"complaint_sheet.{key}"), paragraphs(text))
        for key, text in (("wants", sheet.wants), ("why", sheet.why), ("late", sheet.late_reason))
        if text.strip()
    ]
    head = frame(
        sheet.sender, speaker, word=say("complaint_sheet.word"),
        title=say("complaint_sheet.title", rights=speaker.rights(sheet.rights)),
        date=sheet.received_at.date().isoformat(),
    )  # fmt: skip
    data = head | {
        "meta": [
            (say("complaint_sheet.by"), tidy(sheet.by)),
            (say("complaint_sheet.received"), speaker.moment(sheet.received_at)),
            (say("meta.case"), tidy(sheet.case_number)),
            (say("complaint_sheet.reference"), sheet.reference),
            (say("complaint_sheet.how"), say(f"complaint_sheet.{sheet.how}")),
        ],
        "parts": parts,
        "headers": [],
        "rows": [],
        "sign": say("complaint_sheet.sign") if sheet.how == "oral" else "",
        "note": say("complaint_sheet.signed_login") if sheet.how == "portal" else "",
    }
    return render("complaint", data, language=language)


def render_contents(
    rows: Sequence[ContentsRow], *, title: str, sender: Sender, on: date, language: Language
) -> bytes:
    """Return the list of contents with page numbers."""
    speaker = Speaker(language)
    say = speaker.say
    head = frame(
        sender, speaker, word=say("complaint_sheet.contents_word"), title=say("complaint_sheet.contents"),
        date=on.isoformat(),
    )  # fmt: skip
    data = head | {
        "meta": [(say("meta.about"), tidy(title))],
        "parts": [],
        "headers": [say(f"complaint_sheet.{key}") for key in ("document", "dated", "page")],
        "rows": [_row(row, speaker) for row in rows],
        "sign": "",
        "note": "",
    }
    return render("complaint", data, language=language)


def _row(row: ContentsRow, speaker: Speaker) -> tuple[str, str, str]:
    reason = speaker.say(f"complaint_sheet.{row.note}") if row.note else ""
    told = speaker.say("complaint_sheet.not_included", reason=reason) if reason else ""
    title = f"{tidy(row.title)}. {told}" if told else tidy(row.title)
    return (title, speaker.day(row.dated) if row.dated else "", row.page or "–")
