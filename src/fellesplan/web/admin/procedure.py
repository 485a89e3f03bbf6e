"""The procedure, for reading. It is changed in its data file, so that every change is checked and dated."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.web.admin.procedure_page import procedure_page
from fellesplan.web.page import PageRequest, page


@require_safe
@page("procedure.read")
def procedure(request: PageRequest) -> HttpResponse:
    """Show the rules with value, source and legal status, and what should be put right."""
    tenant = fetch(request.actor, "procedure.read", Municipality, request.tenant.pk)
    return render(request, "admin/procedure.html", {"shown": procedure_page(tenant, clock.today())})
