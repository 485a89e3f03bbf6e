"""How far a referral has come, in steps that may be shown to whoever holds the reference."""

from enum import StrEnum

from fellesplan.cases import states

_DONE = frozenset({states.DECIDED, states.APPOINTING, states.ACTIVE, states.CLOSED})


class Stage(StrEnum):
    """Trinnene, i rekkefølge."""

    RECEIVED = "received"
    CONSENT = "consent"
    ASSESSMENT = "assessment"
    DONE = "done"


def stage(state: str, *, opened_case: bool, decided_since: bool) -> Stage:
    """Return how far the referral has come.

    A referral that came into a case that was open already is received until something is decided after
    it: how far the older case had come would tell that there was one (hpl. § 21, fvl. § 13).
    """
    if decided_since:
        return Stage.DONE
    if not opened_case or state == states.RECEIVED:
        return Stage.RECEIVED
    if state == states.CONSENT_MISSING:
        return Stage.CONSENT
    return Stage.DONE if state in _DONE else Stage.ASSESSMENT
