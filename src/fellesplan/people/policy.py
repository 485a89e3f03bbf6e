"""What it means to be the person, and to represent one."""

from datetime import date

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.policy import about, condition, relation
from fellesplan.kernel import clock
from fellesplan.people.models import AccessLimit, Representation

HEALTH_MAJORITY = 16
"""Helserettslig myndighetsalder (pasient- og brukerrettighetsloven § 4-3)."""
MAJORITY = 18
"""Until when parents get what they need to fulfil parental responsibility (§ 3-4 fjerde ledd)."""


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
    (hpl § 22 tredje ledd): that alone opens nothing. A mandate opens what it covers (vgml § 32).
    """
    not_parent = ~Q(kind__in=Representation.PARENTAL)
    acts = live_on(day) & ~Q(kind=Representation.Kind.NEXT_OF_KIN) & ~_mandate_for_other_matters(day)
    acts &= not_barred(day)
    return acts & (not_parent | younger_than(HEALTH_MAJORITY, day))


def not_barred(day: date) -> Q:
    """Return the representations of the living, that no decision has limited (`AccessLimit`; bl § 47)."""
    limits = AccessLimit.objects.filter(
        live_on(day), lifted_at__isnull=True, representation_id=OuterRef("pk")
    )
    return Q(person__deceased_on__isnull=True) & ~Q(Exists(limits))


def younger_than(years: int, day: date) -> Q:
    """Return the representations of one who has not turned `years`, or is not born, on a day."""
    return Q(person__birth_date__isnull=True) | Q(person__birth_date__gt=birthday_years_ago(day, years))


def _mandate_for_other_matters(day: date) -> Q:
    """Return mandates that do not reach the plan. That of an adult's guardian must say what it covers
    (vgml § 21 tredje ledd); a written one that names nothing is not limited.
    """
    limited = Q(kind__in=Representation.BY_MANDATE) & ~Q(matters=[])
    elsewhere = limited & ~Q(matters__overlap=list(Representation.OPENS))
    unsaid = Q(kind=Representation.Kind.GUARDIAN, matters=[]) & ~younger_than(MAJORITY, day)
    return elsewhere | unsaid


def parents_of_minors(actor: Actor) -> "QuerySet[Representation]":
    """Return where the actor has parental responsibility for one who has not turned 18."""
    day = clock.civil_day(actor.at)
    mine = Representation.objects.filter(municipality_id=actor.municipality, representative_id=actor.person)
    minor = live_on(day) & younger_than(MAJORITY, day) & not_barred(day)
    return mine.filter(minor, kind__in=Representation.PARENTAL)


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


@relation("parent_of_minor")
def _parent_of_minor(actor: Actor, model: type[Model]) -> Q:
    return about(model, parents_of_minors(actor).values("person_id") if actor.person else [])


@relation("emergency")
def _emergency(actor: Actor, model: type[Model]) -> Q:
    """The one person that an open emergency session is about; `queries.actor_for` says which, and if any."""
    return about(model, [actor.emergency] if actor.emergency else [])


@relation("own_session", "people.EmergencySession")
def _own_session(actor: Actor, model: type[Model]) -> Q:
    if actor.emergency is None:
        return Q(pk__in=[])
    return Q(person_id=actor.emergency, employee_id=actor.employee)


@condition("by_another", "people.EmergencySession")
def _by_another(actor: Actor, model: type[Model]) -> Q:
    return ~Q(employee_id=actor.employee)
