"""SQL that is written once a day, with marks where the ids of whoever asks shall stand.

Writing the SQL of a query costs far more here than asking it, and for all actors of one shape it is the same.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from fellesplan.access.actor import Actor
from fellesplan.kernel import clock


class Written(NamedTuple):
    """A query; without `sql` it has no rows."""

    sql: str
    params: tuple[object, ...]

    def params_for(self, marks: Mapping[UUID, UUID]) -> list[Any]:
        """Return the parameters with the ids in the place of their marks (`marks`: from id to mark)."""
        ids = {mark: id for id, mark in marks.items()}
        return [ids.get(value, value) if isinstance(value, UUID) else value for value in self.params]


def write(rows: "QuerySet[Any, Any]") -> Written:
    """Write the SQL of a query."""
    try:
        return Written(*rows.query.sql_with_params())
    except EmptyResultSet:
        return Written("", ())


def marked(actor: Actor, *more: UUID) -> dict[UUID, UUID]:
    """Return a mark for each id of the actor, and for each of `more`."""
    own = (
        actor.municipality,
        actor.person,
        actor.employee,
        actor.emergency,
        *sorted(actor.units | actor.led_units),
    )
    return {id: UUID(int=n) for n, id in enumerate((*own, *more)) if id}


def shape(actor: Actor, marks: Mapping[UUID, UUID]) -> Actor:
    """Return all that a query may look at in an actor: its roles, which ids there are, and the day."""
    return Actor(
        municipality=marks[actor.municipality],
        roles=actor.roles,
        person=marks[actor.person] if actor.person else None,
        employee=marks[actor.employee] if actor.employee else None,
        emergency=marks[actor.emergency] if actor.emergency else None,
        led_units=frozenset(marks[unit] for unit in actor.led_units),
        units=frozenset(marks[unit] for unit in actor.units),
        at=datetime.combine(clock.civil_day(actor.at), time(12), clock.NORWAY),
    )


Build = Callable[..., "QuerySet[Any, Any]"]


def ask(build: Build, actor: Actor, *ids: UUID) -> list[tuple[Any, ...]]:
    """Return the rows of `build(actor, *ids)`, a `values_list` of plain columns; one query at most.

    `build` is a function of a module or a frozen question, and looks at nothing in the actor that its shape
    does not have.
    """
    marks = marked(actor, *ids)
    written = _asked(build, shape(actor, marks), *(marks[id] for id in ids))
    if not written.sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(written.sql, written.params_for(marks))
        return list(cursor.fetchall())


@lru_cache(maxsize=1024)
def _asked(build: Build, actor: Actor, *ids: UUID) -> Written:
    return write(build(actor, *ids))
