"""Vikar for en koordinator: for all the persons the coordinator follows, in a period."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch, visible
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, StandIn
from fellesplan.coordinators.policy import held_on
from fellesplan.coordinators.services import stand_ins as service
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotFound, Refused
from fellesplan.people.models import Employee
from fellesplan.web.components import words
from fellesplan.web.coordinator.plan.participant_forms import StandInForm
from fellesplan.web.page import PageRequest, page


@require_http_methods(["GET", "HEAD", "POST"])
@page("appointment.stand_in")
def stand_in(request: PageRequest, pk: UUID) -> HttpResponse:
    """Choose who does the coordinator's work, and when."""
    profile = fetch(request.actor, "coordinator.read", CoordinatorProfile, pk, related=("employee", "unit"))
    held = _held(request, profile)
    staff = service.colleagues(held[0], clock.today()) if held else Employee.objects.none()
    form = StandInForm(request.POST or None, employees=staff, initial={"valid_from": clock.today()})
    if form.is_valid() and held:
        kept = dict(form.cleaned_data)
        who = fetch(request.actor, "employee.read", Employee, UUID(kept.pop("employee")))
        try:
            with transaction.atomic():
                for row in held:
                    service.stand_in(actor=request.actor, appointment=row, employee=who, **kept)
            told = {"name": who.name, "other": profile.employee.name, "day": words.day(kept["valid_to"])}
            messages.success(request, _("%(name)s er vikar for %(other)s til %(day)s.") % told)
            return _to_coordinator(request, pk)
        except (InvalidInput, Refused) as error:
            form.take(error)
    context = {"form": form, "profile": profile, "number": len(held)}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "office/coordination/stand_in.html", context, status=status)


@require_POST
@page("appointment.stand_in")
def end(request: PageRequest, pk: UUID, employee: UUID) -> HttpResponse:
    """Let a stand-in stop at once, for all the persons of the coordinator."""
    profile = fetch(request.actor, "coordinator.read", CoordinatorProfile, pk, related=("employee",))
    held = visible(request.actor, "appointment.stand_in", Appointment).filter(employee=profile.employee)
    rows = StandIn.objects.filter(
        appointment__in=held, employee_id=employee, valid_to__gte=clock.today(), ended_at__isnull=True
    )
    for row in rows.order_by("pk"):
        service.end(actor=request.actor, stand_in=row)
    messages.success(request, _("Vikaren er avsluttet, og ser ikke planene lenger."))
    return _to_coordinator(request, pk)


def _held(request: PageRequest, profile: CoordinatorProfile) -> list[Appointment]:
    """Return the coordinator's appointments from the unit; one without any cannot have a stand-in."""
    rows = visible(request.actor, "appointment.stand_in", Appointment).filter(
        held_on(clock.today()), employee=profile.employee, unit=profile.unit
    )
    found = list(rows.select_related("unit").order_by("pk"))
    if not found and request.method == "POST":
        raise NotFound
    return found


def _to_coordinator(request: PageRequest, pk: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("coordinator", args=[request.tenant.slug, pk]))
