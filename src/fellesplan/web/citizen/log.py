"""Who has looked."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from fellesplan.access.log import entries
from fellesplan.web.citizen.room import enter
from fellesplan.web.page import PageRequest, page


@page("log.read")
@require_safe
def log(request: PageRequest, person: UUID) -> HttpResponse:
    """Show who has read and changed what, why and when."""
    room = enter(request, person)
    with_own = "egne" in request.GET
    found = entries(room.actor, room.person.pk, request.GET.get("side", "1"), with_own=with_own)
    return room.show("log", at="my-log", log=found, with_own=with_own)
