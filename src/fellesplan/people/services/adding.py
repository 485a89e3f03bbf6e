"""Finding or adding a person, and who acts for one."""

from dataclasses import dataclass
from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people import birth_numbers
from fellesplan.people.happenings import RepresentationChanged
from fellesplan.people.models import Municipality, Person, PersonNumber, Representation
from fellesplan.people.models.person import vault
from fellesplan.people.services import numbers
from fellesplan.people.services.mandates import NO_MANDATE, Mandate


@dataclass(frozen=True, kw_only=True)
class PersonData:
    """What is known about a person when they first appear. Lengths are those of the model."""

    given_name: str
    family_name: str
    birth_date: date | None = None
    due_date: date | None = None
    birth_number: str = ""
    phone: str = ""
    address: str = ""
    postal_code: str = ""
    postal_place: str = ""
    language: str = ""
    interpreter: str = ""
    gp: str = ""


def find_by_number(municipality: Municipality, number: str) -> Person | None:
    """Return the person who has or has had a birth number or d-number, found by its fingerprint."""
    index = vault().fingerprint(birth_numbers.clean(number))
    people = Person.objects.filter(municipality=municipality)
    earlier = PersonNumber.objects.filter(municipality=municipality, index=index).values("person_id")
    return people.filter(number_index=index).first() or people.filter(pk__in=earlier).first()


def find_or_add(*, municipality: Municipality, data: PersonData) -> Person:
    """Return the person with this number as they are kept, or a new one.

    Without a number nobody is taken for somebody else: two children may share name and birthday. What is
    known about a person is never changed by what a message says. Raises InvalidInput for a bad number.
    """
    found = find_by_number(municipality, data.birth_number) if data.birth_number else None
    return found or _add(municipality, data)


def _add(municipality: Municipality, data: PersonData) -> Person:
    person = Person(
        municipality=municipality, given_name=data.given_name, family_name=data.family_name,
        birth_date=data.birth_date, due_date=data.due_date, phone=data.phone, address=data.address,
        postal_code=data.postal_code, postal_place=data.postal_place, language=data.language,
        interpreter=data.interpreter, gp=data.gp,
    )  # fmt: skip
    if data.birth_number:
        numbers.put(person, data.birth_number)
    person.save(force_insert=True)
    return person


def add_representative(
    *,
    actor: Actor,
    person: Person,
    data: PersonData,
    kind: str,
    shared: bool = False,
    scope: str = "",
    evidence: str = "",
    mandate: Mandate = NO_MANDATE,
) -> Representation:
    """Keep who acts for the person, as what and by which proof. The same one twice is kept once.

    `shared`: two parents have parental responsibility together. Raises InvalidInput by field.
    """
    require(actor, "person.edit", person)
    wrong = mandate.wrong(kind, person.age(clock.today()))
    if not data.family_name.strip():
        wrong["name"] = t("Skriv navnet.")
    if wrong:
        raise InvalidInput(wrong)
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    again = person.representations.filter(
        kind=kind, valid_to__isnull=True, representative__given_name=data.given_name,
        representative__family_name=data.family_name,
    ).first()  # fmt: skip
    if again:
        return again
    who = find_or_add(municipality=person.municipality, data=data)
    row = Representation.objects.create(
        municipality_id=person.municipality_id, person=person, representative=who, kind=kind, shared=shared,
        scope=scope, evidence=evidence, valid_from=clock.today(), matters=list(mandate.matters),
        deprived=mandate.deprived, care=mandate.care, valid_to=mandate.valid_to,
    )  # fmt: skip
    audit.changed(actor, "person.edit", row, subject=person.id, fields=["representative", "kind"])
    announce(RepresentationChanged(actor, person=person))
    return row


def split_name(name: str) -> tuple[str, str]:
    """Return given and family name: the last word is the family name."""
    given, _, family = name.strip().rpartition(" ")
    return given.strip(), family
