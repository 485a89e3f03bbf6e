"""What decides who may consent for each of many persons on a day: a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from fellesplan.consent import areas
from fellesplan.consent.capacity import CapacityDecision
from fellesplan.consent.facts import ConsentLaw
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import CapacityAssessment, Consent, Withholding
from fellesplan.kernel import clock
from fellesplan.people.models import Person, Representation
from fellesplan.people.policy import live_on

OWN = (Consent.Capacity.SELF, Consent.Capacity.SELF_IMPLIED)


@dataclass(frozen=True)
class Circumstances:
    """`secret`: everything is kept from the parents. `against`: purposes the person itself has said no to."""

    representations: tuple[Representation, ...] = ()
    capacity: tuple[CapacityDecision, ...] = ()
    secret: bool = False
    against: frozenset[str] = frozenset()


def circumstances(person: Person, on: date) -> Circumstances:
    """Return what decides for one person."""
    return circumstances_of([person], on)[person.pk]


def circumstances_of(persons: Iterable[Person], on: date) -> dict[UUID, Circumstances]:
    """Return what decides, by person; one query for children, one or two more when somebody is 16."""
    people, law = list(persons), consent_law(on)
    representations = _representations([one.pk for one in people], on)
    children = {one.pk for one in people if _is_child(one, law, on)}
    decisions = _decisions([one.pk for one in people if one.pk not in children], on)
    secret = {id for id in children if any(row.is_secret for row in representations.get(id, ()))}
    against = _against(list(decisions), on)
    return {
        one.pk: Circumstances(
            tuple(representations.get(one.pk, ())), tuple(decisions.get(one.pk, ())), one.pk in secret,
            frozenset(against.get(one.pk, ())),
        )
        for one in people
    }  # fmt: skip


def _is_child(person: Person, law: ConsentLaw, on: date) -> bool:
    age = person.age(on)
    return age is None or age < law.own


def _representations(ids: list[UUID], on: date) -> dict[UUID, list[Any]]:
    found = defaultdict(list)
    rows = Representation.objects.filter(live_on(on), person__in=ids).select_related("representative")
    for row in rows.annotate(is_secret=_kept_from_all(on)).order_by("valid_from", "id"):
        found[row.person_id].append(row)
    return found


def _decisions(ids: list[UUID], on: date) -> dict[UUID, list[CapacityDecision]]:
    found: dict[UUID, list[CapacityDecision]] = defaultdict(list)
    if ids:
        for row in CapacityAssessment.objects.filter(person__in=ids, decided_on__lte=on, valid_to__gte=on):
            found[row.person_id].append(decision(row))
    return found


def decision(row: CapacityAssessment) -> CapacityDecision:
    """Return the row as the rules take it."""
    return CapacityDecision(
        covers=frozenset(row.covers), decided_on=row.decided_on, valid_to=row.valid_to,
        reasoned=bool(row.reason.strip()), ended_on=clock.civil_day(row.ended_at) if row.ended_at else None,
    )  # fmt: skip


def _kept_from_all(on: date) -> Exists:
    """Whether everything about the person is kept from all the parents; asked along with who they are."""
    rows = Withholding.objects.filter(
        live_on(on), person=OuterRef("person_id"), area=areas.EVERYTHING, representative__isnull=True,
        ended_at__isnull=True,
    )  # fmt: skip
    return Exists(rows)


def _against(ids: list[UUID], on: date) -> dict[UUID, set[str]]:
    """Return what those without capacity have last said no to themselves."""
    found: dict[UUID, set[str]] = defaultdict(set)
    if ids:
        rows = Consent.objects.filter(person__in=ids, given_on__lte=on, capacity__in=OWN)
        for row in rows.order_by("given_on", "id"):
            change = found[row.person_id].add if _says_no(row) else found[row.person_id].discard
            change(row.purpose)
    return found


def _says_no(row: Consent) -> bool:
    return row.answer == Consent.Answer.REFUSED and row.withdrawn_at is None
