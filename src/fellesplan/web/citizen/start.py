"""The first page: whose pages shall be opened?"""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fellesplan.kernel.errors import NotFound
from fellesplan.web.citizen.reads import shared_plans, stands_for
from fellesplan.web.citizen.room import as_citizen
from fellesplan.web.page import PageRequest, page


@page("plan.read")
@require_safe
def my(request: PageRequest) -> HttpResponse:
    """Go to one's own plan, or choose among those one acts for."""
    found = stands_for(as_citizen(request.actor))
    if not found:
        raise NotFound
    shared = shared_plans(request.actor)
    if len(found) == 1 and not shared:
        return redirect("my-plan", tenant=request.tenant.slug, person=found[0].person)
    return render(request, "citizen/my.html", {"found": found, "shared": shared})
