"""Who a letter is from, who it is to, and in which language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fellesplan.cases.models import Case
from fellesplan.documents.letters import Language, LawRef, Person, Recipient, Sender, language_of
from fellesplan.people import protection
from fellesplan.people.models import Municipality, Representation
from fellesplan.people.models import Person as PersonRow
from fellesplan.people.policy import HEALTH_MAJORITY, live_on
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.values import Value

SECRECY = LawRef("offl", ("13",))


@dataclass(frozen=True)
class Parties:
    """The recipients of a letter about a person. `others` also get a copy, by name."""

    people: tuple[PersonRow, ...]
    is_subject: bool

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(person.full_name for person in self.people)


def recipients(person: PersonRow, on: date) -> Parties:
    """Return who the letter is to: from 16 the person, before that those with parental responsibility.

    pbrl §§ 3-4 and 4-4. Where nobody is known to act for a child, the letter is to the child by name.
    """
    age = person.age(on)
    if age is not None and age >= HEALTH_MAJORITY:
        return Parties((person,), True)
    rows = person.representations.filter(
        live_on(on), kind__in=_ACT_FOR_A_CHILD, representative__deceased_on__isnull=True
    )
    acting = tuple(row.representative for row in rows.select_related("representative").order_by("id"))
    return Parties(acting, False) if acting else Parties((person,), True)


_ACT_FOR_A_CHILD = (*Representation.PARENTAL, Representation.Kind.GUARDIAN)


def language(parties: Parties, person: PersonRow, municipality: Municipality) -> Language:
    """Return the language of the first recipient, else of the person, else of the municipality."""
    known = [*(reader.language for reader in parties.people), person.language, municipality.language]
    return language_of(next(filter(None, known), "nb"))


def sender(municipality: Municipality, procedure: Procedure, language: str) -> Sender:
    """Return the municipality and its coordinating unit as they stand in a letter."""
    return Sender(
        municipality=f"{municipality.name.removesuffix(' kommune')} kommune",
        unit=named(procedure.value("office_name"), language),
        phone=municipality.phone,
        address=municipality.address,
    )


def named(value: "Value | None", language: str) -> str:
    """Return a name that the procedure gives in three languages."""
    return str(value.get(language, "")) if isinstance(value, Mapping) else ""


def recipient(parties: Parties, person: PersonRow) -> Recipient:
    """Return names and address. A protected address is never printed."""
    return Recipient(
        parties.names, _address(parties, person), parties.is_subject, protected=_hidden(parties, person)
    )


def _hidden(parties: Parties, person: PersonRow) -> bool:
    return any(protection.is_protected(one) for one in (*parties.people, person))


def _address(parties: Parties, person: PersonRow) -> tuple[str, ...]:
    """Return the address, where all who get the letter live at the same: one is not told another's."""
    if _hidden(parties, person):
        return ()
    homes = dict.fromkeys(_home(one) for one in parties.people if one.address)
    if not homes:
        return _home(person) if person.address else ()
    return next(iter(homes)) if len(homes) == 1 else ()


def _home(one: PersonRow) -> tuple[str, ...]:
    return tuple(filter(None, (one.address, f"{one.postal_code} {one.postal_place}".strip())))


def person(row: PersonRow) -> Person:
    """Return the person as the letter names them."""
    return Person(row.first_name, row.full_name, row.birth_date)


def caseworker(case: Case, fallback: str) -> str:
    """Return who handles the case."""
    return case.caseworker.name if case.caseworker else fallback
