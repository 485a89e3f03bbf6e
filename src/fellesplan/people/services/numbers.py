"""A person gets a number, or another one: the earlier is kept, so that the person is found by either."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t
from fellesplan.people import birth_numbers
from fellesplan.people.models import Person, PersonNumber
from fellesplan.people.models.person import vault
from fellesplan.people.services.locks import keep_history, locked

_FIELDS = ("number_kind", "number_encrypted", "number_index", "synthetic", "birth_date")


class NumberTaken(Refused):
    """Somebody else is kept with this number: perhaps the same human twice. `other` is who."""

    def __init__(self, other: Person) -> None:
        super().__init__(
            t("Nummeret er alt registrert på en annen. Er det samme person, kan dere slå dem sammen.")
        )
        self.other = other


def put(person: Person, text: str) -> None:
    """Set the number of a person in memory. Raises InvalidInput when it is none."""
    try:
        number = birth_numbers.parse(text, on=clock.today())
    except birth_numbers.BadBirthNumber as error:
        raise InvalidInput({"birth_number": error.text}) from None
    is_d = number.kind is birth_numbers.NumberKind.D_NUMBER
    person.number_kind = Person.NumberKind.D if is_d else Person.NumberKind.BIRTH
    person.number_encrypted = vault().encrypt(number.value)
    person.number_index = vault().fingerprint(number.value)
    person.synthetic = number.synthetic
    person.birth_date = person.birth_date or number.birth_date


def set_number(*, actor: Actor, person: Person, number: str) -> Person:
    """Give the person a number, in place of the one they had. The same number again changes nothing.

    An earlier number stays as one the person is found by. Raises InvalidInput for a bad number or a d-number
    for one who has a fødselsnummer, NumberTaken when another person has it.
    """
    row = locked(person)
    require(actor, "person.edit", row)
    before = (row.number_kind, row.number_encrypted, row.number_index)
    put(row, number)
    if row.number_index == (bytes(before[2]) if before[2] else None):
        return row
    if before[0] == Person.NumberKind.BIRTH and row.number_kind == Person.NumberKind.D:
        raise InvalidInput({"birth_number": t("Personen har fødselsnummer. Det går foran d-nummeret.")})
    _free(row)
    if before[0] != Person.NumberKind.NONE:
        PersonNumber.objects.create(
            municipality_id=row.municipality_id, person=row, kind=before[0], encrypted=before[1],
            index=before[2],
        )  # fmt: skip
    row.save(update_fields=_FIELDS)
    keep_history(actor, row, "numbered", row.number_kind)
    audit.changed(actor, "person.edit", row, subject=row.pk, fields=["number"])
    return row


def _free(person: Person) -> None:
    """Raise NumberTaken if anybody else has or has had the number; take back one the person has had."""
    others = Person.objects.filter(municipality_id=person.municipality_id).exclude(pk=person.pk)
    if other := others.filter(number_index=person.number_index).first():
        raise NumberTaken(other)
    earlier = PersonNumber.objects.filter(
        municipality_id=person.municipality_id, index=person.number_index
    ).select_related("person")
    if (found := earlier.first()) and found.person_id != person.pk:
        raise NumberTaken(found.person)
    earlier.delete()
