"""What it means that somebody has asked about an event in the log."""

from django.db.models import Model, Q

from fellesplan.access.actor import Actor
from fellesplan.access.models import LogQuestion
from fellesplan.access.policy import condition


@condition("asked_about", "access.Event")
def _asked_about(actor: Actor, model: type[Model]) -> Q:
    return Q(pk__in=LogQuestion.objects.filter(municipality_id=actor.municipality).values("event"))
