"""What happens after a decision, and that all of it is voluntary."""

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.assembly import phone
from fellesplan.documents.letters.content import Part, Section
from fellesplan.documents.letters.facts import Appointed, DecisionLetterFacts, NameFollows
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Outcome, Right


def next_section(facts: DecisionLetterFacts, speaker: Speaker) -> Section:
    """Return "Dette skjer nå": who is appointed or when the name comes, the plan, and the way back."""
    given = _given(facts)
    lines = [
        *(_appointment(a, speaker) for a in facts.appointments if a.right in given),
        *(paragraphs(facts.wish) if given else ()),
    ]
    if Right.INDIVIDUAL_PLAN in given:
        lines.append(f"{speaker.say('next.plan')} {speaker.say('next.no_wider_right')}")
    if any(outcome.outcome is Outcome.REFUSED for outcome in facts.outcomes):
        lines.append(speaker.say("next.refused"))
    again = [o.right for o in facts.outcomes if o.outcome in (Outcome.DISMISSED, Outcome.WITHDRAWN)]
    if again and not given:
        lines.append(speaker.say("next.again", rights=speaker.rights(again, "or")))
    gap = "" if lines else speaker.say("gap.text")
    return Section(Part.NEXT, speaker.say("next.heading"), tuple(lines), gap=gap)


def consent_section(facts: DecisionLetterFacts, speaker: Speaker) -> Section | None:
    """Return that what was given is voluntary (IPf § 5); nothing when nothing was given."""
    given = _given(facts)
    if not given:
        return None
    text = speaker.say("consent.text", rights=speaker.rights(given))
    return Section(Part.CONSENT, speaker.say("consent.heading"), (text,))


def _given(facts: DecisionLetterFacts) -> tuple[Right, ...]:
    return tuple(outcome.right for outcome in facts.outcomes if outcome.outcome.gives)


def _appointment(appointment: Appointed | NameFollows, speaker: Speaker) -> str:
    right = speaker.right(appointment.right)
    if isinstance(appointment, NameFollows):
        return speaker.say("next.name_follows", right=right, date=speaker.day(appointment.by))
    start = appointment.starts_on
    named = speaker.say(
        "next.appointed_from" if start else "next.appointed",
        who=tidy(appointment.name),
        unit=tidy(appointment.unit),
        right=right,
        plain=speaker.definite(appointment.right),
        date=speaker.day(start) if start else "",
    )
    number = appointment.phone
    return f"{named} {speaker.say('next.phone', phone=phone(number))}" if number else named
