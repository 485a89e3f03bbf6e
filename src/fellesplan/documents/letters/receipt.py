"""Bekreftelse: that a melding came, when, its reference and what follows (eFvf § 6)."""

from fellesplan.documents.glyphs import tidy
from fellesplan.documents.letters.assembly import assemble, speaker_for
from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.facts import ReceiptFacts
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language, LetterKind


def build_receipt(facts: ReceiptFacts, language: Language) -> LetterContent:
    """Return the letter. A reporter is told neither who nor what: the letter may be read by others."""
    speaker = speaker_for(facts, language)
    if facts.to_reporter:
        title = speaker.say("title.receipt_reporter")
        received = speaker.say("receipt.received_reporter", time=speaker.moment(facts.received_at))
    else:
        rights = speaker.rights(facts.rights)
        title = speaker.say("title.receipt")
        received = speaker.say("receipt.received", rights=rights, time=speaker.moment(facts.received_at))
    reference = speaker.say("receipt.reference", reference=tidy(facts.reference))
    return assemble(
        facts,
        speaker,
        kind=LetterKind.RECEIPT,
        word="receipt",
        title=title,
        intro=(f"{received} {reference}",),
        sections=(Section(Part.NEXT, speaker.say("next.heading"), _next(facts, speaker)),),
        about=not facts.to_reporter,
    )


def _next(facts: ReceiptFacts, speaker: Speaker) -> tuple[str, ...]:
    if facts.to_reporter:
        return (speaker.say("receipt.next"), speaker.say("receipt.reporter"))
    lines = [speaker.say("receipt.next")]
    if facts.consent_missing:
        lines.append(speaker.say("receipt.consent_missing"))
    if facts.answer_by:
        lines.append(speaker.say("receipt.answer_by", date=speaker.day(facts.answer_by)))
    if facts.preliminary_by:
        lines.append(speaker.say("receipt.preliminary_by", date=speaker.day(facts.preliminary_by)))
    return tuple(lines)
