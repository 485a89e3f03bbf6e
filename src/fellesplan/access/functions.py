"""The four functions that decide access. There is no other way to a row about a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, TypeVar, cast
from uuid import UUID

from django.apps import apps
from django.db.models import Case, CharField, F, Model, Q, QuerySet, Value, When

from fellesplan.access import audit, matrix, policy
from fellesplan.access.actor import Actor
from fellesplan.access.written import ask
from fellesplan.kernel.errors import NotAllowed, NotFound

M = TypeVar("M", bound=Model)
_NAMED_IN_ADDRESSES = ("people.Person", "plans.Plan", "cases.Case", "cases.JournalEntry")
"""Whom an address is about often follows from one of these, whatever the action is on."""
_ABOUT_NOBODY = frozenset({"people.Municipality", "people.Unit", "people.Employee"})


def visible(actor: Actor, action: str, model: type[M]) -> "QuerySet[M]":
    """Return the rows on which the actor may do `action`; raises ValueError if the action is not for
    `model`.
    """
    return _within(actor, model).filter(_union([rule for _, rule in _rules(actor, action, model)]))


def can(actor: Actor, action: str, obj: Model) -> bool:
    """Return whether the object is among the visible ones; that is the definition."""
    return visible(actor, action, type(obj)).filter(pk=obj.pk).exists()


def fetch(
    actor: Actor,
    action: str,
    model: type[M],
    pk: UUID,
    *,
    related: Sequence[str] = (),
    lock: bool = False,
    information: Sequence[str] = (),
) -> M:
    """Return the row and log the read; log the refusal and raise NotFound if there is none for this actor.

    `information` names which parts are shown (pasientjournalloven § 22 a); `lock` holds the row for the
    transaction.
    """
    rules = _rules(actor, action, model)
    query = _within(actor, model).filter(_union([rule for _, rule in rules]), pk=pk)
    query = query.annotate(**_for_the_log(rules, model)).select_related(*related)
    obj = (query.select_for_update(of=("self",)) if lock else query).first()
    if obj is None:
        audit.refused(actor, action, model, pk, subject=_subject_of(actor, model, pk))
        raise NotFound
    found = cast(Any, obj)
    audit.read(
        actor, action, obj, ground=found.access_ground, subject=found.access_subject, information=information
    )
    return cast(M, obj)


def look(
    actor: Actor,
    action: str,
    model: type[Model],
    pk: UUID,
    columns: tuple[str, ...],
    *,
    information: Sequence[str] = (),
) -> tuple[str, tuple[Any, ...]]:
    """Return the ground and some columns of the row, as `fetch` does and logged in the same way, but with SQL
    that is written once: for pages that are opened often. Raises NotFound.
    """
    found = next(iter(ask(_Look(action, model, columns), actor, pk)), None)
    if found is None:
        audit.refused(actor, action, model, pk, subject=_subject_of(actor, model, pk))
        raise NotFound
    ground, subject, *values = found
    audit.read(actor, action, model(pk=pk), ground=ground, subject=subject, information=information)
    return ground, tuple(values)


@dataclass(frozen=True)
class _Look:
    """The question behind `look`."""

    action: str
    model: type[Model]
    columns: tuple[str, ...]

    def __call__(self, actor: Actor, pk: UUID) -> "QuerySet[Any, Any]":
        rules = _rules(actor, self.action, self.model)
        query: QuerySet[Any, Any] = _within(actor, self.model).order_by()
        query = query.filter(_union([rule for _, rule in rules]), pk=pk)
        query = query.annotate(**_for_the_log(rules, self.model))
        return query.values_list("access_ground", "access_subject", *self.columns)


def require(actor: Actor, action: str, obj: Model) -> None:
    """Raise NotAllowed, and log it, unless the actor may do `action` with the object."""
    if not can(actor, action, obj):
        audit.refused(actor, action, type(obj), obj.pk, subject=_subject_of(actor, type(obj), obj.pk))
        raise NotAllowed


def turned_away(actor: Actor, action: str, ids: Sequence[UUID]) -> None:
    """Log that somebody whose role never allows the action asked for it; `ids` are the address's."""
    model = apps.get_model(matrix.MODEL_OF[action])
    tried = dict.fromkeys((model, *(apps.get_model(label) for label in _NAMED_IN_ADDRESSES)))
    about = ((pk, _subject_of(actor, each, pk)) for each in tried for pk in ids)
    if ids:
        pk, subject = next((pair for pair in about if pair[1]), (ids[-1], None))
        audit.refused(actor, action, model, pk, subject=subject)


def ground(actor: Actor, action: str, obj: Model) -> str:
    """Return the name of the first matrix row that lets the actor do this, or an empty text."""
    rules = _rules(actor, action, type(obj))
    query = _within(actor, type(obj)).filter(pk=obj.pk).annotate(access_ground=_first_ground(rules))
    return query.values_list("access_ground", flat=True).first() or ""


def _within(actor: Actor, model: type[M]) -> "QuerySet[M]":
    column = "pk" if model._meta.label == "people.Municipality" else "municipality_id"
    return model._default_manager.filter(**{column: actor.municipality})


def _rules(actor: Actor, action: str, model: type[Model]) -> list[tuple[matrix.Grant, Q]]:
    if matrix.MODEL_OF[action] != model._meta.label:
        raise ValueError(f"{action} is not an action on {model._meta.label}")
    return [(grant, policy.rule(grant, actor)) for grant in matrix.grants(action, actor.roles)]


def _union(rules: list[Q]) -> Q:
    return reduce(or_, rules) if rules else Q(pk__in=[])


def _first_ground(rules: list[tuple[matrix.Grant, Q]]) -> Case | Value:
    if len(rules) == 1:
        return Value(rules[0][0].ground, output_field=CharField())
    branches = [When(rule, then=Value(grant.ground)) for grant, rule in rules]
    return Case(*branches, default=Value(""), output_field=CharField()) if rules else Value("")


def _subject_of(actor: Actor, model: type[Model], pk: UUID) -> UUID | None:
    """Return whom a row is about, so that the person can see that somebody tried."""
    if model._meta.label in _ABOUT_NOBODY:
        return None
    row = _within(actor, model).filter(pk=pk)
    return cast(UUID | None, row.values_list(policy.subject_path(model), flat=True).first())


def _for_the_log(rules: list[tuple[matrix.Grant, Q]], model: type[Model]) -> dict[str, Any]:
    about_person = model._meta.label not in _ABOUT_NOBODY
    subject = F(policy.subject_path(model)) if about_person else Value(None, output_field=CharField())
    return {"access_ground": _first_ground(rules), "access_subject": subject}
