"""Whether the child shall be heard before another answers for it (pbrl § 4-4)."""

from datetime import date

from fellesplan.consent.law import consent_law
from fellesplan.web.citizen.room import Room


def ask_child(room: Room, on: date) -> bool:
    """Return whether the reader answers for a child who shall be heard."""
    age, law = room.person.age(on), consent_law(on)
    return not room.is_own and age is not None and law.heard <= age < law.own
