"""Who may be the same human as one who is about to be registered. Only suggestions: somebody decides."""

from datetime import date

from django.db.models import Q

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, visible
from fellesplan.people import birth_numbers
from fellesplan.people.models import Person, PersonNumber
from fellesplan.people.models.person import vault

MOST = 5


def similar(
    actor: Actor,
    *,
    given_name: str = "",
    family_name: str = "",
    birth_number: str = "",
    born: date | None = None,
) -> list[Person]:
    """Return those the actor may see with this birth number; else those of this name born that day.

    One who is known by another number is somebody else. What is shown is logged.
    """
    rows = visible(actor, "person.read", Person).filter(merged_into__isnull=True).order_by("id")
    found = list(rows.filter(_by_number(actor, birth_number))[:MOST]) if birth_number else []
    if not found and born and given_name.strip() and family_name.strip():
        same = rows.filter(
            given_name__iexact=given_name.strip(), family_name__iexact=family_name.strip(), birth_date=born
        )
        if birth_number:
            same = same.filter(number_kind=Person.NumberKind.NONE)
        found = list(same[:MOST])
    for person in found:
        audit.read(
            actor, "person.read", person, ground=ground(actor, "person.read", person), subject=person.pk,
            information=("name",),
        )  # fmt: skip
    return found


def _by_number(actor: Actor, number: str) -> Q:
    index = vault().fingerprint(birth_numbers.clean(number))
    earlier = PersonNumber.objects.filter(municipality=actor.municipality, index=index)
    return Q(number_index=index) | Q(pk__in=earlier.values("person_id"))
