"""How it stands with one of a coordinator's persons, in a sentence and a word."""

from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from fellesplan.plans import states
from fellesplan.plans.models import Plan
from fellesplan.plans.overview import Followed
from fellesplan.plans.rules import MeasureState
from fellesplan.plans.view import MeasureLine
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Tag


def person_state(one: Followed, on: date) -> tuple[str, Tag]:
    """Return what to say of the person, and the word for it: the worst first."""
    stuck = _in_state(one, MeasureState.NOT_WORKING)
    late = _in_state(one, MeasureState.LATE)
    if stuck:
        return _of_all(stuck, one, gettext("fungerer ikke")), Tag("danger", _("Fungerer ikke"))
    if late:
        return _of_all(late, one, gettext("er forsinket")), Tag("warning", _("Forsinket"))
    if one.consent_until:
        told = {"day": words.day(one.consent_until)}
        return gettext("Samtykket gjelder til %(day)s.") % told, Tag("warning", _("Samtykke går ut"))
    return _calm(one)


def _calm(one: Followed) -> tuple[str, Tag]:
    if one.plan_id is None:
        return gettext("Ikke kommet i gang. Velg verktøy sammen."), Tag("neutral", _("Uten plan"))
    if one.tool != Plan.Tool.INDIVIDUAL_PLAN:
        return str(Plan.Tool(one.tool).label), Tag("info", _("I gang"))
    if not one.goals:
        return gettext("Planen har ingen mål ennå."), Tag("neutral", _("Ingen mål"))
    if one.state == states.DRAFT:
        return gettext("Planen er ikke godkjent."), Tag("neutral", _("Venter på ja"))
    open_now = sum(line.is_open for line in one.measures)
    count = {"n": words.number(open_now, "ett")}
    text = ngettext("%(n)s tiltak er i gang.", "%(n)s tiltak er i gang.", open_now) % count
    return text[:1].upper() + text[1:], Tag("info", _("I rute"))


def _in_state(one: Followed, state: MeasureState) -> list[MeasureLine]:
    return [line for line in one.measures if line.state is state]


def _of_all(lines: list[MeasureLine], one: Followed, what: str) -> str:
    """Return "Ett av ni tiltak fungerer ikke: støttekontakt på svømming."."""
    told = {
        "n": words.number(len(lines), "ett"),
        "all": words.number(len(one.measures), "ett"),
        "what": what,
        "title": lines[0].title,
    }
    text = gettext("%(n)s av %(all)s tiltak %(what)s: %(title)s") % told
    return text[:1].upper() + text[1:]
