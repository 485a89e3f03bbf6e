"""Choosing a tool: to begin with, and later."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.plans import services, tools
from fellesplan.plans.models import Plan
from fellesplan.plans.policy import as_coordinator
from fellesplan.web.coordinator.plan.forms import ToolForm
from fellesplan.web.coordinator.plan.saving import EditPage, attempt, edit, plan_url, to_plan
from fellesplan.web.page import PageRequest, page


@page("coordination.work")
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: PageRequest, person: UUID) -> HttpResponse:
    """Begin a plan, or the lighter tool chosen instead."""
    owner = fetch(as_coordinator(request.actor), "person.read", Person, person)
    form, remarks = _form(request, initial="individual_plan")
    if request.method == "POST" and form.is_valid():
        tool = form.cleaned_data["tool"]
        made = attempt(form, lambda: services.start(actor=request.actor, person=owner, tool=tool))
        if made:
            return to_plan(request, made.pk, gettext("Dere kan begynne."))
    shown = EditPage(
        title=gettext("Hvordan vil %(name)s ha det?") % {"name": owner.first_name}, submit=_("Begynn"),
        back_url=reverse("today", kwargs={"tenant": request.tenant.slug}),
        lead=gettext("Velg sammen. Dere kan bytte senere, og ingenting dere skriver, blir borte."),
    )  # fmt: skip
    return edit(request, form, shown, remarks=remarks)


@page("plan.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: PageRequest, plan: UUID) -> HttpResponse:
    """Change to another tool."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    form, remarks = _form(request, initial=row.tool)
    if request.method == "POST" and form.is_valid():
        tool = form.cleaned_data["tool"]
        if attempt(form, lambda: services.switch_tool(actor=request.actor, plan=row, tool=tool)):
            return to_plan(request, plan, gettext("Dere har byttet. Alt som er skrevet, er med videre."))
    shown = EditPage(
        title=_("Bytt til noe annet"), submit=_("Bytt"), back_url=plan_url(request, plan),
        lead=_("Alt som er skrevet, blir tatt vare på."),
    )  # fmt: skip
    return edit(request, form, shown, remarks=remarks)


def _form(request: PageRequest, *, initial: str) -> tuple[ToolForm, tuple[object, ...]]:
    following = tools.procedure(request.tenant, clock.today())
    form = ToolForm(request.POST or None, offers=tools.offers(following), initial={"tool": initial})
    return form, tools.remarks(following)
