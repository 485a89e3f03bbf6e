"""Svaret på en vurdering: forslaget, grunnene, og kommunens råd med loven ved siden av."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fellesplan.kernel.text import Text
from fellesplan.procedures.criteria import Right
from fellesplan.procedures.reasons import Reason


class Outcome(StrEnum):
    """Forslaget. A person decides; `no` refuses nothing by itself."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Ground(Reason):
    """A reason with its legal status and whether it is met; None: not known or not settled."""

    legal_status: str = "law"
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Advisory:
    """A local or recommended rule, whether it is met, and what the law says about the same."""

    key: str
    text: Text
    source: str
    legal_status: str
    met: bool | None
    law: Text
    law_source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Forslag til svar på om personen har retten."""

    right: Right
    outcome: Outcome
    reasons: tuple[Ground, ...]
    advisories: tuple[Advisory, ...] = ()


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Return False when any is False, None when any is unknown, else True."""
    given = list(answers)
    if False in given:
        return False
    return None if None in given else True


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Return True when any is True, None when any is unknown, else False."""
    given = list(answers)
    if True in given:
        return True
    return None if None in given else False


def outcome_of(met: bool | None) -> Outcome:
    """Return the outcome that an answer amounts to."""
    return {True: Outcome.YES, False: Outcome.NO, None: Outcome.UNCLEAR}[met]
