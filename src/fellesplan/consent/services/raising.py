"""What is coming is told once, to whoever listens: the case finds its next step by it."""

from collections.abc import Sequence
from datetime import date

from fellesplan.access.actor import system
from fellesplan.consent.happenings import ConsentWarned
from fellesplan.consent.models import ConsentWarning
from fellesplan.consent.upcoming import Upcoming
from fellesplan.consent.warnings import warnings_for
from fellesplan.kernel import clock
from fellesplan.kernel.events import announce
from fellesplan.people.models import Person


def raise_coming(people: Sequence[Person], today: date) -> int:
    """Raise what is coming and has not been raised before; returns how many warnings that was."""
    found = warnings_for(people, today)
    return sum(_raise(person, one) for person in people for one in found[person.pk])


def _raise(person: Person, one: Upcoming) -> int:
    _row, is_new = ConsentWarning.objects.get_or_create(
        municipality_id=person.municipality_id, person=person, kind=one.kind, about=one.about, due=one.due,
        defaults={"raised_at": clock.now()},
    )  # fmt: skip
    if is_new:
        announce(ConsentWarned(system(person.municipality_id), person=person, kind=one.kind, due=one.due))
    return int(is_new)
