"""Error pages outside a municipality's own pages. None of them shows personal data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fellesplan.access import tenancy
from fellesplan.people import queries
from fellesplan.web.writing.carrying import reopen


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Open the page anew with what was typed; only where nothing was typed is there nothing to do."""
    return _kept(request) or render(request, "errors/csrf.html", status=403)


def _kept(request: HttpRequest) -> HttpResponse | None:
    at = request.resolver_match
    municipality = queries.municipality(at.kwargs["tenant"]) if at and "tenant" in at.kwargs else None
    if municipality is None:
        return None
    with tenancy.working_in(municipality.id):
        return reopen(request, municipality)
