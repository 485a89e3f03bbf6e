"""The letter as the data that the letter template prints."""

from typing import Any

from fellesplan.documents.letters.content import LetterContent, OutcomeTable, Section
from fellesplan.documents.render import render


def render_letter(content: LetterContent) -> bytes:
    """Return the letter as PDF/A-2a and PDF/UA-1."""
    return render("letter", letter_data(content), language=content.language)


def letter_data(content: LetterContent) -> dict[str, Any]:
    """Return what typst/letter.typ reads."""
    sender = content.sender
    return {
        "title": content.title,
        "word": content.word,
        "date": content.letter_date.isoformat(),
        "colour": sender.colour,
        "municipality": sender.municipality,
        "sender_lines": [line for line in (sender.unit, sender.address, sender.website) if line],
        "recipient": content.recipient,
        "secrecy": content.secrecy,
        "meta": [[line.label, line.value] for line in content.meta],
        "intro": content.intro,
        "outcomes": _table(content.outcomes) if content.outcomes else None,
        "sections": [_section(section) for section in content.sections],
        "signature": {
            "greeting": content.signature.greeting,
            "lines": content.signature.lines,
            "note": content.signature.note,
        },
        "footer": content.footer,
        "page_words": content.page_words,
        "case_number": content.case_number,
    }


def _table(table: OutcomeTable) -> dict[str, Any]:
    rows = [[row.what, row.answer, row.basis, row.outcome.value] for row in table.rows]
    return {"headers": table.headers, "rows": rows}


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "paragraphs": section.paragraphs,
        "items": section.items,
        "gap": section.gap,
        "part": section.part.value,
    }
