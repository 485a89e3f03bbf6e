"""Seldom needed in a case: giving it to somebody else, and ending it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.cases import lists
from fellesplan.cases.models import Case
from fellesplan.cases.services import closing, progress
from fellesplan.kernel.errors import Refused
from fellesplan.people import queries as people
from fellesplan.people.models import Employee
from fellesplan.web.office import links
from fellesplan.web.office.case_forms import AssignForm, CloseForm
from fellesplan.web.page import PageRequest, page


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def assign(request: PageRequest, pk: UUID) -> HttpResponse:
    """Give the case to a caseworker in the office."""
    case = _case(request, pk)
    known = {str(one.id): one for one in people.caseworkers(request.tenant.id)}
    names = [(key, one.name) for key, one in known.items()]
    form = AssignForm(_sent(request), names=names, initial={"caseworker": str(case.caseworker_id or "")})
    if form.is_valid():
        who: Employee = known[form.cleaned_data["caseworker"]]
        progress.assign(actor=request.actor, case=case, caseworker=who)
        messages.success(request, _("%(name)s har saken nå.") % {"name": who.name})
        return HttpResponseRedirect(links.case_url(case))
    return render(request, "office/case_assign.html", {"form": form, "case": case})


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def close(request: PageRequest, pk: UUID) -> HttpResponse:
    """Ask why, and end the case."""
    case = _case(request, pk)
    form = CloseForm(_sent(request))
    if form.is_valid():
        try:
            closing.close(actor=request.actor, case=case, **form.cleaned_data)
        except Refused as error:
            form.take(error)
        else:
            messages.success(request, _("Saken er avsluttet. Alt som står i den, er tatt vare på."))
            return HttpResponseRedirect(links.case_url(case))
    return render(request, "office/case_close.html", {"form": form, "case": case})


def _case(request: PageRequest, pk: UUID) -> Case:
    return fetch(request.actor, "case.handle", Case, pk, related=lists.RELATED)


def _sent(request: PageRequest) -> object:
    return request.POST if request.method == "POST" else None
