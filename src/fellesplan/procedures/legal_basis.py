"""Rettsgrunnlaget for en avgjørelse: det bestemmer klagefrist, klageinstans og saksbehandlingsregler.

Forskrift om individuell plan §§ 1 og 11; pasient- og brukerrettighetsloven kapittel 7.
"""

from dataclasses import dataclass
from enum import StrEnum

from fellesplan.kernel.text import Text, t


class Sector(StrEnum):
    """Hvilket regelsett en klage følger."""

    HEALTH = "health"
    SOCIAL = "social"
    NAV = "nav"
    CHILD_WELFARE = "child_welfare"


class LegalBasis(StrEnum):
    """Bestemmelsen som gir retten eller plikten."""

    HOL_7_1 = "hol_7_1"
    PBRL_2_5 = "pbrl_2_5"
    PBRL_2_5B = "pbrl_2_5b"
    PBRL_2_5C = "pbrl_2_5c"
    SPHL_2_5 = "sphl_2_5"
    PHVL_4_1 = "phvl_4_1"
    SOTJL_28 = "sotjl_28"
    SOTJL_33 = "sotjl_33"
    NAVL_15 = "navl_15"
    BVL_15_9 = "bvl_15_9"

    @property
    def sector(self) -> Sector:
        return _SECTORS.get(self, Sector.HEALTH)

    @property
    def paragraph(self) -> str:
        return _PARAGRAPHS[self]


class BodyKind(StrEnum):
    """Slag klageinstans."""

    STATE_ADMINISTRATOR = "state_administrator"
    NEAREST_SUPERIOR = "nearest_superior"


@dataclass(frozen=True, slots=True)
class ComplaintBody:
    """Klageinstans, med navnet den har i brev og stedet det står."""

    kind: BodyKind
    text: Text
    source: str


_SECTORS = {
    LegalBasis.SOTJL_28: Sector.SOCIAL,
    LegalBasis.SOTJL_33: Sector.SOCIAL,
    LegalBasis.NAVL_15: Sector.NAV,
    LegalBasis.BVL_15_9: Sector.CHILD_WELFARE,
}
_PARAGRAPHS = {
    LegalBasis.HOL_7_1: "hol § 7-1",
    LegalBasis.PBRL_2_5: "pbrl § 2-5",
    LegalBasis.PBRL_2_5B: "pbrl § 2-5 b",
    LegalBasis.PBRL_2_5C: "pbrl § 2-5 c",
    LegalBasis.SPHL_2_5: "sphl § 2-5",
    LegalBasis.PHVL_4_1: "phvl § 4-1",
    LegalBasis.SOTJL_28: "sotjl § 28",
    LegalBasis.SOTJL_33: "sotjl § 33",
    LegalBasis.NAVL_15: "navl § 15",
    LegalBasis.BVL_15_9: "bvl § 15-9",
}
COMPLAINT_PARAGRAPHS = {
    Sector.HEALTH: "pbrl § 7-5",
    Sector.SOCIAL: "fvl § 29, jf. IPf § 11",
    Sector.NAV: "fvl § 29, jf. IPf § 11",
    Sector.CHILD_WELFARE: "fvl § 29, jf. bvl § 12-1",
}
_BODY_SOURCES = {
    Sector.HEALTH: "pbrl § 7-2",
    Sector.SOCIAL: "sotjl § 47, jf. IPf § 11",
    Sector.CHILD_WELFARE: "bvl § 12-9",
}


def complaint_body(basis: LegalBasis) -> ComplaintBody:
    """Return who decides a complaint.

    Nav-loven § 15 names nobody: fvl § 28 gives the body that is nearest above the office that decided.
    """
    if basis.sector is Sector.NAV:
        nearest = t("klageinstansen som er nærmest over kontoret som har bestemt")
        return ComplaintBody(BodyKind.NEAREST_SUPERIOR, nearest, "fvl § 28, jf. IPf § 11")
    source = _BODY_SOURCES[basis.sector]
    return ComplaintBody(BodyKind.STATE_ADMINISTRATOR, t("Statsforvalteren"), source)
