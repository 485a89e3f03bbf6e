"""Oppnevning: ask a unit, see its answer, and appoint whom it names."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.cases.models import Case
from fellesplan.coordinators import queries
from fellesplan.coordinators.models import Nomination
from fellesplan.coordinators.services import appointments, nominations
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.people.models import Unit
from fellesplan.web.components import words
from fellesplan.web.components.forms import PageForm
from fellesplan.web.office.coordination import appointment_steps
from fellesplan.web.office.coordination.appointment_forms import AppointForm, AskForm, ask_initial
from fellesplan.web.office.coordination.appointment_page import AppointmentPage, appointment_page
from fellesplan.web.page import PageRequest, page

RELATED = ("person__daily_unit", "municipality")


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.appoint")
def appointment(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show who suits and what is asked; POST asks a unit, takes the question back, or appoints."""
    case = fetch(request.actor, "case.appoint", Case, pk, related=RELATED, information=("appointment",))
    shown = appointment_page(request.actor, case, request.GET.dict(), clock.today())
    do = request.POST.get("do", "")
    ask = AskForm(
        request.POST if do == "ask" else None,
        suggested=shown.units,
        others=shown.others,
        initial=ask_initial(shown.wished),
    )
    appoint = AppointForm(
        request.POST if do == "appoint" else None,
        replaces=shown.replaces,
        initial={"valid_from": clock.today()},
    )
    if request.method == "POST" and _done(request, shown, ask, appoint):
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(f"{reverse('case-appointment', args=[request.tenant.slug, pk])}{query}")
    return _page(request, shown, ask, appoint)


def _done(request: PageRequest, shown: AppointmentPage, ask: AskForm, appoint: AppointForm) -> bool:
    """Do what the button says; return whether it is done."""
    form: PageForm | None = {"ask": ask, "appoint": appoint}.get(request.POST.get("do", ""))
    try:
        if form is ask and ask.is_valid():
            messages.success(request, _ask(request, shown, ask))
            return True
        if form is appoint and shown.named and appoint.is_valid():
            messages.success(request, _appoint(request, shown.named, appoint))
            return True
        if request.POST.get("do") == "cancel" and shown.asked:
            nominations.cancel(actor=request.actor, nomination=shown.asked)
            messages.success(request, _("Forespørselen er trukket tilbake."))
            return True
    except (InvalidInput, Refused) as error:
        if form:
            form.take(error)
    if not (form and form.errors):
        messages.warning(request, _("Det har skjedd noe nytt i saken. Siden viser hvordan det er nå."))
    return False


def _ask(request: PageRequest, shown: AppointmentPage, form: AskForm) -> str:
    values = form.cleaned_data
    unit = fetch(request.actor, "unit.read", Unit, UUID(values["unit"]))
    nominations.ask(
        actor=request.actor, case=shown.case, kind=shown.kind, unit=unit, answer_by=values["answer_by"],
        message=values["message"], wished=values["wished"],
    )  # fmt: skip
    return _("%(unit)s er spurt. Lederen ser forespørselen på siden sin.") % {"unit": unit.name}


def _appoint(request: PageRequest, named: Nomination, form: AppointForm) -> str:
    values = form.cleaned_data
    row = appointments.appoint(
        actor=request.actor, nomination=named, valid_from=values["valid_from"],
        overlap_until=values.get("overlap_until"),
    )  # fmt: skip
    text = _("%(name)s er oppnevnt fra %(day)s, og brevet er sendt.")
    return text % {"name": row.employee.name, "day": words.day(row.valid_from)}


def _page(request: PageRequest, shown: AppointmentPage, ask: AskForm, appoint: AppointForm) -> HttpResponse:
    named, asked, today = shown.named, shown.asked, clock.today()
    warning = (
        queries.load_warning(named.employee, shown.procedure, today) if named and named.employee else None
    )
    leaders = ", ".join(who.name for who in nominations.leaders(asked.unit, today)) if asked else ""
    context = {
        "shown": shown,
        "case": shown.case,
        "ask": ask,
        "appoint": appoint,
        "next_step": appointment_steps.next_step(shown, warning, leaders, request.tenant.slug),
        "asked_rows": appointment_steps.nomination_rows(shown),
        "people": appointment_steps.candidate_rows(shown.people),
    }
    status = 422 if ask.errors or appoint.errors else 200
    return render(request, "office/coordination/appointment.html", context, status=status)
