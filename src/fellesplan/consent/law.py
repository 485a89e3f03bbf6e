"""Samtykkereglene slik loven var en gitt dag."""

from datetime import date

from fellesplan.consent.facts import ConsentLaw
from fellesplan.procedures import law


def consent_law(on: date) -> ConsentLaw:
    """Return the ages, and who consents for a child in care, on a civil day."""
    in_care = law.value("consent.child.in_care", on)
    return ConsentLaw(
        heard=law.number("age.heard", on),
        great_weight=law.number("age.great_weight", on),
        secrecy=law.number("age.withhold_from_parents", on),
        school=law.number("age.school", on),
        own=law.number("age.consent", on),
        adult=law.number("age.adult", on),
        obvious=law.value("consent.capacity.test", on) == "obviously_unable",
        care_home_consents=isinstance(in_care, tuple) and "foster_parents_or_institution" in in_care,
    )


def health_may_look(on: date) -> bool:
    """Return whether health services may look at what another has written unless the person objects."""
    try:
        return law.value("consent.sharing.health_direct_access", on) == "objection"
    except law.NotInForce:
        return False
