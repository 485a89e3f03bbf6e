"""The front page of a municipality, and what the law demands that one can read without logging in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fellesplan.cases.facts import procedure_of
from fellesplan.kernel import clock
from fellesplan.web.page import PageRequest, page
from fellesplan.web.public.referral import draft as drafts


@require_safe
@page(public=True)
def front(request: PageRequest) -> HttpResponse:
    """Tell what one can get, how it goes, and how to report a need."""
    procedure = procedure_of(request.tenant, clock.today())
    weeks = procedure.number("casework.promise_weeks")
    draft = drafts.load(request.session, request.tenant)
    context = {"child": procedure.flag("barnekoordinator.offered"), "weeks": weeks, "draft": draft}
    return render(request, "public/front.html", context)


@require_safe
@page(public=True)
def accessibility(request: PageRequest) -> HttpResponse:
    """Tilgjengelighetserklæring (forskrift om universell utforming av IKT-løsninger § 4 a)."""
    return render(request, "public/accessibility.html")


@require_safe
@page(public=True)
def privacy(request: PageRequest) -> HttpResponse:
    """Tell how information about people is used (personvernforordningen artikkel 13)."""
    return render(request, "public/privacy.html")
