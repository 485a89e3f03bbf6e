"""Foreløpig svar (fvl § 11 a): why there is no answer yet, and when it comes."""

from fellesplan.documents.glyphs import paragraphs
from fellesplan.documents.letters.assembly import assemble, speaker_for
from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.facts import PreliminaryReplyFacts
from fellesplan.documents.letters.words import Language, LetterKind


def build_preliminary_reply(facts: PreliminaryReplyFacts, language: Language) -> LetterContent:
    """Return the letter; an unwritten reason is a gap."""
    speaker = speaker_for(facts, language)
    rights = speaker.rights(facts.rights)
    reason = paragraphs(facts.reason)
    law = speaker.say("preliminary_reply.laws", laws=speaker.laws(facts.basis)) if facts.basis else ""
    promise = speaker.say("preliminary_reply.next", date=speaker.day(facts.expected_on))
    later = (speaker.say("preliminary_reply.later"), speaker.say("preliminary_reply.more"), law)
    return assemble(
        facts,
        speaker,
        kind=LetterKind.PRELIMINARY_REPLY,
        word="preliminary_reply",
        title=speaker.say("title.preliminary_reply", rights=rights),
        intro=(
            speaker.say("preliminary_reply.received", rights=rights, date=speaker.day(facts.received_on)),
            promise,
        ),
        sections=(
            Section(
                Part.REASON,
                speaker.say("preliminary_reply.heading"),
                reason,
                gap="" if reason else speaker.say("gap.reason"),
            ),
            Section(Part.NEXT, speaker.say("next.heading"), tuple(filter(None, later))),
        ),
    )
