"""Oppnevning: who the koordinator is, what they do, and that another can be had (hol §§ 7-2 to 7-3)."""

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.assembly import assemble, phone, speaker_for
from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.facts import AppointmentFacts
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language, LetterKind


def build_appointment_letter(facts: AppointmentFacts, language: Language) -> LetterContent:
    """Return the letter that names the koordinator or barnekoordinator."""
    speaker = speaker_for(facts, language)
    right = facts.appointed.right
    law = speaker.say("appointment.laws", right=speaker.right(right), laws=speaker.laws(facts.basis))
    return assemble(
        facts,
        speaker,
        kind=LetterKind.APPOINTMENT,
        word="appointment",
        title=_named("title.appointment", facts, speaker),
        intro=_intro(facts, speaker),
        sections=(
            *_handover(facts, speaker),
            Section(
                Part.DUTIES,
                speaker.say("appointment.duties", definite=speaker.definite(right)),
                (law,) if facts.basis else (),
                speaker.items(f"appointment.duties_{right}"),
            ),
            Section(Part.CONSENT, speaker.say("appointment.change_heading"), _change(facts, speaker)),
        ),
    )


def _named(key: str, facts: AppointmentFacts, speaker: Speaker, **params: str) -> str:
    right = facts.appointed.right
    return speaker.say(
        key,
        who=tidy(facts.appointed.name),
        right=speaker.right(right),
        plain=speaker.definite(right),
        **params,
    )


def _intro(facts: AppointmentFacts, speaker: Speaker) -> tuple[str, ...]:
    start = facts.appointed.starts_on
    if start:
        named = _named("appointment.intro_from", facts, speaker, date=speaker.day(start))
    else:
        named = _named("appointment.intro", facts, speaker)
    by = facts.first_contact_by
    who = tidy(facts.appointed.name)
    first = speaker.say("appointment.first_contact", who=who, date=speaker.day(by)) if by else ""
    return (" ".join(filter(None, (named, _reach(facts, speaker)))), first)


def _reach(facts: AppointmentFacts, speaker: Speaker) -> str:
    given = facts.appointed
    key = "appointment.reach_phone" if given.phone else "appointment.reach"
    reach = speaker.say(key, unit=tidy(given.unit), phone=phone(given.phone))
    return (
        f"{reach} {speaker.say('appointment.reach_email', email=tidy(facts.email))}" if facts.email else reach
    )


def _handover(facts: AppointmentFacts, speaker: Speaker) -> tuple[Section, ...]:
    lines: list[str] = []
    if facts.replaces:
        until = facts.overlap_until
        new = speaker.say("appointment.replaces", who=tidy(facts.appointed.name), old=tidy(facts.replaces))
        overlap = speaker.say("appointment.overlap", date=speaker.day(until)) if until else ""
        lines.append(" ".join(filter(None, (new, overlap))))
    lines += paragraphs(facts.wish)
    return (Section(Part.NEXT, speaker.say("next.heading"), tuple(lines)),) if lines else ()


def _change(facts: AppointmentFacts, speaker: Speaker) -> tuple[str, ...]:
    right = speaker.right(facts.appointed.right)
    return (speaker.say("appointment.change"), speaker.say("consent.text", rights=right))
