"""The first page: whose pages shall be opened?"""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fellesplan.access.functions import visible
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Person
from fellesplan.web.citizen.reads import shared_plans, stands_for
from fellesplan.web.citizen.room import as_citizen
from fellesplan.web.page import PageRequest, page


@page("plan.read")
@require_safe
def my(request: PageRequest) -> HttpResponse:
    """Go to one's own plan, or choose among those one acts for."""
    actor = as_citizen(request.actor)
    found = stands_for(actor)
    if not found:
        raise NotFound
    shared = shared_plans(request.actor)
    youths = visible(actor, "child.follow", Person).exclude(pk__in=[one.person for one in found])
    if len(found) == 1 and not shared and not youths.exists():
        return redirect("my-plan", tenant=request.tenant.slug, person=found[0].person)
    return render(request, "citizen/my.html", {"found": found, "shared": shared, "youths": youths})
