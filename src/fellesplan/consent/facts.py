"""Fakta om en person som bestemmer hvem som kan samtykke. Rene verdier, uten identitet."""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """Hva det samtykkes til. Samtykke til plan og samtykke til deling er to ulike ting."""

    PLAN = "plan"
    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"
    SHARING = "sharing"


class Capacity(StrEnum):
    """Beslutningskompetanse (pbrl § 4-3 andre til fjerde ledd).

    LACKING means decided, reasoned and in writing; DOUBTED that somebody believes so, but nothing is written.
    """

    PRESUMED = "presumed"
    DOUBTED = "doubted"
    LACKING = "lacking"


class Parents(StrEnum):
    """Foreldreansvar, slik Folkeregisteret viser det."""

    JOINT = "joint"
    ALONE = "alone"
    OTHERS = "others"
    NONE = "none"
    UNKNOWN = "unknown"


class Care(StrEnum):
    """Barnevernets vedtak om omsorgen (bvl §§ 4-2, 4-3 og 5-1)."""

    NONE = "none"
    EMERGENCY = "emergency_4_2"
    NO_MOVE = "no_move_4_3"
    CARE_ORDER = "care_order_5_1"


class Guardian(StrEnum):
    """Vergemål for en voksen: bare et mandat som dekker dette, gjelder her (vgml §§ 21, 22 og 32)."""

    NONE = "none"
    OTHER_MATTERS = "other_matters"
    UNKNOWN = "unknown"
    COVERS_THIS = "covers_this"
    DEPRIVED = "deprived_in_personal_matters"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Facts on one civil day. `age` in completed years; None is a child that is expected.

    `wants_secrecy`: the child does not want the parents to know, for reasons to be respected, or weighty
    considerations speak against telling them (pbrl § 3-4 andre og tredje ledd).
    """

    age: int | None
    purpose: Purpose
    capacity: Capacity = Capacity.PRESUMED
    parents: Parents = Parents.UNKNOWN
    care: Care = Care.NONE
    guardian: Guardian = Guardian.NONE
    future_mandate: bool = False
    next_of_kin: bool = False
    written_mandate: bool = False
    wants_secrecy: bool = False
    objects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLaw:
    """The numbers of the law on one day: ages in years, and whether foster homes consent (from 2026).

    `obvious`: lack of capacity had to be obvious, as until 31 May 2026.
    """

    heard: int
    great_weight: int
    secrecy: int
    school: int
    own: int
    adult: int
    care_home_consents: bool
    obvious: bool = False
