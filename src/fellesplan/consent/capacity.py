"""Beslutningskompetanse: den som mangler den, skal få det avgjort skriftlig (pbrl § 4-3 fjerde ledd)."""

from fellesplan.consent.facts import Capacity
from fellesplan.consent.verdicts import because
from fellesplan.kernel.text import t
from fellesplan.procedures.reasons import Reason


def capacity_in_writing(capacity: Capacity) -> tuple[Reason, ...]:
    """Return what is missing when somebody doubts the person's capacity: a reasoned, written decision."""
    if capacity is not Capacity.DOUBTED:
        return ()
    text = t(
        "Mener noen at personen mangler beslutningskompetanse, må det avgjøres skriftlig og "
        "med begrunnelse først."
    )
    return because(text, "pbrl § 4-3 fjerde ledd")
