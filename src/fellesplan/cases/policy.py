"""What the conditions of the matrix mean for cases."""

from django.db.models import Model, Q

from fellesplan.access.actor import Actor
from fellesplan.access.policy import condition


@condition("issued", "cases.Decision")
def _issued(actor: Actor, model: type[Model]) -> Q:
    return Q(issued_at__isnull=False)


@condition("not_anothers_copy", "cases.Letter")
def _not_anothers_copy(actor: Actor, model: type[Model]) -> Q:
    """A copy is read by whom it was sent to: it may hold an address that the others shall not see."""
    return Q(copy_of__isnull=True) | Q(recipient_id=actor.person)


@condition("not_anothers_copy", "documents.Document")
def _not_the_paper_of_anothers_copy(actor: Actor, model: type[Model]) -> Q:
    return Q(letter__copy_of__isnull=True) | Q(letter__recipient_id=actor.person)
