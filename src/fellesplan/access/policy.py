"""What relations and conditions mean. Each capability registers its own, in its `policy.py`."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Model, Q

from fellesplan.access.actor import Actor
from fellesplan.access.matrix import Grant

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
    model = apps.get_model(grant.model)
    wanted = _meaning(_relations, grant.relation, grant.model)(actor, model)
    for name in grant.conditions:
        wanted &= _meaning(_conditions, name, grant.model)(actor, model)
    return wanted


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
