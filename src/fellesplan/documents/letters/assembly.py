"""What every letter has round its body: addresses, date and case, contact, signature."""

from dataclasses import replace

from fellesplan.documents.glyphs import NBSP, tidy
from fellesplan.documents.letters.content import (
    LetterContent,
    MetaLine,
    OutcomeTable,
    Part,
    Section,
    Signature,
)
from fellesplan.documents.letters.facts import ComplaintRoute, LetterFacts, Person, Sender
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language, LetterKind, Right


def speaker_for(facts: LetterFacts, language: Language) -> Speaker:
    """Return who speaks to this recipient: by name of the person unless the reader is the person."""
    recipient = facts.recipient
    name = "" if recipient.is_subject else tidy(facts.person.short_name)
    return Speaker(language, name, many=len(recipient.names) > 1)


def assemble(
    facts: LetterFacts,
    speaker: Speaker,
    *,
    kind: LetterKind,
    word: str,
    title: str,
    intro: tuple[str, ...],
    sections: tuple[Section, ...],
    outcomes: OutcomeTable | None = None,
    complaint: tuple[ComplaintRoute, ...] = (),
    child_view_required: bool = False,
    appointed: tuple[Right, ...] = (),
    about: bool = True,
) -> LetterContent:
    """Return the whole letter; `about` is false where the reader may not be told who the person is."""
    sender = _tidy_sender(facts.sender)
    return LetterContent(
        kind=kind,
        language=speaker.language,
        word=speaker.say(f"word.{word}"),
        title=title,
        sender=sender,
        recipient=_recipient(facts, speaker),
        secrecy=(speaker.say("meta.secrecy"), speaker.law(facts.secrecy)) if facts.secrecy else (),
        meta=_meta(facts, speaker, about=about),
        intro=tuple(filter(None, intro)),
        outcomes=outcomes,
        sections=(*sections, _contact(sender, speaker)),
        signature=_signature(facts, sender, speaker),
        footer=speaker.say("meta.footer", unit=sender.unit, phone=sender.phone),
        page_words=(speaker.say("meta.page"), _of(speaker)),
        letter_date=facts.letter_date,
        case_number=tidy(facts.case_number),
        complaint=complaint,
        child_view_required=child_view_required,
        appointed=appointed,
    )


def _recipient(facts: LetterFacts, speaker: Speaker) -> tuple[str, ...]:
    to = facts.recipient
    route = (speaker.say("meta.protected"),) if to.protected else to.address
    return tuple(tidy(line) for line in (*to.names, *route))


def _of(speaker: Speaker) -> str:
    """Return the word between page number and number of pages, as it stands inside a line."""
    return speaker.say("meta.of").lower()


def phone(number: str) -> str:
    """Return a telephone number that stays on one line."""
    return tidy(number).replace(" ", NBSP)


def _tidy_sender(sender: Sender) -> Sender:
    return replace(
        sender,
        municipality=tidy(sender.municipality),
        unit=tidy(sender.unit),
        phone=phone(sender.phone),
        address=tidy(sender.address),
        email=tidy(sender.email),
    )


def _meta(facts: LetterFacts, speaker: Speaker, *, about: bool) -> tuple[MetaLine, ...]:
    lines = [
        MetaLine(speaker.say("meta.date"), speaker.day(facts.letter_date)),
        MetaLine(speaker.say("meta.case"), tidy(facts.case_number)),
    ]
    if about:
        lines.append(MetaLine(speaker.say("meta.about"), _who(facts.person, speaker)))
    lines.append(MetaLine(speaker.say("meta.caseworker"), tidy(facts.caseworker)))
    return tuple(lines)


def _who(person: Person, speaker: Speaker) -> str:
    name = tidy(person.full_name)
    return speaker.say("meta.born", name=name, date=speaker.day(person.born)) if person.born else name


def _contact(sender: Sender, speaker: Speaker) -> Section:
    lines = [
        speaker.say("contact.text", unit=sender.unit, phone=sender.phone),
        speaker.say("contact.email", email=sender.email) if sender.email else "",
        speaker.say("contact.format"),
    ]
    return Section(Part.CONTACT, speaker.say("contact.heading"), (" ".join(filter(None, lines)),))


def _signature(facts: LetterFacts, sender: Sender, speaker: Speaker) -> Signature:
    people = (tidy(facts.responsible), speaker.say("sign.caseworker", name=tidy(facts.caseworker)))
    return Signature(
        greeting=speaker.say("sign.greeting"),
        lines=(*filter(None, people), f"{sender.unit}, {sender.municipality}"),
        note=speaker.say("sign.note"),
    )
