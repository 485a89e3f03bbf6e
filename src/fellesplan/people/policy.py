"""What it means to be the person, and to represent one."""

from datetime import date

from django.db.models import Model, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.policy import about, relation
from fellesplan.kernel import clock
from fellesplan.people.models import Representation

HEALTH_MAJORITY = 16
"""Helserettslig myndighetsalder (pasient- og brukerrettighetsloven § 4-3)."""


def live_on(day: date, at: str = "") -> Q:
    """Return the rows whose period covers a day; `at` is the lookup to where the period stands."""
    begun, endless = Q(**{f"{at}valid_from__lte": day}), Q(**{f"{at}valid_to__isnull": True})
    return begun & (endless | Q(**{f"{at}valid_to__gte": day}))


def represented_by(actor: Actor) -> "QuerySet[Representation]":
    """Return the live representations that let the actor act now."""
    mine = Representation.objects.filter(municipality_id=actor.municipality, representative_id=actor.person)
    return mine.filter(acts_on(clock.civil_day(actor.at)))


def acts_on(day: date) -> Q:
    """Return the representations with which somebody acts on a day, and so sees what the person sees.

    A parent's end when the child turns 16. Next of kin is whom one asks when the person cannot answer
    (hpl § 22 tredje ledd): that alone opens nothing.
    """
    latest_birth = birthday_years_ago(day, HEALTH_MAJORITY)
    not_parent = ~Q(kind__in=Representation.PARENTAL)
    child = Q(person__birth_date__isnull=True) | Q(person__birth_date__gt=latest_birth)
    return live_on(day) & ~Q(kind=Representation.Kind.NEXT_OF_KIN) & (not_parent | child)


def birthday_years_ago(day: date, years: int) -> date:
    """Return the latest birth date of one who has turned `years` on `day`; for 29 February see
    `people.ages`.
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


@relation("self")
def _self(actor: Actor, model: type[Model]) -> Q:
    return about(model, [actor.person] if actor.person else [])


@relation("represents")
def _represents(actor: Actor, model: type[Model]) -> Q:
    return about(model, represented_by(actor).values("person_id") if actor.person else [])
