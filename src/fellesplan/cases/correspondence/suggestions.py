"""Forslag til tekst: put together from the caseworker's own answers, in the language that is active."""

from collections.abc import Iterable

from django.utils.translation import gettext

from fellesplan.cases import rights
from fellesplan.cases.assessing import NO, YES, AssessmentView
from fellesplan.cases.correspondence.vocabulary import GIVES
from fellesplan.cases.models import Decision
from fellesplan.procedures.verdicts import Outcome, Verdict

PROPOSED = {Outcome.YES: Decision.Outcome.GRANTED, Outcome.NO: Decision.Outcome.REFUSED}


def proposed(verdict: Verdict) -> str:
    """Return the outcome that a verdict points to; an empty text when it points nowhere."""
    return str(PROPOSED.get(verdict.outcome, ""))


def reason(found: AssessmentView, right: str, outcome: str) -> str:
    """Return a suggested reason for an outcome; empty when nothing is written that could be its reason."""
    if outcome == Decision.Outcome.WITHDRAWN:
        return gettext("Ønsket om %(right)s er trukket.") % {"right": _word(right)}
    wanted = YES if outcome in GIVES else NO
    written = [item.reason for item in found.decisive if right in item.rights and item.answer == wanted]
    return _sentences(written)


def facts(found: AssessmentView) -> str:
    """Return which services there are and where the facts come from."""
    lines = []
    if names := [row.name for row in found.services]:
        lines.append(gettext("Tjenester i dag: %(services)s.") % {"services": _listed(names)})
    if sources := list(dict.fromkeys(item.source for item in found.items if item.source)):
        lines.append(gettext("Opplysningene kommer fra: %(sources)s.") % {"sources": _listed(sources)})
    return "\n".join(lines)


def considerations(found: AssessmentView) -> str:
    """Return what weighed; empty until something is answered."""
    if not any(item.answer for item in found.decisive):
        return ""
    general = gettext("Vi har vurdert hvor lenge behovet varer, og hvor mye som må samordnes i hverdagen.")
    return "\n".join(filter(None, (general, found.texts["longterm"])))


def _word(right: str) -> str:
    return rights.WORDS[right].render(gettext)


def _sentences(texts: Iterable[str]) -> str:
    """Join texts, each ended by a full stop."""
    written = [text.strip() for text in dict.fromkeys(texts) if text.strip()]
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in written)


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {gettext('og')} {words[-1]}"
