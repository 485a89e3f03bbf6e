"""What it means to take part in a plan, and to be responsible for a measure."""

from dataclasses import replace

from django.db.models import Model, Q, QuerySet

from fellesplan.access.actor import Actor, Role
from fellesplan.access.policy import about, relation
from fellesplan.kernel import clock
from fellesplan.people.models.municipality import HEALTH_KINDS
from fellesplan.people.policy import live_on
from fellesplan.plans import states
from fellesplan.plans.models import Measure, Participant


def as_coordinator(actor: Actor) -> Actor:
    """Return the actor with nothing but the coordinator's role, to ask what it may do as such."""
    return replace(actor, roles=actor.roles & {Role.COORDINATOR})


def as_participant(actor: Actor) -> Actor:
    """Return the actor with nothing but the participant's role."""
    return replace(actor, roles=actor.roles & {Role.PARTICIPANT})


def live_participations(actor: Actor) -> "QuerySet[Participant]":
    """Return the actor's live participations in live plans; an employee's while working at their unit."""
    at_work = Q(employee_id=actor.employee, unit_id__in=list(actor.units))
    mine = at_work if actor.employee else Q(pk__in=[])
    if actor.person:
        mine |= Q(private_person_id=actor.person)
    live = Participant.objects.filter(
        live_on(clock.civil_day(actor.at)), mine, municipality_id=actor.municipality, ended_at__isnull=True,
        plan__person__deceased_on__isnull=True,
    )  # fmt: skip
    return live.exclude(plan__state=states.ENDED)


@relation("takes_part")
def _takes_part(actor: Actor, model: type[Model]) -> Q:
    return about(model, live_participations(actor).values("plan__person_id"))


@relation("takes_part_for_health")
def _takes_part_for_health(actor: Actor, model: type[Model]) -> Q:
    for_health = live_participations(actor).filter(unit_id__in=list(actor.units), unit__kind__in=HEALTH_KINDS)
    return about(model, for_health.values("plan__person_id"))


def answers_for(actor: Actor) -> "QuerySet[Participant]":
    """Return the participants whose tasks are the actor's: the actor, and those the actor stands in for."""
    live = live_participations(actor).order_by()
    return Participant.objects.filter(
        Q(pk__in=live.values("pk")) | Q(pk__in=live.values("stands_in_for_id")),
        municipality_id=actor.municipality,
    )


@relation("responsible", "plans.Measure")
def _responsible(actor: Actor, model: type[Model]) -> Q:
    return Q(responsible__in=answers_for(actor))


@relation("answers_for_a_part", "plans.Goal")
def _answers_for_a_part(actor: Actor, model: type[Model]) -> Q:
    mine = Measure.objects.filter(responsible__in=answers_for(actor), archived_at__isnull=True)
    return Q(pk__in=mine.order_by().values("goal_id"))


@relation("own_participation", "plans.Participant")
def _own_participation(actor: Actor, model: type[Model]) -> Q:
    return Q(pk__in=live_participations(actor).values("pk"))
