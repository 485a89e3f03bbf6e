"""Health personnel see the health area unless the person objects (hpl §§ 25 and 29, from 1 July 2026).

Only from the day the law lets services look directly, and only where the person has not said anything else:
whoever has answered about a service has decided what it sees, also when the answer has ended.
"""

from django.db.models import Exists, Model, OuterRef, Q

from fellesplan.access.actor import Actor
from fellesplan.access.policy import condition, subject_path
from fellesplan.consent import areas
from fellesplan.consent.law import health_may_look
from fellesplan.consent.models import Consent, ConsentGrant, Objection
from fellesplan.kernel import clock


@condition("health_open")
def _health_open(actor: Actor, model: type[Model]) -> Q:
    day = clock.civil_day(actor.at)
    if not health_may_look(day) or not actor.units:
        return Q(pk__in=[])
    person, mine = OuterRef(subject_path(model)), Q(unit_id__in=list(actor.units))
    objects = Objection.objects.filter(
        mine | Q(unit__isnull=True), person_id=person, since__lte=day, withdrawn_on__isnull=True
    )
    answered = ConsentGrant.objects.filter(mine, consent__person_id=person)
    refused = Consent.objects.filter(
        person_id=person, purpose=Consent.Purpose.SHARING, answer=Consent.Answer.REFUSED
    )
    return ~Q(Exists(objects)) & ~Q(Exists(answered)) & ~Q(Exists(refused))


@condition("health_area_open")
def _health_area_open(actor: Actor, model: type[Model]) -> Q:
    return Q(**{getattr(model, "AREA", "area"): areas.HEALTH}) & _health_open(actor, model)
