"""The plan itself: to read, and to print."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fellesplan.documents.letters import language_of
from fellesplan.plans.advising import advice_for
from fellesplan.plans.queries import plan_view
from fellesplan.plans.sheet import plan_pdf
from fellesplan.web.components import words
from fellesplan.web.coordinator.plan.advice import panel
from fellesplan.web.coordinator.plan.page import plan_page
from fellesplan.web.page import PageRequest, page


@page("plan.read")
@require_safe
def plan(request: PageRequest, plan: UUID) -> HttpResponse:
    """Show the plan as far as the actor may see it."""
    view = plan_view(request.actor, plan)
    slug = request.tenant.slug
    advice = panel(advice_for(request.actor, view), view, slug)
    return render(request, "coordinator/plan.html", {"page": plan_page(view, slug), "advice": advice})


@page("plan.read")
@require_safe
def pdf(request: PageRequest, plan: UUID) -> HttpResponse:
    """Print the plan as far as the actor may see it."""
    view = plan_view(request.actor, plan)
    content = plan_pdf(view, request.tenant, language_of(words.language()))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="plan.pdf"'
    return response
