"""Finding the person somebody needs emergency access to: by birth number, or by the number of a case."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.models import Case
from fellesplan.people import emergency
from fellesplan.people.models import Municipality, Person
from fellesplan.people.services import find_by_number


def person_for(
    *, actor: Actor, tenant: Municipality, number: str = "", case_number: str = ""
) -> Person | None:
    """Return the person, and log that the name was shown; None when nobody is found."""
    require(actor, emergency.OPEN, tenant)
    found = find_by_number(tenant, number) if number else _of_case(tenant, case_number)
    if found:
        emergency.look_up(actor=actor, tenant=tenant, person=found)
    return found


def _of_case(tenant: Municipality, number: str) -> Person | None:
    row = Case.objects.filter(municipality=tenant, number=number.strip()).select_related("person").first()
    return row.person if row else None
