"""Samtykke on paper: who says yes to what, for how long, and how to take it back (IPf §§ 5 and 9)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fellesplan.documents.glyphs import tidy
from fellesplan.documents.letters.facts import Person, Sender
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language
from fellesplan.documents.qr import qr_svg
from fellesplan.documents.render import render
from fellesplan.documents.sheets.frame import frame, pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """The consent as it was given; `to_sign` adds lines for ink, and without a giver the days are left open.

    `register_at`: the address that the sheet's code leads to.
    """

    sender: Sender
    person: Person
    giver: str
    capacity: str
    given_on: date
    purposes: tuple[str, ...]
    services: tuple[str, ...]
    information: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    proof: str = ""
    ends_on: date | None = None
    child_view: str = ""
    form: str = ""
    received_by: str = ""
    interpreter: str = ""
    to_sign: bool = False
    register_at: str = ""


def render_consent(sheet: ConsentSheet, language: Language) -> bytes:
    """Return the consent as PDF/A-2a and PDF/UA-1."""
    return render("consent", consent_data(sheet, language), language=language)


def consent_data(sheet: ConsentSheet, language: Language) -> dict[str, Any]:
    """Return what typst/consent.typ reads."""
    speaker = Speaker(language)
    name = tidy(sheet.person.short_name)
    lists = (
        ("purpose", sheet.purposes),
        ("services", sheet.services),
        ("information", sheet.information),
        ("excluded", sheet.excluded),
    )
    return {
        **frame(
            sheet.sender,
            speaker,
            word=speaker.say("consent_sheet.word"),
            title=speaker.say("consent_sheet.title", name=name),
            date=sheet.given_on.isoformat(),
        ),
        "labels": speaker.table("consent_sheet"),
        "meta": _meta(sheet, speaker),
        "lists": [
            [speaker.say(f"consent_sheet.{key}"), [tidy(i) for i in items]] for key, items in lists if items
        ],
        "child_view": [speaker.say("consent_sheet.child_view", name=name), tidy(sheet.child_view)],
        "to_sign": sheet.to_sign,
        "qr": qr_svg(sheet.register_at) if sheet.register_at else "",
    }


def _meta(sheet: ConsentSheet, speaker: Speaker) -> list[list[str]]:
    person = sheet.person
    about = (
        speaker.say("meta.born", name=tidy(person.full_name), date=speaker.day(person.born))
        if person.born
        else ""
    )
    received = speaker.say(
        "consent_sheet.received_value", who=tidy(sheet.received_by), date=speaker.day(sheet.given_on)
    )
    return pairs(
        (speaker.say(f"consent_sheet.{label}"), value)
        for label, value in (
            ("about", about or tidy(person.full_name)),
            ("giver", sheet.giver),
            ("capacity", sheet.capacity),
            ("proof", sheet.proof),
            ("period", _period(sheet, speaker)),
            ("form", sheet.form),
            ("received", received if sheet.received_by else ""),
            ("interpreter", sheet.interpreter),
        )
    )


def _period(sheet: ConsentSheet, speaker: Speaker) -> str:
    if sheet.to_sign and not sheet.giver:
        return speaker.say("consent_sheet.period_signed")
    start = speaker.day(sheet.given_on)
    if not sheet.ends_on:
        return speaker.say("consent_sheet.period_open", start=start)
    return speaker.say("consent_sheet.period_value", start=start, end=speaker.day(sheet.ends_on))
