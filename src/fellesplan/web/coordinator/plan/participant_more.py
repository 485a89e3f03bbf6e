"""More about those who take part: guests from outside, stand-ins, and whether contact data is shared."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Employee
from fellesplan.plans import services
from fellesplan.plans.models import Participant, Plan
from fellesplan.plans.services.stand_ins import colleagues
from fellesplan.web.components import words
from fellesplan.web.coordinator.plan.participant_forms import GuestForm, StandInForm
from fellesplan.web.coordinator.plan.saving import EditPage, attempt, edit, to_plan
from fellesplan.web.page import PageRequest, page

METHODS = ["GET", "HEAD", "POST"]
RELATED = ("plan__person", "employee", "private_person", "unit")


@page("plan.lead")
@require_http_methods(METHODS)
def invite_guest(request: PageRequest, plan: UUID) -> HttpResponse:
    """Invite somebody from a hospital, a doctor's office, NAV or a voluntary organisation."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    form = GuestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        made = attempt(
            form,
            lambda: services.invite_guest(
                actor=request.actor, plan=row, guest=form.guest, role=kept["role"], purpose=kept["purpose"],
                valid_to=kept["valid_to"],
            ),
        )  # fmt: skip
        if made:
            said = gettext("%(name)s er invitert. Under ser du hva de kan se, og om samtykke mangler.")
            messages.success(request, said % {"name": made.name})
            return HttpResponseRedirect(_overview(request, plan))
    told = gettext("De ser bare denne planen, og bare det %(name)s og loven åpner for.")
    lead = told % {"name": row.person.first_name}
    title = _("Inviter noen utenfor kommunen")
    return edit(request, form, EditPage(title, _("Inviter"), _overview(request, plan), lead=lead))


@page("participant.write")
@require_http_methods(METHODS)
def stand_in(request: PageRequest, participant: UUID) -> HttpResponse:
    """Let a colleague take part in somebody's place for a while."""
    row = fetch(request.actor, "participant.write", Participant, participant, related=RELATED)
    if row.employee is None or row.stands_in_for_id:
        raise NotFound
    staff = colleagues(row, clock.today())
    form = StandInForm(request.POST or None, employees=staff, initial={"valid_from": clock.today()})
    back = _overview(request, row.plan_id)
    if request.method == "POST" and form.is_valid():
        kept = dict(form.cleaned_data)
        who = fetch(request.actor, "employee.read", Employee, UUID(kept.pop("employee")))
        made = attempt(
            form,
            lambda: services.stand_in(actor=request.actor, participant=row, employee=who, **kept),
        )
        if made:
            told = {"name": made.name, "other": row.name, "day": words.day(kept["valid_to"])}
            messages.success(request, gettext("%(name)s er vikar for %(other)s til %(day)s.") % told)
            return HttpResponseRedirect(back)
    title = gettext("Vikar for %(name)s") % {"name": row.name}
    lead = _("Vikaren ser det samme, i den tiden du velger. Tilgangen slutter av seg selv.")
    return edit(request, form, EditPage(title, _("Lagre vikaren"), back, lead=lead))


@page("participant.contact")
@require_POST
def contact(request: PageRequest, participant: UUID) -> HttpResponse:
    """Show the other participants how to reach one, or hide it."""
    row = fetch(request.actor, "participant.contact", Participant, participant)
    shares = request.POST.get("del") == "ja"
    services.share_contact(actor=request.actor, participant=row, shares=shares)
    said = (
        gettext("De andre i planen ser nå telefonen og e-posten din.")
        if shares
        else gettext("De andre i planen ser ikke lenger telefonen og e-posten din.")
    )
    return to_plan(request, row.plan_id, said)


def _overview(request: PageRequest, plan: UUID) -> str:
    return reverse("participants", kwargs={"tenant": request.tenant.slug, "plan": plan})
