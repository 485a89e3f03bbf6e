"""What the conditions of the matrix mean for cases."""

from django.db.models import Model, Q

from fellesplan.access.actor import Actor
from fellesplan.access.policy import condition


@condition("issued", "cases.Decision")
def _issued(actor: Actor, model: type[Model]) -> Q:
    return Q(issued_at__isnull=False)
