"""An employee's own views of the worklist: a name, and what stands after the question mark."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict

from fellesplan.access.actor import Actor
from fellesplan.cases.models import SavedView
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t

AT_MOST = 20
FIELDS = ("hvem", "hva", "frist", "sorter")
"""What of the address a view keeps; the page number and anything else is left out."""


def views_of(actor: Actor) -> tuple[SavedView, ...]:
    """Return the actor's own views, by name; one query."""
    return tuple(_own(actor).order_by("name"))


def save(*, actor: Actor, name: str, query: str) -> SavedView:
    """Keep a view under a name; the same name again gets the new filter.

    Raises InvalidInput without a name, Refused when there are too many or the actor is no employee.
    """
    name = " ".join(name.split())[:60]
    if not name:
        raise InvalidInput({"name": t("Gi visningen et navn.")})
    own = _own(actor)
    if actor.employee is None or (own.count() >= AT_MOST and not own.filter(name=name).exists()):
        raise Refused(t("Du kan ha {number} visninger. Slett en du ikke bruker.", number=AT_MOST))
    row, _is_new = SavedView.objects.update_or_create(
        municipality_id=actor.municipality, employee_id=actor.employee, name=name,
        defaults={"query": cleaned(query)},
    )  # fmt: skip
    return row


def delete(*, actor: Actor, view: UUID) -> None:
    """Delete one of the actor's own views; twice is once."""
    _own(actor).filter(pk=view).delete()


def _own(actor: Actor) -> "QuerySet[SavedView]":
    rows = SavedView.objects.all()
    return rows.filter(employee_id=actor.employee) if actor.employee else rows.none()


def cleaned(query: str) -> str:
    """Return the filter of an address alone, at most 300 characters."""
    asked, kept = QueryDict(query[:1000]), QueryDict(mutable=True)
    for name in FIELDS:
        if asked.get(name):
            kept[name] = asked[name][:40]
    return kept.urlencode()[:300]
