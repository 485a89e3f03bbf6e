"""Oversendelse: the letter that follows a complaint to the complaint body (fvl § 33 fjerde ledd)."""

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.assembly import assemble
from fellesplan.documents.letters.complaint_facts import ComplaintCoverFacts
from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language, LetterKind


def build_complaint_cover(facts: ComplaintCoverFacts, language: Language) -> LetterContent:
    """Return the letter to the complaint body with the municipality's statement."""
    speaker = Speaker(language, tidy(facts.person.short_name))
    rights = speaker.rights(facts.rights)
    statement = paragraphs(facts.statement)
    return assemble(
        facts, speaker, kind=LetterKind.COMPLAINT_COVER, word="complaint_cover",
        title=speaker.say("complaint_cover.title", rights=rights),
        intro=(
            speaker.say("complaint_cover.intro", rights=rights),
            speaker.say("complaint_case.laws", laws=speaker.laws(facts.basis)) if facts.basis else "",
        ),
        sections=(
            Section(
                Part.FACTS, speaker.say("complaint_cover.facts_heading"), (_timing(facts, speaker),),
                items=_facts(facts, speaker),
            ),
            Section(
                Part.REASON, speaker.say("complaint_cover.heading"),
                (*statement, *_part(facts, speaker)) if statement else (),
                gap="" if statement else speaker.say("gap.text"),
            ),
            Section(
                Part.NEXT, speaker.say("complaint_cover.enclosed_heading"),
                (speaker.say("complaint_cover.enclosed"), speaker.say("complaint_cover.copy")),
            ),
        ),
    )  # fmt: skip


def _facts(facts: ComplaintCoverFacts, speaker: Speaker) -> tuple[str, ...]:
    days = (("decided", facts.decided_on), ("received", facts.received_on), ("deadline", facts.deadline))
    lines = [speaker.say(f"complaint_cover.{key}", date=speaker.day(day)) for key, day in days]
    return (*lines, speaker.say("complaint_cover.by", by=tidy(facts.by)))


def _timing(facts: ComplaintCoverFacts, speaker: Speaker) -> str:
    if facts.late_reason:
        return speaker.say("complaint_cover.late", reason=tidy(facts.late_reason))
    return speaker.say("complaint_cover.in_time")


def _part(facts: ComplaintCoverFacts, speaker: Speaker) -> tuple[str, ...]:
    return (speaker.say("complaint_cover.part" if facts.in_part else "complaint_cover.kept"),)
