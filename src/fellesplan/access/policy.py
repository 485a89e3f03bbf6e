"""What relations and conditions mean. Each capability registers its own, in its `policy.py`."""

from collections.abc import Callable
from datetime import datetime, time
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db.models import Model, Q
from django.db.models.expressions import RawSQL

from fellesplan.access.actor import Actor
from fellesplan.access.matrix import Grant
from fellesplan.kernel import clock

Predicate = Callable[[Actor, type[Model]], Q]
_relations: dict[tuple[str, str], Predicate] = {}
_conditions: dict[tuple[str, str], Predicate] = {}
ANY = "*"


def relation(name: str, model: str = ANY) -> Callable[[Predicate], Predicate]:
    """Register what relation `name` means for `model` (a label), or for every model about a person."""
    return _register(_relations, name, model)


def condition(name: str, model: str = ANY) -> Callable[[Predicate], Predicate]:
    """Register what condition `name` means for `model` (a label), or for every model about a person."""
    return _register(_conditions, name, model)


def _register(
    table: dict[tuple[str, str], Predicate], name: str, model: str
) -> Callable[[Predicate], Predicate]:
    def add(predicate: Predicate) -> Predicate:
        if table.setdefault((name, model), predicate) is not predicate:
            raise ValueError(f"{name} for {model} is registered twice")
        return predicate

    return add


def _meaning(table: dict[tuple[str, str], Predicate], name: str, model: str) -> Predicate:
    found = table.get((name, model)) or table.get((name, ANY))
    if found is None:
        raise LookupError(f"No policy says what {name} means for {model}")
    return found


def rule(grant: Grant, actor: Actor) -> Q:
    """Return the rows of the grant's model that the grant opens to the actor.

    Writing the SQL of nested subqueries costs far more than asking it, so it is written once a day for all
    actors of one shape, with marks where their ids shall stand.
    """
    ids = (actor.municipality, actor.person, actor.employee, *sorted(actor.units | actor.led_units))
    marks = {id: UUID(int=n) for n, id in enumerate(ids) if id}
    written = _written(grant, _shape(actor, marks))
    if written is None:
        return _wanted(grant, actor)
    if not written.sql:
        return Q(pk__in=[])
    values = {mark: id for id, mark in marks.items()}
    params = [values.get(value, value) if isinstance(value, UUID) else value for value in written.params]
    return Q(pk__in=RawSQL(written.sql, params))  # noqa: S611 - written by the query itself


def _wanted(grant: Grant, actor: Actor) -> Q:
    model = apps.get_model(grant.model)
    wanted = _meaning(_relations, grant.relation, grant.model)(actor, model)
    for name in grant.conditions:
        wanted &= _meaning(_conditions, name, grant.model)(actor, model)
    return wanted


def _shape(actor: Actor, marks: dict[UUID, UUID]) -> Actor:
    """Return all that a predicate may look at in an actor: which ids there are, and the day."""
    return Actor(
        municipality=marks[actor.municipality],
        person=marks[actor.person] if actor.person else None,
        employee=marks[actor.employee] if actor.employee else None,
        led_units=frozenset(marks[unit] for unit in actor.led_units),
        units=frozenset(marks[unit] for unit in actor.units),
        at=datetime.combine(clock.civil_day(actor.at), time(12), clock.NORWAY),
    )


class _Written(NamedTuple):
    """A subquery of ids; without `sql` it has none."""

    sql: str
    params: tuple[object, ...]


@lru_cache(maxsize=4096)
def _written(grant: Grant, shape: Actor) -> _Written | None:
    """Return the predicate as a subquery, or None when it compares with plain values only."""
    wanted = _wanted(grant, shape)
    if _is_plain(wanted):
        return None
    rows = apps.get_model(grant.model)._default_manager.filter(wanted).order_by()
    try:
        return _Written(*rows.values("pk").query.sql_with_params())
    except EmptyResultSet:
        return _Written("", ())


def _is_plain(wanted: Q) -> bool:
    for child in wanted.children:
        if isinstance(child, Q):
            if not _is_plain(child):
                return False
        elif not isinstance(child, tuple) or hasattr(child[1], "resolve_expression"):
            return False
    return True


def subject_path(model: type[Model]) -> str:
    """Return the lookup from the model to the person it is about: `person_id`, `plan__person_id`, `id` ..."""
    return getattr(model, "SUBJECT", "person_id")


def about(model: type[Model], persons: Any) -> Q:
    """Return the rows that are about any of `persons` (ids or a subquery of ids)."""
    return Q(**{f"{subject_path(model)}__in": persons})


@relation("in_municipality")
def _in_municipality(actor: Actor, model: type[Model]) -> Q:
    return Q(municipality_id=actor.municipality)


@relation("own_municipality", "people.Municipality")
def _own_municipality(actor: Actor, model: type[Model]) -> Q:
    return Q(pk=actor.municipality)
