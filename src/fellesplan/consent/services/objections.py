"""A no to health personnel seeing the health area, and taking the no back (hpl § 29, pbrl § 5-3)."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, require
from fellesplan.consent.models import Objection
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t
from fellesplan.people.models import Person, Unit


def object_to_health(
    *, actor: Actor, person: Person, unit: Unit | None = None, note: str = "", on_behalf_of: str = ""
) -> Objection:
    """Keep a no to one health service, or to all; it bites at once. Said twice it is kept once.

    Raises InvalidInput for a service that is not a health service: there consent is needed anyway.
    """
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    _may(actor, person)
    if unit is not None and not unit.is_health:
        text = t("Denne tjenesten må ha samtykke for å se noe. Du trenger ikke si nei.")
        raise InvalidInput({"unit": text})
    again = Objection.objects.filter(person=person, unit=unit, withdrawn_on__isnull=True).first()
    if again:
        return again
    row = Objection.objects.create(
        municipality_id=person.municipality_id, person=person, unit=unit, since=clock.today(),
        note=note.strip(), by_name=on_behalf_of.strip() or actor.name,
    )  # fmt: skip
    audit.changed(actor, "objection.start", row, subject=person.pk, fields=["unit"])
    return row


def withdraw_objection(*, actor: Actor, objection: Objection, on_behalf_of: str = "") -> Objection:
    """Take a no back. Twice changes nothing."""
    row = Objection.objects.select_for_update(of=("self",)).select_related("person").get(pk=objection.pk)
    _may(actor, row.person)
    if row.withdrawn_on is None:
        row.withdrawn_on, row.withdrawn_by_name = clock.today(), on_behalf_of.strip() or actor.name
        row.save(update_fields=["withdrawn_on", "withdrawn_by_name"])
        audit.changed(actor, "objection.end", row, subject=row.person_id, fields=["withdrawn_on"])
    return row


def _may(actor: Actor, person: Person) -> None:
    """The person and those who act for the person may always; an employee on their behalf."""
    if not can(actor, "consent.withdraw", person):
        require(actor, "consent.register", person)
