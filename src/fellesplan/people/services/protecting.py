"""Adressesperre is set and lifted, with effect on the next request: all ask `people.protection`."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t
from fellesplan.people.models import Person
from fellesplan.people.services.locks import keep_history, locked


def protect(*, actor: Actor, person: Person, level: str, reason: str) -> Person:
    """Set how protected the address is (a value of `Person.Protection`), with the reason. Twice is once.

    Raises InvalidInput for an unknown level or without a reason.
    """
    row = locked(person)
    require(actor, "person.protect", row)
    if level not in Person.Protection.values:
        raise InvalidInput({"level": t("Velg hvordan adressen er skjermet.")})
    if row.protection == level:
        return row
    if not reason.strip():
        raise InvalidInput({"reason": t("Skriv hvorfor, for eksempel hvor dere har det fra.")})
    row.protection = level
    row.save(update_fields=["protection"])
    keep_history(actor, row, "protected", level, reason.strip())
    audit.changed(actor, "person.protect", row, subject=row.pk, fields=["protection"])
    return row
