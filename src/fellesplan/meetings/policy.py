"""What it means to be invited to a meeting, and to be responsible for a task."""

from dataclasses import replace

from django.db.models import Model, Q

from fellesplan.access.actor import Actor, Role
from fellesplan.access.policy import relation
from fellesplan.meetings.models import Invitation
from fellesplan.plans.policy import answers_for


def as_owner(actor: Actor) -> Actor:
    """Return the actor as the person or one who acts for the person, and nothing else."""
    return replace(actor, roles=actor.roles & {Role.PERSON, Role.REPRESENTATIVE})


@relation("invited", "meetings.Meeting")
def _invited(actor: Actor, model: type[Model]) -> Q:
    invitations = Invitation.objects.filter(participant__in=answers_for(actor))
    return Q(pk__in=invitations.values("meeting_id"))


@relation("responsible", "meetings.Task")
def _responsible(actor: Actor, model: type[Model]) -> Q:
    return Q(responsible__in=answers_for(actor))
