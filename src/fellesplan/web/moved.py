"""Old addresses of one who has been merged into another lead to the other, for who may see that one."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse

from fellesplan.access.functions import can
from fellesplan.people.models import Person

if TYPE_CHECKING:
    from fellesplan.web.page import PageRequest


def new_address(request: "PageRequest", kwargs: dict[str, Any]) -> str | None:
    """Return where the page is now, when its address names somebody who has become one with another."""
    match = request.resolver_match
    if request.method not in ("GET", "HEAD") or "person" not in kwargs or match is None:
        return None
    if transaction.get_connection().needs_rollback:
        return None
    old = Person.objects.filter(pk=kwargs["person"], municipality_id=request.actor.municipality)
    row = old.select_related("merged_into").first()
    if row is None or row.merged_into is None or not can(request.actor, "person.read", row.merged_into):
        return None
    where = {**match.kwargs, "person": row.merged_into.pk}
    return reverse(str(match.url_name), kwargs=where)
