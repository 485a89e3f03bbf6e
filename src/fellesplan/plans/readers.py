"""Who can read what is written in an area of a person's plan: so that a minor who writes is told."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q

from fellesplan.consent import areas
from fellesplan.consent.law import health_may_look
from fellesplan.consent.models import Consent, ConsentGrant, Objection, Withholding
from fellesplan.consent.queries import acting, shares_for
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.policy import held_on
from fellesplan.people.models import Person
from fellesplan.people.policy import live_on
from fellesplan.plans import states
from fellesplan.plans.models import Participant

Closed = frozenset[UUID | None] | None


def readers_of(person: Person, area: str | None, on: date) -> tuple[str, ...]:
    """Return by name who can read it on a day. Without an area: what all who are let in read."""
    names = [*_family(person, area, on), *_coordinators(person, on), *_participants(person, area, on)]
    return tuple(dict.fromkeys(names))


def _family(person: Person, area: str | None, on: date) -> list[str]:
    kept = Withholding.objects.filter(live_on(on), person=person, ended_at__isnull=True)
    rows = list(kept.filter(Q(area=areas.EVERYTHING) | Q(area=area or areas.EVERYTHING)))
    from_all = any(row.representative_id is None for row in rows)
    whom = {row.representative_id for row in rows}
    acts = [] if from_all else [row.representative for row in acting(person, on)]
    return [one.full_name for one in acts if one.pk not in whom]


def _coordinators(person: Person, on: date) -> list[str]:
    rows = Appointment.objects.filter(held_on(on), person=person).select_related("employee")
    return [row.employee.name for row in rows.order_by("valid_from", "id")]


def _participants(person: Person, area: str | None, on: date) -> list[str]:
    live = Participant.objects.filter(live_on(on), plan__person=person, ended_at__isnull=True)
    rows = live.exclude(plan__state=states.ENDED).select_related("employee", "unit", "private_person")
    shares = {share.unit or share.recipient: share.areas for share in shares_for(person, on)}
    by_law = _sees_health(person, on) if area in (None, areas.HEALTH) else None
    return [row.name for row in rows.order_by("valid_from", "id") if _reads(row, area, shares, by_law)]


def _reads(
    row: Participant, area: str | None, shares: Mapping[UUID | None, tuple[str, ...]], closed: Closed
) -> bool:
    opened = shares.get(row.unit_id or row.private_person_id, ())
    if opened and (area is None or area in opened):
        return True
    return bool(closed is not None and row.unit and row.unit.is_health and row.unit_id not in closed)


def _sees_health(person: Person, on: date) -> Closed:
    """Return the services that do not see the health area by law alone; None when no service does."""
    refused = Consent.objects.filter(
        person=person, purpose=Consent.Purpose.SHARING, answer=Consent.Answer.REFUSED
    )
    objections = set(
        Objection.objects.filter(person=person, withdrawn_on__isnull=True).values_list("unit_id", flat=True)
    )
    if not health_may_look(on) or None in objections or refused.exists():
        return None
    answered = ConsentGrant.objects.filter(consent__person=person).values_list("unit_id", flat=True)
    return frozenset(objections | set(answered))
