"""Those who take part: who sees what, inviting, and ending participation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch
from fellesplan.people.models import Employee, Unit
from fellesplan.plans import services
from fellesplan.plans.lookup import find_colleagues
from fellesplan.plans.models import Participant, Plan
from fellesplan.plans.queries import plan_view
from fellesplan.plans.services.participants import NewPerson
from fellesplan.web.coordinator.plan.participant_forms import InviteForm, ParticipantForm, PrivateForm
from fellesplan.web.coordinator.plan.participant_rows import hits, participants_page
from fellesplan.web.coordinator.plan.saving import EditPage, attempt, edit
from fellesplan.web.page import PageRequest, page

RELATED = ("plan__person", "employee", "private_person", "unit")


@page("plan.lead")
@require_safe
def overview(request: PageRequest, plan: UUID) -> HttpResponse:
    """Show everybody around the person, and what each of them sees."""
    fetch(request.actor, "plan.lead", Plan, plan)
    shown = participants_page(plan_view(request.actor, plan), request.tenant.slug)
    return render(request, "coordinator/participants.html", {"page": shown})


@page("plan.lead")
@require_safe
def find(request: PageRequest, plan: UUID) -> HttpResponse:
    """Find an employee to invite, by name or workplace."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    asked = request.GET.get("q", "").strip()[:100]
    found = hits(find_colleagues(request.actor, asked), request.tenant.slug, plan)
    template = "coordinator/_hits.html" if request.htmx else "coordinator/participant_find.html"
    context = {"plan": row, "asked": asked, "hits": found, "back_url": _overview(request, plan)}
    return render(request, template, context)


@page("plan.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: PageRequest, plan: UUID, employee: UUID, unit: UUID) -> HttpResponse:
    """Invite an employee on behalf of a unit."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    who = fetch(request.actor, "employee.read", Employee, employee)
    place = fetch(request.actor, "unit.read", Unit, unit)
    form = InviteForm(request.POST or None, initial={"role": who.title})
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        made = attempt(
            form, lambda: services.invite(actor=request.actor, plan=row, employee=who, unit=place, **kept)
        )
        if made:
            return _invited(request, plan, who.name)
    title = gettext("Inviter %(name)s") % {"name": who.name}
    return edit(request, form, EditPage(title, _("Inviter"), _overview(request, plan), lead=place.name))


@page("plan.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def invite_private(request: PageRequest, plan: UUID) -> HttpResponse:
    """Invite somebody from the family, a friend or a neighbour."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    form = PrivateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = dict(form.cleaned_data)
        person = NewPerson(**{name: kept.pop(name) for name in ("given_name", "family_name", "phone")})
        made = attempt(
            form,
            lambda: services.invite_new_person(actor=request.actor, plan=row, person=person, **kept),
        )
        if made:
            return _invited(request, plan, made.name)
    shown = EditPage(_("Inviter en privatperson"), _("Inviter"), _overview(request, plan))
    return edit(request, form, shown)


@page("participant.write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PageRequest, participant: UUID) -> HttpResponse:
    """Change what is said of a participant."""
    row = fetch(request.actor, "participant.write", Participant, participant, related=RELATED)
    form = ParticipantForm(request.POST or None, initial=ParticipantForm.initial_of(row))
    back = _overview(request, row.plan_id)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        if attempt(form, lambda: services.update_participant(actor=request.actor, participant=row, **kept)):
            messages.success(request, gettext("Det er lagret."))
            return HttpResponseRedirect(back)
    return edit(request, form, EditPage(row.name, _("Lagre"), back))


@page("participant.write")
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: PageRequest, participant: UUID) -> HttpResponse:
    """Ask once, then let the participant take part no longer."""
    row = fetch(request.actor, "participant.write", Participant, participant, related=RELATED)
    back = _overview(request, row.plan_id)
    if request.method == "POST":
        services.end_participation(actor=request.actor, participant=row)
        said = gettext("%(name)s er ikke med lenger og ser ikke planen.") % {"name": row.name}
        messages.success(request, said)
        return HttpResponseRedirect(back)
    return render(request, "coordinator/participant_end.html", {"row": row, "back_url": back})


def _overview(request: PageRequest, plan: UUID) -> str:
    return reverse("participants", kwargs={"tenant": request.tenant.slug, "plan": plan})


def _invited(request: PageRequest, plan: UUID, name: str) -> HttpResponse:
    said = gettext("%(name)s er invitert, og ser det samtykket åpner for.") % {"name": name}
    messages.success(request, said)
    return HttpResponseRedirect(_overview(request, plan))
