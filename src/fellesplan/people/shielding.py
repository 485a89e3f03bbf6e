"""Strengt fortrolig adresse («kode 6»): fewer may open. What the matrix's condition means."""

from functools import lru_cache

from django.db.models import F, Model, Q
from django.db.models.expressions import RawSQL

from fellesplan.access.actor import Actor
from fellesplan.access.policy import Among, condition, subject_path
from fellesplan.access.written import Written, marked, shape, write
from fellesplan.people.models import Person


@condition("not_shielded_or_mine")
def _not_shielded_or_mine(actor: Actor, model: type[Model]) -> Q:
    """Return the rows about anybody but the strictly protected, and about those whose case the actor has.

    The persons left out are few and found by an index of their own: it is asked which they are, once, and
    not of each row whether it is about one of them.
    """
    marks = marked(actor)
    written = _closed(shape(actor, marks))
    ids = RawSQL(written.sql, written.params_for(marks))  # noqa: S611 - written by the query itself
    return ~Q(Among(F(subject_path(model)), ids))


@lru_cache(maxsize=256)
def _closed(actor: Actor) -> Written:
    """Write the question of which persons are closed to the actor."""
    strict = Person.objects.filter(municipality_id=actor.municipality, protection=Person.Protection.STRICT)
    mine = Q(cases__caseworker_id=actor.employee) if actor.employee else Q(pk__in=[])
    return write(strict.exclude(pk__in=Person.objects.filter(mine).values("pk")).order_by().values("pk"))
