"""The daily round: what is coming is raised once, and answers two must give are brought up to date.

Safe to run as often as one likes: what has been raised is kept, and nothing is raised twice.
"""

from datetime import date
from uuid import UUID

from fellesplan.access.tenancy import working_in
from fellesplan.consent.models import Consent
from fellesplan.consent.services.raising import raise_coming
from fellesplan.consent.services.settling import settle_all
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality, Person

AT_ONCE = 200


def daily() -> int:
    """Do the round in every municipality; returns how many warnings were raised."""
    municipalities = list(Municipality.objects.order_by("slug"))
    return sum(_round(municipality, clock.today()) for municipality in municipalities)


def _round(municipality: Municipality, today: date) -> int:
    with working_in(municipality.pk):
        ids = list(
            Person.objects.filter(municipality=municipality, deceased_on__isnull=True, consents__isnull=False)
            .distinct()
            .values_list("pk", flat=True)
        )
    parts = [ids[n : n + AT_ONCE] for n in range(0, len(ids), AT_ONCE)]
    return sum(_part(municipality, part, today) for part in parts)


def _part(municipality: Municipality, ids: list[UUID], today: date) -> int:
    with working_in(municipality.pk):
        people = list(Person.objects.filter(pk__in=ids).select_related("municipality"))
        _settle(people, today)
        return raise_coming(people, today)


def _settle(people: list[Person], today: date) -> None:
    """Only those whose answers can wait for another: given by one parent of two."""
    alone = Consent.objects.filter(
        person__in=people, capacity=Consent.Capacity.ONE_PARENT, answer=Consent.Answer.GIVEN,
        withdrawn_at__isnull=True,
    )  # fmt: skip
    waiting = set(alone.values_list("person_id", flat=True))
    for person in people:
        if person.pk in waiting:
            settle_all(person, today)
