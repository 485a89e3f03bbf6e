"""What consent opens. A withdrawal empties these query-sets, so it bites on the next request."""

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.policy import condition, subject_path
from fellesplan.consent import areas
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.people.policy import live_on

SHAREABLE = (Document.Kind.PLAN, Document.Kind.LETTER, Document.Kind.ATTACHMENT)
COORDINATION = (Consent.Purpose.PLAN, Consent.Purpose.COORDINATOR, Consent.Purpose.CHILD_COORDINATOR)


def live_consents(actor: Actor) -> "QuerySet[Consent]":
    """Return the consents that are given by all who must, within their period and not withdrawn."""
    day = clock.civil_day(actor.at)
    both = Q(waits=False) & (Q(holds_to__isnull=True) | Q(holds_to__gte=day))
    return Consent.objects.filter(
        live_on(day), both, municipality_id=actor.municipality, answer=Consent.Answer.GIVEN,
        withdrawn_at__isnull=True,
    )  # fmt: skip


def live_grants(actor: Actor) -> "QuerySet[ConsentGrant]":
    """Return the live grants to the actor: to a service the actor works for now, or to the actor as a
    person.
    """
    mine = Q(unit_id__in=list(actor.units))
    if actor.person:
        mine |= Q(recipient_id=actor.person)
    day = clock.civil_day(actor.at)
    return ConsentGrant.objects.filter(
        live_on(day), live_on(day, "consent__"), mine, municipality_id=actor.municipality,
        withdrawn_at__isnull=True, consent__withdrawn_at__isnull=True, consent__answer=Consent.Answer.GIVEN,
    )  # fmt: skip


def _covered(actor: Actor, model: type[Model], **area: object) -> Q:
    grants = live_grants(actor).filter(consent__person_id=OuterRef(subject_path(model)), **area)
    return Q(Exists(grants))


@condition("consent_to_coordination")
def _consent_to_coordination(actor: Actor, model: type[Model]) -> Q:
    consents = live_consents(actor).filter(purpose__in=COORDINATION)
    return Q(Exists(consents.filter(person_id=OuterRef(subject_path(model)))))


@condition("shared_with")
def _shared_with(actor: Actor, model: type[Model]) -> Q:
    return _covered(actor, model)


@condition("area_shared_with")
def _area_shared_with(actor: Actor, model: type[Model]) -> Q:
    return _covered(actor, model, area=OuterRef(getattr(model, "AREA", "area")))


@condition("minutes_shared_with")
def _minutes_shared_with(actor: Actor, model: type[Model]) -> Q:
    return _covered(actor, model, area=areas.MINUTES)


@condition("contact_shared_with")
def _contact_shared_with(actor: Actor, model: type[Model]) -> Q:
    return _covered(actor, model, area=areas.CONTACT)


@condition("documents_shared_with", "documents.Document")
def _documents_shared_with(actor: Actor, model: type[Model]) -> Q:
    return _shared_documents(actor, model)


def _shared_documents(actor: Actor, model: type[Model]) -> Q:
    """Minutes follow the area of minutes. Consents and mandates tell of others, and are never shared."""
    minutes = Q(kind=Document.Kind.MINUTES) & _covered(actor, model, area=areas.MINUTES)
    return minutes | Q(kind__in=SHAREABLE) & _covered(actor, model, area=areas.DOCUMENTS)
