"""What is coming for some persons, from the rows, in a few queries. The caller has decided access."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from fellesplan.consent.facts import ConsentLaw, Purpose
from fellesplan.consent.gathering import role_of
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import CapacityAssessment, ChildsWish, Consent, ConsentGrant, Withholding
from fellesplan.consent.upcoming import Ahead, Ending, Given, Upcoming, upcoming
from fellesplan.consent.verdicts import Role
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.people.policy import live_on
from fellesplan.procedures import loader

Rows = dict[UUID, list[Any]]
MONTHS = 6
"""How long before a birthday one begins, where the procedure says nothing."""


def warnings(person: Person, on: date) -> tuple[Upcoming, ...]:
    """Return what is coming for one person, the most urgent first."""
    return warnings_for([person], on)[person.pk]


def warnings_for(persons: Iterable[Person], on: date) -> dict[UUID, tuple[Upcoming, ...]]:
    """Return what is coming, by person; five queries. The persons live in one municipality."""
    people = list(persons)
    if not people:
        return {}
    law, ids = consent_law(on), [one.pk for one in people]
    months = loader.load(people[0].municipality.profile, on).number("consent.renewal_months") or MONTHS
    rows = {name: read(ids, on) for name, read in _READ.items()}
    return {one.pk: upcoming(_ahead(one, rows, months, law, on), law, on) for one in people}


def _ahead(person: Person, rows: dict[str, Rows], months: int, law: ConsentLaw, on: date) -> Ahead:
    found = {name: tuple(by_person.get(person.pk, ())) for name, by_person in rows.items()}
    answers = found.pop("given")
    return Ahead(
        birth_date=person.birth_date, months=months,
        given=tuple(_answer(row, role_of(row.capacity, person, law, on)) for row in answers), **found,
    )  # fmt: skip


def _answer(row: Consent, role: Role) -> Given:
    return Given(purpose=Purpose(row.purpose), role=role, valid_to=row.valid_to)


def _given(ids: list[UUID], on: date) -> Rows:
    rows = Consent.objects.filter(
        live_on(on), person__in=ids, answer=Consent.Answer.GIVEN, withdrawn_at__isnull=True
    )
    return _by_person((row.person_id, row) for row in rows.order_by("given_on", "id"))


def _shares(ids: list[UUID], on: date) -> Rows:
    live = ConsentGrant.objects.filter(
        live_on(on), live_on(on, "consent__"), consent__person__in=ids, withdrawn_at__isnull=True,
        consent__withdrawn_at__isnull=True, consent__answer=Consent.Answer.GIVEN,
    ).filter(Q(valid_to__isnull=False) | Q(consent__valid_to__isnull=False))  # fmt: skip
    rows = live.select_related("consent", "unit", "recipient").order_by("id")
    return _by_person((row.consent.person_id, _share(row)) for row in rows)


def _share(row: ConsentGrant) -> Ending:
    name = row.unit.name if row.unit else row.recipient.full_name if row.recipient else ""
    ends = min(day for day in (row.valid_to, row.consent.valid_to) if day)
    return Ending(name=name, last_day=ends)


def _capacity(ids: list[UUID], on: date) -> Rows:
    rows = CapacityAssessment.objects.filter(
        person__in=ids, decided_on__lte=on, valid_to__gte=on, ended_at__isnull=True
    )
    return _by_person((row.person_id, Ending(name=str(row.pk), last_day=row.valid_to)) for row in rows)


def _wishes(ids: list[UUID], on: date) -> Rows:
    rows = ChildsWish.objects.filter(person__in=ids, answered_at__isnull=True)
    return _by_person(
        (row.person_id, Ending(name=str(row.pk), last_day=clock.civil_day(row.wished_at))) for row in rows
    )


def _to_look_at(ids: list[UUID], on: date) -> Rows:
    rows = Withholding.objects.filter(
        live_on(on), person__in=ids, asked_by_child=True, looked_at__isnull=True, ended_at__isnull=True
    )
    return _by_person((row.person_id, Ending(name=str(row.pk), last_day=row.valid_from)) for row in rows)


def _by_person(pairs: Iterable[tuple[UUID, Any]]) -> Rows:
    found: Rows = defaultdict(list)
    for person, thing in pairs:
        found[person].append(thing)
    return found


_READ = {
    "given": _given,
    "shares": _shares,
    "capacity": _capacity,
    "wishes": _wishes,
    "to_look_at": _to_look_at,
}
