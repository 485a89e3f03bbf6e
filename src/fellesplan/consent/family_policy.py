"""What parents see: less than the child when something is kept from them, and little from 16 on (pbrl § 3-4).

What a youth shares with a parent goes to the parent as a person, never to the service the parent works for.
"""

from dataclasses import replace
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.policy import condition, subject_path
from fellesplan.consent import areas
from fellesplan.consent.models import Consent, Withholding
from fellesplan.consent.policy import SHAREABLE, live_grants
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.people.policy import live_on

_BY_AREA = frozenset({"plans.AreaNote", "plans.Goal", "plans.Measure"})
_KEPT_AS = {
    "meetings.Meeting": areas.MINUTES,
    "meetings.Task": areas.MINUTES,
    "documents.Document": areas.DOCUMENTS,
    "cases.Letter": areas.DOCUMENTS,
}


def live_withholdings(actor: Actor) -> "QuerySet[Withholding]":
    """Return what is kept from the actor now."""
    from_me = Q(representative__isnull=True) | Q(representative_id=actor.person)
    return Withholding.objects.filter(
        live_on(clock.civil_day(actor.at)), from_me, municipality_id=actor.municipality, ended_at__isnull=True
    )


@condition("not_withheld")
def _not_withheld(actor: Actor, model: type[Model]) -> Q:
    area = Q(area=areas.EVERYTHING)
    if own := _area_of(model):
        area |= Q(area=own)
    kept = live_withholdings(actor).filter(area, person_id=OuterRef(subject_path(model)))
    if model._meta.label != "documents.Document":
        return ~Q(Exists(kept))
    minutes = live_withholdings(actor).filter(area=areas.MINUTES, person_id=OuterRef("person_id"))
    return ~Q(Exists(kept)) & (~Q(kind=Document.Kind.MINUTES) | ~Q(Exists(minutes)))


def _area_of(model: type[Model]) -> Any:
    label = model._meta.label
    if label in _BY_AREA:
        return OuterRef(getattr(model, "AREA", "area"))
    return areas.MESSAGES if label.startswith("messages.") else _KEPT_AS.get(label)


def _given(actor: Actor, model: type[Model], **area: object) -> Q:
    """Return the rows that somebody has shared with the actor as a person."""
    private = replace(actor, units=frozenset())
    grants = live_grants(private).filter(consent__person_id=OuterRef(subject_path(model)), **area)
    return Q(Exists(grants)) if actor.person else Q(pk__in=[])


@condition("given_to_me")
def _given_to_me(actor: Actor, model: type[Model]) -> Q:
    return _given(actor, model)


@condition("area_given_to_me")
def _area_given_to_me(actor: Actor, model: type[Model]) -> Q:
    return _given(actor, model, area=OuterRef(getattr(model, "AREA", "area")))


@condition("minutes_given_to_me")
def _minutes_given_to_me(actor: Actor, model: type[Model]) -> Q:
    return _given(actor, model, area=areas.MINUTES)


@condition("documents_given_to_me", "documents.Document")
def _documents_given_to_me(actor: Actor, model: type[Model]) -> Q:
    minutes = Q(kind=Document.Kind.MINUTES) & _given(actor, model, area=areas.MINUTES)
    return minutes | Q(kind__in=SHAREABLE) & _given(actor, model, area=areas.DOCUMENTS)


@condition("own_family_wish", "consent.Consent")
def _own_family_wish(actor: Actor, model: type[Model]) -> Q:
    """What the parents have answered about barnekoordinator stays theirs until 18 (hol § 7-2 a)."""
    together = Q(given_by__isnull=True, capacity=Consent.Capacity.BOTH_PARENTS)
    return Q(purpose=Consent.Purpose.CHILD_COORDINATOR) & (Q(given_by_id=actor.person) | together)


@condition("child_coordinator", "coordinators.Appointment")
def _child_coordinator(actor: Actor, model: type[Model]) -> Q:
    return Q(kind=Consent.Purpose.CHILD_COORDINATOR)
