"""Rettsgrunnlaget for hver rettighet, og det som følger av det: paragrafer, klagefrist og klageinstans."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation

from fellesplan.cases.models import Right
from fellesplan.documents.letters import LawRef
from fellesplan.procedures import deadlines, law
from fellesplan.procedures.clock_starts import digital_start
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.legal_basis import BodyKind, LegalBasis, Sector, complaint_body
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.references import spelled_out

BASES: dict[str, tuple[LegalBasis, ...]] = {
    Right.PLAN: (
        LegalBasis.PBRL_2_5,
        LegalBasis.SOTJL_28,
        LegalBasis.SOTJL_33,
        LegalBasis.NAVL_15,
        LegalBasis.BVL_15_9,
    ),
    Right.COORDINATOR: (LegalBasis.PBRL_2_5B,),
    Right.CHILD_COORDINATOR: (LegalBasis.PBRL_2_5C,),
}
"""The bases a municipality decides on, the usual one first."""

REFERENCES: dict[LegalBasis, tuple[LawRef, ...]] = {
    LegalBasis.PBRL_2_5: (LawRef("hol", ("7-1",)), LawRef("pbrl", ("2-5",))),
    LegalBasis.PBRL_2_5B: (LawRef("hol", ("7-2",)), LawRef("pbrl", ("2-5 b",))),
    LegalBasis.PBRL_2_5C: (LawRef("hol", ("7-2 a",)), LawRef("pbrl", ("2-5 c",))),
    LegalBasis.SOTJL_28: (LawRef("sotjl", ("28",)),),
    LegalBasis.SOTJL_33: (LawRef("sotjl", ("33",)),),
    LegalBasis.NAVL_15: (LawRef("navl", ("15",)),),
    LegalBasis.BVL_15_9: (LawRef("bvl", ("15-9",)),),
}
_RULE_OF = {
    LegalBasis.SOTJL_28: "right.plan.social",
    LegalBasis.SOTJL_33: "right.plan.qualification",
    LegalBasis.NAVL_15: "right.plan.nav",
    LegalBasis.BVL_15_9: "right.plan.child_welfare",
}
_COMPLAINT = {
    Sector.HEALTH: (LawRef("pbrl", ("7-2", "7-5")),),
    Sector.SOCIAL: (LawRef("fvl", ("28", "29")), LawRef("IPf", ("11",))),
    Sector.NAV: (LawRef("fvl", ("28", "29")), LawRef("IPf", ("11",))),
    Sector.CHILD_WELFARE: (LawRef("bvl", ("12-9",)), LawRef("fvl", ("29",))),
}
_DOCUMENTS = {Sector.HEALTH: LawRef("pbrl", ("5-1",))}
_DOCUMENTS_ELSEWHERE = LawRef("fvl", ("18", "19"))


@dataclass(frozen=True, slots=True)
class Complaint:
    """Klagerett etter ett grunnlag. `body` is the name in the letter's language."""

    body: str
    weeks: int
    deadline: Deadline
    references: tuple[LawRef, ...]


def default_basis(right: str) -> LegalBasis:
    """Return the basis a right usually rests on."""
    return BASES[right][0]


def basis_of(right: str, value: str) -> LegalBasis:
    """Return the basis named by `value`; raises ValueError when the right cannot rest on it."""
    basis = LegalBasis(value)
    if basis not in BASES[right]:
        raise ValueError(f"{right} does not rest on {value}")
    return basis


def paragraphs(basis: LegalBasis) -> str:
    """Return the paragraphs in full: "helse- og omsorgstjenesteloven § 7-1 og pasient- ... § 2-5"."""
    return " og ".join(spelled_out(f"{ref.law} § {ref.sections[0]}") for ref in REFERENCES[basis])


def complaint(basis: LegalBasis, procedure: Procedure, language: str, *, on: date) -> Complaint:
    """Return who decides a complaint, and until when, for a letter made available and notified `on`."""
    weeks = law.number(f"complaint.period.{basis.sector}", on)
    deadline = deadlines.complaint(basis, digital_start(on, on), weeks=weeks)
    body = complaint_body(basis)
    if body.kind is BodyKind.STATE_ADMINISTRATOR:
        name = procedure.municipality.county_governor.in_language(language)
    else:
        with translation.override(language):
            name = body.text.render(translation.gettext)
    return Complaint(name, weeks, deadline, _COMPLAINT[basis.sector])


def documents_reference(basis: LegalBasis) -> LawRef:
    """Return where the right to see the documents stands (fvl kap. IV does not apply on health grounds)."""
    return _DOCUMENTS.get(basis.sector, _DOCUMENTS_ELSEWHERE)


def rule_text(basis: LegalBasis, language: str, *, on: date) -> str:
    """Return what the rule says when it is another than the letter's own words cover; else an empty text."""
    rule = _RULE_OF.get(basis)
    return law.rule(rule, on).wording.in_language(language) if rule else ""
