"""Letters to the party about a complaint (fvl §§ 31-34, pbrl kap. 7, eFvf § 6)."""

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.assembly import assemble, speaker_for
from fellesplan.documents.letters.complaint_facts import (
    ComplaintAnnulledFacts,
    ComplaintCompletionFacts,
    ComplaintDismissedFacts,
    ComplaintForwardedFacts,
    ComplaintLetterFacts,
    ComplaintReceiptFacts,
)
from fellesplan.documents.letters.complaints import route_lines
from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language, LetterKind


def build_complaint_receipt(facts: ComplaintReceiptFacts, language: Language) -> LetterContent:
    """Return the letter that says that the complaint came, when, and what happens now."""
    say = speaker_for(facts, language).say
    speaker = speaker_for(facts, language)
    received = say(
        "complaint_receipt.received",
        rights=speaker.rights(facts.rights),
        time=speaker.moment(facts.received_at),
    )
    reference = say("complaint_receipt.reference", reference=tidy(facts.reference))
    course = [say("complaint_receipt.next", body=tidy(facts.body))]
    if facts.late:
        course.insert(0, say("complaint_receipt.late"))
    if facts.incomplete:
        course.insert(0, say("complaint_receipt.incomplete"))
    if facts.answer_by:
        course.append(say("complaint_receipt.answer_by", date=speaker.day(facts.answer_by)))
    course.append(f"{say('complaint_receipt.more')} {say('complaint_receipt.withdraw')}")
    return assemble(
        facts, speaker, kind=LetterKind.COMPLAINT_RECEIPT, word="complaint_receipt",
        title=say("complaint_receipt.title"),
        intro=(f"{received} {reference}", *_who(facts, speaker)),
        sections=(Section(Part.NEXT, say("next.heading"), tuple(course)),),
    )  # fmt: skip


def build_complaint_completion(facts: ComplaintCompletionFacts, language: Language) -> LetterContent:
    """Return the letter that asks for what the complaint lacks, by a day."""
    speaker = speaker_for(facts, language)
    by = speaker.say("complaint_completion.by", date=speaker.day(facts.by_date))
    return assemble(
        facts, speaker, kind=LetterKind.COMPLAINT_COMPLETION, word="complaint_completion",
        title=speaker.say("complaint_completion.title"),
        intro=(_received(facts, speaker), by),
        sections=(
            _written(facts.what, "complaint_completion.heading", speaker),
            Section(
                Part.NEXT, speaker.say("next.heading"), _lines(facts, speaker, "complaint_completion.then")
            ),
        ),
    )  # fmt: skip


def build_complaint_dismissed(facts: ComplaintDismissedFacts, language: Language) -> LetterContent:
    """Return the letter that dismisses the complaint, with the right to complain over that."""
    speaker = speaker_for(facts, language)
    again = speaker.say("complaint_dismissed.again", rights=speaker.rights(facts.rights, "or"))
    heading = speaker.say("complaint_dismissed.complain_heading")
    routes = (facts.route,) if facts.route else ()
    lines = route_lines(routes, facts.sender, speaker)
    gap = "" if routes else speaker.say("gap.text")
    return assemble(
        facts, speaker, kind=LetterKind.COMPLAINT_DISMISSED, word="complaint_dismissed",
        title=speaker.say("complaint_dismissed.title"),
        intro=(_received(facts, speaker), speaker.say("complaint_dismissed.answer")),
        sections=(
            _written(facts.reason, "complaint_dismissed.heading", speaker, *_laws(facts, speaker)),
            Section(Part.NEXT, speaker.say("next.heading"), (again,)),
            Section(Part.COMPLAINT, heading, lines, gap=gap),
        ),
        complaint=routes,
    )  # fmt: skip


def build_complaint_annulled(facts: ComplaintAnnulledFacts, language: Language) -> LetterContent:
    """Return the letter that says that the decision is annulled, and that a new one comes."""
    speaker = speaker_for(facts, language)
    body = speaker.say("complaint_annulled.body", by=tidy(facts.by_body)) if facts.by_body else ""
    answer = speaker.say("complaint_annulled.answer", rights=speaker.rights(facts.rights))
    return assemble(
        facts, speaker, kind=LetterKind.COMPLAINT_ANNULLED, word="complaint_annulled",
        title=speaker.say("complaint_annulled.title"),
        intro=(_received(facts, speaker), " ".join(filter(None, (body, answer)))),
        sections=(
            _written(facts.reason, "complaint_annulled.heading", speaker, *_laws(facts, speaker)),
            Section(
                Part.NEXT,
                speaker.say("next.heading"),
                (speaker.say("complaint_annulled.say"), speaker.say("complaint_annulled.complain")),
            ),
        ),
    )  # fmt: skip


def build_complaint_forwarded(facts: ComplaintForwardedFacts, language: Language) -> LetterContent:
    """Return the letter that tells the party that the complaint is sent on, with a copy of the statement."""
    speaker = speaker_for(facts, language)
    body = tidy(facts.body)
    statement = paragraphs(facts.statement)
    following = tuple(
        speaker.say(f"complaint_forwarded.{key}", body=body)
        for key in ("sent", "comment", "answer_comes", "withdraw")
    )
    return assemble(
        facts, speaker, kind=LetterKind.COMPLAINT_FORWARDED, word="complaint_forwarded",
        title=speaker.say("complaint_forwarded.title", body=body),
        intro=(_received(facts, speaker), speaker.say("complaint_forwarded.answer", body=body)),
        sections=(
            Section(
                Part.REASON, speaker.say("complaint_forwarded.heading", body=body), statement,
                gap="" if statement else speaker.say("gap.text"),
            ),
            Section(Part.NEXT, speaker.say("next.heading"), (*following, *_laws(facts, speaker))),
        ),
    )  # fmt: skip


def _received(facts: ComplaintLetterFacts, speaker: Speaker) -> str:
    received = speaker.say(
        "complaint_case.received_on",
        rights=speaker.rights(facts.rights),
        date=speaker.day(facts.received_on),
    )
    return " ".join((received, *_who(facts, speaker)))


def _who(facts: ComplaintLetterFacts, speaker: Speaker) -> tuple[str, ...]:
    decided = speaker.say("complaint_case.decided", date=speaker.day(facts.decided_on))
    by = speaker.say("complaint_case.lodged_by", by=tidy(facts.by)) if facts.by else ""
    return tuple(filter(None, (by, decided)))


def _laws(facts: ComplaintLetterFacts, speaker: Speaker) -> tuple[str, ...]:
    return (speaker.say("complaint_case.laws", laws=speaker.laws(facts.basis)),) if facts.basis else ()


def _lines(facts: ComplaintLetterFacts, speaker: Speaker, key: str) -> tuple[str, ...]:
    return (speaker.say(key), *_laws(facts, speaker))


def _written(text: str, heading: str, speaker: Speaker, *after: str) -> Section:
    written = paragraphs(text)
    gap = "" if written else speaker.say("gap.reason")
    return Section(Part.REASON, speaker.say(heading), (*written, *after) if written else (), gap=gap)
