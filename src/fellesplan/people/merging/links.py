"""Where rows point to a person: read from the models themselves, so that none is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pgtrigger
from django.apps import apps
from django.db.models import ForeignKey, Model

from fellesplan.people.models import Person, PersonMerge

_TELLS_OF_MERGING = (PersonMerge,)


@dataclass(frozen=True)
class Link:
    """A column that points to a person."""

    model: type[Model]
    field: Any

    @property
    def name(self) -> str:
        return str(self.field.name)

    def rows(self, person: Person) -> Iterator[Any]:
        """Return the rows that point to the person, in a fixed order, held for the transaction."""
        found = self.model._base_manager.filter(**{self.name: person}, municipality_id=person.municipality_id)
        return found.select_for_update(of=("self",)).order_by("pk").iterator()


@cache
def links() -> tuple[Link, ...]:
    """Return every column that points to a person and may be changed.

    What is written once keeps the id it was written under: reading includes it (`access.policy.about`).
    So does a column that stands as it was received, like who complained.
    """
    return tuple(
        Link(model, field)
        for model in apps.get_models()
        if model not in _TELLS_OF_MERGING and not getattr(model, "append_only", False)
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is Person and not is_final(model, field.name)
    )


def is_final(model: type[Model], column: str) -> bool:
    """Return whether the database lets nobody change the column, by a trigger."""
    triggers = [one for one in getattr(model._meta, "triggers", ()) if isinstance(one, pgtrigger.ReadOnly)]
    return any(column in one.fields if one.fields else column not in (one.exclude or ()) for one in triggers)
