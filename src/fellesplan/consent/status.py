"""Status for samtykke, utledet av svarene som er gitt: aldri skrevet inn for hånd.

Forskrift om individuell plan §§ 5 og 9; pbrl § 4-1 andre ledd (kan trekkes når som helst).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.kernel.text import Text, t


class Answer(StrEnum):
    """Svaret."""

    GIVEN = "given"
    REFUSED = "refused"


class ConsentForm(StrEnum):
    """Hvordan svaret ble gitt, svakeste bevis først."""

    ORAL = "oral"
    WRITTEN = "written"
    DIGITAL = "digital"


class ConsentStatus(StrEnum):
    """Hvor samtykket står."""

    NOT_OBTAINED = "not_obtained"
    ORAL = "oral"
    WRITTEN = "written"
    DIGITAL = "digital"
    LIMITED = "limited"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    TO_RENEW = "to_renew"

    @property
    def text(self) -> Text:
        return _TEXTS[self]

    @property
    def is_live(self) -> bool:
        """Whether work can go on."""
        return self in _LIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFact:
    """One answer for one purpose. Civil days; `valid_to` is the last day it holds.

    `giver` tells people apart, nothing more. `renew_from`: the day from which somebody else must answer,
    such as the birthday when the youth decides.
    """

    giver: str
    answer: Answer
    form: ConsentForm
    given_on: date
    valid_from: date | None = None
    valid_to: date | None = None
    withdrawn_on: date | None = None
    renew_from: date | None = None
    limited: bool = False


def status(facts: Iterable[ConsentFact], on: date, *, need: int = 1) -> ConsentStatus:
    """Return the status of one purpose on a civil day; `need` is how many givers must have said yes.

    The latest answer of each giver counts. The status of enough live answers is the weakest of them.
    """
    answers = _latest(facts, on)
    states = [_one(fact, on) for fact in answers]
    live = sorted((state for state in states if state.is_live), key=_LIVE.index)
    if len(live) >= need:
        return live[0]
    return min((state for state in states if not state.is_live), key=_DEAD.index, default=_DEAD[-1])


def is_live(facts: Iterable[ConsentFact], on: date, *, need: int = 1) -> bool:
    """Return whether enough consent holds on a civil day. A withdrawal bites the same day."""
    return status(facts, on, need=need).is_live


def disagreement(facts: Iterable[ConsentFact], on: date) -> bool:
    """Return whether one giver says yes while another has refused or withdrawn: a person must look at it."""
    states = {_one(fact, on) for fact in _latest(facts, on)}
    says_no = {ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN}
    return any(state.is_live for state in states) and not states.isdisjoint(says_no)


def _latest(facts: Iterable[ConsentFact], on: date) -> list[ConsentFact]:
    by_giver: dict[str, ConsentFact] = {}
    for fact in sorted(facts, key=lambda fact: fact.given_on):
        if fact.given_on <= on:
            by_giver[fact.giver] = fact
    return list(by_giver.values())


def _one(fact: ConsentFact, on: date) -> ConsentStatus:
    if fact.answer is Answer.REFUSED:
        return ConsentStatus.REFUSED
    if fact.withdrawn_on is not None and fact.withdrawn_on <= on:
        return ConsentStatus.WITHDRAWN
    if fact.renew_from is not None and fact.renew_from <= on:
        return ConsentStatus.TO_RENEW
    if fact.valid_to is not None and fact.valid_to < on:
        return ConsentStatus.EXPIRED
    if fact.valid_from is not None and fact.valid_from > on:
        return ConsentStatus.NOT_OBTAINED
    return ConsentStatus.LIMITED if fact.limited else ConsentStatus(fact.form.value)


_LIVE = [ConsentStatus.LIMITED, ConsentStatus.ORAL, ConsentStatus.WRITTEN, ConsentStatus.DIGITAL]
_DEAD = [
    ConsentStatus.WITHDRAWN,
    ConsentStatus.REFUSED,
    ConsentStatus.TO_RENEW,
    ConsentStatus.EXPIRED,
    ConsentStatus.NOT_OBTAINED,
]
_TEXTS = {
    ConsentStatus.NOT_OBTAINED: t("Ikke spurt om ennå"),
    ConsentStatus.ORAL: t("Gitt muntlig"),
    ConsentStatus.WRITTEN: t("Gitt skriftlig"),
    ConsentStatus.DIGITAL: t("Gitt digitalt"),
    ConsentStatus.LIMITED: t("Begrenset"),
    ConsentStatus.REFUSED: t("Avslått"),
    ConsentStatus.WITHDRAWN: t("Trukket"),
    ConsentStatus.EXPIRED: t("Gått ut"),
    ConsentStatus.TO_RENEW: t("Må fornyes"),
}
