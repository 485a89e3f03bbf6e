"""The versions of a plan, and one's own drafts, in the staff room."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fellesplan.access.functions import fetch
from fellesplan.plans.models import Plan
from fellesplan.plans.services import drafts as kept
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing import versions as pages
from fellesplan.web.writing.shell import StaffShell


@page("plan.write")
@require_safe
def versions(request: PageRequest, plan: UUID) -> HttpResponse:
    """Show all versions."""
    return pages.listing(request, StaffShell(request, plan))


@page("plan.write")
@require_safe
def compare(request: PageRequest, plan: UUID) -> HttpResponse:
    """Show two versions beside each other."""
    return pages.comparing(request, StaffShell(request, plan))


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: PageRequest, plan: UUID, number: int) -> HttpResponse:
    """Bring back the whole plan as it was."""
    return pages.restoring(request, StaffShell(request, plan), number)


@page("plan.write")
@require_POST
def field(request: PageRequest, plan: UUID, number: int) -> HttpResponse:
    """Bring back one field."""
    return pages.field(request, StaffShell(request, plan), number)


@page("plan.read")
@require_safe
def drafts(request: PageRequest, plan: UUID) -> HttpResponse:
    """Show what one has written in the plan without saving it."""
    row = fetch(request.actor, "plan.read", Plan, plan)
    account = request.actor.account
    found = kept.about(request.tenant.id, account, row.person_id) if account else []
    back = reverse("plan", kwargs={"tenant": request.tenant.slug, "plan": plan})
    shown = {"layout": "layouts/staff.html", "drafts": found, "home_url": back}
    return render(request, "writing/drafts.html", shown)
