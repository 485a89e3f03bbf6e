"""Forsinkelsesvarsel (fvl § 11 a første og andre ledd): the answer comes even later than we wrote."""

from fellesplan.documents.glyphs import paragraphs
from fellesplan.documents.letters.assembly import assemble, speaker_for
from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.facts import DelayNoticeFacts
from fellesplan.documents.letters.words import Language, LetterKind


def build_delay_notice(facts: DelayNoticeFacts, language: Language) -> LetterContent:
    """Return the letter; an unwritten reason is a gap."""
    speaker = speaker_for(facts, language)
    rights = speaker.rights(facts.rights)
    reason = paragraphs(facts.reason)
    law = speaker.say("delay_notice.laws", laws=speaker.laws(facts.basis)) if facts.basis else ""
    later = (speaker.say("delay_notice.slow"), speaker.say("preliminary_reply.more"), law)
    return assemble(
        facts,
        speaker,
        kind=LetterKind.DELAY_NOTICE,
        word="delay_notice",
        title=speaker.say("title.delay_notice", rights=rights),
        intro=(
            speaker.say("delay_notice.wrote", rights=rights, date=speaker.day(facts.wrote_on)),
            speaker.say("delay_notice.next", date=speaker.day(facts.expected_on)),
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
