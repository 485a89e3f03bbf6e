"""Hva natten varsler om i en sak: frister som nærmer seg, er over, eller som gjør at saken kan gå videre."""

from dataclasses import dataclass
from datetime import date

from fellesplan.cases.rules.facts import CaseFacts
from fellesplan.cases.rules.next_step import PRELIMINARY_AHEAD
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel.text import Text, t

PRELIMINARY_SOON = "preliminary_soon"
PRELIMINARY_OVER = "preliminary_over"
PROMISE_OVER = "promise_over"
COMPLAINT_OVER = "complaint_over"
SECOND_NOTICE = "second_notice"
TEXTS: dict[str, Text] = {
    PRELIMINARY_SOON: t("Foreløpig svar forfaller snart"),
    PRELIMINARY_OVER: t("Foreløpig svar er over fristen"),
    PROMISE_OVER: t("Kommunens egen svarfrist er ute"),
    COMPLAINT_OVER: t("Klagefristen er ute, saken kan gå videre"),
    SECOND_NOTICE: t("Brevet er ikke åpnet på en uke"),
}
_NO = frozenset({ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Raised:
    """One thing to raise: its kind, and the day it was or is due. `about` tells things of a kind apart."""

    kind: str
    due: date
    about: str = ""


def raised(facts: CaseFacts, on: date) -> tuple[Raised, ...]:
    """Return what holds in a case on a day: nothing when it is closed or the person has died."""
    if facts.closed or facts.deceased:
        return ()
    found = (_preliminary(facts, on), _promise(facts, on), _complaint(facts, on))
    return tuple(one for one in found if one)


def _preliminary(facts: CaseFacts, on: date) -> Raised | None:
    due = facts.preliminary_due
    if due is None or facts.preliminary_sent_on or facts.is_decided or facts.consent in _NO:
        return None
    if on > due:
        return Raised(PRELIMINARY_OVER, due)
    return Raised(PRELIMINARY_SOON, due) if on >= due - PRELIMINARY_AHEAD else None


def _promise(facts: CaseFacts, on: date) -> Raised | None:
    """The promise is an answer: kept when the letter is sent, void when the person does not want it."""
    due = facts.promise_due
    if due is None or on <= due or facts.letter_sent_on or facts.consent in _NO:
        return None
    return Raised(PROMISE_OVER, due)


def _complaint(facts: CaseFacts, on: date) -> Raised | None:
    """Where nothing is granted, the case has waited for this; elsewhere the work goes on all the while."""
    due = facts.complaint_due
    waits = facts.is_decided and facts.letter_sent_on and not facts.granted
    complained = facts.complaint_open or facts.complaint_step or facts.complaint_waits
    return Raised(COMPLAINT_OVER, due) if waits and not complained and due and on > due else None
