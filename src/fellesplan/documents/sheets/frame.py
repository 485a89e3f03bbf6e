"""What plan, minutes and consent share when they are printed."""

from collections.abc import Iterable
from typing import Any

from fellesplan.documents.glyphs import tidy
from fellesplan.documents.letters.assembly import phone
from fellesplan.documents.letters.facts import Sender
from fellesplan.documents.letters.language import Speaker


def frame(sender: Sender, speaker: Speaker, *, word: str, title: str, date: str) -> dict[str, Any]:
    """Return the head and foot of a sheet; `date` is the ISO date that the file carries."""
    return {
        "word": word,
        "title": title,
        "date": date,
        "colour": sender.colour,
        "municipality": tidy(sender.municipality),
        "sender_lines": [tidy(line) for line in (sender.unit, sender.address) if line],
        "footer": speaker.say("meta.footer", unit=tidy(sender.unit), phone=phone(sender.phone)),
        "page_words": [speaker.say("meta.page"), speaker.say("meta.of").lower()],
    }


def pairs(lines: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the label-and-value lines that have a value."""
    return [[label, tidy(value)] for label, value in lines if value.strip()]
