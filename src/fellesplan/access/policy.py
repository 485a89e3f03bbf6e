"""What relations and conditions mean. Each capability registers its own, in its `policy.py`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import lru_cache
from typing import Any

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
    """Return the rows of the grant's model that the grant opens to the actor."""
    return _rule(grant, _who(actor))


def _who(actor: Actor) -> Actor:
    """Return what of an actor a predicate may look at: the same all day, so that its SQL is made once."""
    noon = datetime.combine(clock.civil_day(actor.at), time(12), clock.NORWAY)
    return replace(
        actor, account=None, roles=frozenset(), name="", title="", organisation="", at=noon
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _rule(grant: Grant, who: Actor) -> Q:
    model = apps.get_model(grant.model)
    wanted = _meaning(_relations, grant.relation, grant.model)(who, model)
    for name in grant.conditions:
        wanted &= _meaning(_conditions, name, grant.model)(who, model)
    return wanted if _is_plain(wanted) else _written(model, wanted)


def _is_plain(wanted: Q) -> bool:
    """Return whether the predicate compares with values only, so that there is little to write."""
    for child in wanted.children:
        if isinstance(child, Q):
            if not _is_plain(child):
                return False
        elif not isinstance(child, tuple) or hasattr(child[1], "resolve_expression"):
            return False
    return True


def _written(model: type[Model], wanted: Q) -> Q:
    """Return the predicate as a subquery whose SQL is written: writing it costs far more than asking it."""
    try:
        sql, params = model._default_manager.filter(wanted).order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return Q(pk__in=[])
    return Q(pk__in=RawSQL(sql, params))  # noqa: S611 - written by the query itself


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
