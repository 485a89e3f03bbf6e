"""What relations and conditions mean. Each capability registers its own, in its `policy.py`."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, F, Func, Model, Q, Subquery
from django.db.models.expressions import RawSQL

from fellesplan.access.actor import Actor
from fellesplan.access.matrix import Grant
from fellesplan.access.written import Written, marked, shape, write

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

    A comparison with plain values is left as it is; the SQL of anything else is written once.
    """
    marks = marked(actor)
    written = _written(grant, shape(actor, marks))
    if written is None:
        return _wanted(grant, actor)
    if not written.sql:
        return Q(pk__in=[])
    ids = RawSQL(written.sql, written.params_for(marks))  # noqa: S611 - written by the query itself
    return Q(Among(F("pk"), ids))


class Among(Func):
    """Whether the first expression is among the rows of the second, which the database finds once.

    With a plain IN it may find them anew for each row when it does not know how many rows there are.
    """

    arg_joiner = " = any(array"
    template = "%(expressions)s)"
    output_field = BooleanField()


def _wanted(grant: Grant, actor: Actor) -> Q:
    model = apps.get_model(grant.model)
    wanted = _meaning(_relations, grant.relation, grant.model)(actor, model)
    for name in grant.conditions:
        wanted &= _meaning(_conditions, name, grant.model)(actor, model)
    return wanted


@lru_cache(maxsize=4096)
def _written(grant: Grant, shape: Actor) -> Written | None:
    """Return the predicate as a subquery, or None when it compares with plain values or few ids."""
    wanted = _wanted(grant, shape)
    if _is_plain(wanted):
        return None
    rows = apps.get_model(grant.model)._default_manager.filter(wanted).order_by()
    return write(rows.values("pk"))


def _is_plain(wanted: Q) -> bool:
    for child in wanted.children:
        if isinstance(child, Among):
            continue
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
    """Return the rows that are about any of `persons` (ids or a subquery of ids).

    What is written once keeps the id it was written under, also when that person has been merged into
    another (`people.services.merging`): it is about the other too.
    """
    path = subject_path(model)
    found = Q(**{f"{path}__in": persons})
    if getattr(model, "append_only", False) and "__" not in path:
        found |= Q(Among(F(path), Subquery(_merged_into(persons))))
    return found


def _merged_into(persons: Any) -> Any:
    people = apps.get_model("people.Person")._default_manager
    return people.filter(merged_into__in=persons).order_by().values("pk")


@relation("in_municipality")
def _in_municipality(actor: Actor, model: type[Model]) -> Q:
    return Q(municipality_id=actor.municipality)


@relation("own_municipality", "people.Municipality")
def _own_municipality(actor: Actor, model: type[Model]) -> Q:
    return Q(pk=actor.municipality)
