"""Name and contact data are put right; an expected child is born."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person
from fellesplan.people.services.locks import keep_history, locked

OPEN_FIELDS = (
    "given_name", "family_name", "birth_date", "phone", "email", "language", "interpreter", "address",
    "postal_code", "postal_place", "gp", "daily_unit",
)  # fmt: skip
"""What can be put right here. Number, protection and death have pages of their own."""


def shown(person: Person) -> dict[str, str]:
    """Return what a page shows now, as texts; sent back on saving, it tells what has changed meanwhile."""
    return {name: _text(getattr(person, name)) for name in OPEN_FIELDS}


def change(*, actor: Actor, person: Person, data: Mapping[str, Any], seen: Mapping[str, str]) -> Person:
    """Put right what differs between `seen` (what the page showed, see `shown`) and `data` (what was sent).

    So two pages open at once do not undo each other. Raises InvalidInput by field, also where somebody else
    has changed the very same field to something else meanwhile.
    """
    row = locked(person)
    require(actor, "person.edit", row)
    mine = {n: value for n, value in data.items() if n in OPEN_FIELDS and seen.get(n) != _text(value)}
    wrong, now = _wrong(mine), shown(row)
    for name, value in mine.items():
        if now[name] not in (seen.get(name), _text(value)):
            wrong[name] = t("Noen har endret dette mens du skrev. Last inn siden på nytt og se hva som står.")
    if wrong:
        raise InvalidInput(wrong)
    changed = [name for name, value in mine.items() if now[name] != _text(value)]
    for name in changed:
        setattr(row, name, mine[name])
    if changed:
        row.save(update_fields=changed)
        audit.changed(actor, "person.edit", row, subject=row.pk, fields=changed)
    return row


def _text(value: Any) -> str:
    if isinstance(value, Model):
        return str(value.pk)
    return "" if value is None else str(value)


def born(*, actor: Actor, person: Person, given_name: str, birth_date: date) -> Person:
    """Let an expected child be born; the case, the consents and all else carry on. Twice is once.

    Raises InvalidInput for a day that has not come, Refused when the child is born with another date.
    """
    row = locked(person)
    require(actor, "person.edit", row)
    if row.birth_date == birth_date and row.given_name == given_name.strip():
        return row
    if not row.is_unborn:
        raise Refused(t("Barnet er alt registrert som født."))
    if birth_date > clock.today():
        raise InvalidInput({"birth_date": t("Skriv dagen barnet ble født. Den kan ikke ligge fram i tid.")})
    row.given_name, row.birth_date = given_name.strip(), birth_date
    row.save(update_fields=["given_name", "birth_date"])
    keep_history(actor, row, "born")
    audit.changed(actor, "person.edit", row, subject=row.pk, fields=["given_name", "birth_date"])
    return row


def _wrong(data: Mapping[str, Any]) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if "family_name" in data and not str(data["family_name"]).strip():
        wrong["family_name"] = t("Skriv etternavnet.")
    if data.get("birth_date") and data["birth_date"] > clock.today():
        wrong["birth_date"] = t("Skriv dagen personen ble født. Den kan ikke ligge fram i tid.")
    return wrong
