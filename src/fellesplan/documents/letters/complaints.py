"""Klage: what a letter says about the right to complain (pbrl §§ 7-2 and 7-5, fvl §§ 27-29)."""

from fellesplan.documents.glyphs import tidy
from fellesplan.documents.letters.assembly import phone
from fellesplan.documents.letters.content import Part, Section
from fellesplan.documents.letters.facts import ComplaintRoute, DecisionLetterFacts, Sender
from fellesplan.documents.letters.language import Speaker


def complaint_section(facts: DecisionLetterFacts, speaker: Speaker) -> Section:
    """Return the section; without a route it is a gap, since every decision can be complained over."""
    heading = speaker.say("complaint.heading")
    if not facts.complaint:
        return Section(Part.COMPLAINT, heading, gap=speaker.say("gap.text"))
    routes = route_lines(facts.complaint, facts.sender, speaker)
    return Section(Part.COMPLAINT, heading, (*routes, *_help(facts, speaker)))


def route_lines(routes: tuple[ComplaintRoute, ...], sender: Sender, speaker: Speaker) -> tuple[str, ...]:
    """Return until when, where and how one complains."""
    if not routes:
        return ()
    lines = _one_route(routes[0], sender, speaker) if len(routes) == 1 else _routes(routes, sender, speaker)
    return (*lines, speaker.say("complaint.how"))


def _one_route(route: ComplaintRoute, sender: Sender, speaker: Speaker) -> tuple[str, ...]:
    right = speaker.say("complaint.right", laws=speaker.laws(route.basis))
    return (right, _deadline("deadline", route, speaker), _where("where", sender, route, speaker))


def _routes(routes: tuple[ComplaintRoute, ...], sender: Sender, speaker: Speaker) -> tuple[str, ...]:
    lines = [speaker.say("complaint.right_many")]
    for route in routes:
        lines += [_deadline("deadline_for", route, speaker), _where("where_for", sender, route, speaker)]
    return tuple(lines)


def _deadline(key: str, route: ComplaintRoute, speaker: Speaker) -> str:
    return speaker.say(
        f"complaint.{key}",
        rights=speaker.rights(route.rights),
        weeks=speaker.weeks(route.weeks),
        **{"from": speaker.day(route.counted_from)},
        deadline=speaker.day(route.deadline),
        laws=speaker.laws(route.basis),
    )


def _where(key: str, sender: Sender, route: ComplaintRoute, speaker: Speaker) -> str:
    municipality = tidy(sender.municipality)
    body = tidy(route.body)
    return speaker.say(
        f"complaint.{key}", municipality=municipality, body=body, rights=speaker.rights(route.rights)
    )


def _help(facts: DecisionLetterFacts, speaker: Speaker) -> tuple[str, ...]:
    lines = [speaker.say("complaint.help", phone=phone(facts.sender.phone))]
    if facts.ombud:
        key = "complaint.ombud_phone" if facts.ombud.phone else "complaint.ombud"
        lines.append(speaker.say(key, ombud=tidy(facts.ombud.name), phone=phone(facts.ombud.phone)))
    lines.append(speaker.say("complaint.proxy"))
    if not facts.delayed_effect:
        return (" ".join(lines),)
    return (" ".join(lines), speaker.say("complaint.delayed", laws=speaker.law(facts.delayed_effect)))
