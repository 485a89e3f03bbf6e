"""How to reach the person whose plan it is: only for those it is shared with."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.access.written import ask
from fellesplan.people import protection
from fellesplan.people.models import Person

_COLUMNS = ("phone", "email", "address", "postal_code", "postal_place", "protection")


class Contact(NamedTuple):
    """Phone, e-mail and address; empty where there is none. A protected address is never here."""

    phone: str
    email: str
    address: str


def contact_of(actor: Actor, person: UUID) -> Contact | None:
    """Return how to reach the person, or None when it is not for this actor; one query."""
    found = ask(_contact, actor, person)
    if not found:
        return None
    shown = protection.contact(Person(**dict(zip(_COLUMNS, found[0], strict=True))))
    return Contact(shown.phone, shown.email, ", ".join(shown.address))


def _contact(actor: Actor, person: UUID) -> "QuerySet[Any, Any]":
    rows = visible(actor, "person.contact", Person).filter(pk=person)
    return rows.values_list(*_COLUMNS)
