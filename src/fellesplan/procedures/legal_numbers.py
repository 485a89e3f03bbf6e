"""Tallene som fristene bygger på, hentet fra loven slik den var en gitt dag."""

from datetime import date

from fellesplan.procedures import law
from fellesplan.procedures.legal_basis import LegalBasis


def complaint_weeks(basis: LegalBasis, on: date) -> int:
    """Return the complaint period in weeks (pbrl § 7-5: four; fvl § 29: three)."""
    return law.number(f"complaint.period.{basis.sector}", on)


def latest_complaint_years(on: date) -> int:
    """Return how many years after the decision a late complaint can be taken up (fvl § 31 tredje ledd)."""
    return law.number("complaint.latest", on)


def preliminary_reply_months(on: date) -> int:
    """Return the outer limit for a preliminary reply in months (fvl § 11 a tredje ledd)."""
    return law.number("casework.preliminary_reply", on)


def second_notice_weeks(on: date) -> int:
    """Return how many weeks a digital letter lies unopened before the second notice (eFvf § 8 femte ledd)."""
    return law.number("casework.second_notice", on)
