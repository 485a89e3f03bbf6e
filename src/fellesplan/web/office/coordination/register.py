"""The register of coordinators: the list, one coordinator, and a new one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access import matrix
from fellesplan.access.functions import can, fetch, visible
from fellesplan.cases.facts import procedure_of
from fellesplan.coordinators import queries
from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.coordinators.services import register as service
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.models import Employee, Unit
from fellesplan.web.components.presenters import Action, Choice, Sentence
from fellesplan.web.office.coordination.coordinator_form import CoordinatorForm, NewCoordinatorForm, initial
from fellesplan.web.office.coordination.coordinator_page import coordinator_page
from fellesplan.web.office.coordination.register_page import register_page
from fellesplan.web.page import PageRequest, page


@require_safe
@page("coordinator.read")
def coordinators(request: PageRequest) -> HttpResponse:
    """Show the register, filtered and in pages."""
    today = clock.today()
    procedure = procedure_of(request.tenant, today)
    context = {
        "register": register_page(request.actor, request.tenant, procedure, request.GET.dict(), today),
        "may_edit": bool(matrix.grants("coordinator.edit", request.actor.roles)),
        "all_action": Action(
            _("Vis alle koordinatorer"), reverse("coordinators", args=[request.tenant.slug])
        ),
    }
    return render(request, "office/coordination/register.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page("coordinator.read")
def coordinator(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show one coordinator; who keeps the register may change what it says."""
    profile = fetch(request.actor, "coordinator.read", CoordinatorProfile, pk, related=("employee", "unit"))
    form = None
    if request.method == "POST" or can(request.actor, "coordinator.edit", profile):
        form = CoordinatorForm(request.POST or None, initial=initial(profile))
    if form and form.is_valid():
        try:
            service.update(actor=request.actor, profile=profile, data=form.data_for_service)
            messages.success(request, _("Registeret er oppdatert."))
            return HttpResponseRedirect(reverse("coordinator", args=[request.tenant.slug, pk]))
        except InvalidInput as error:
            form.take(error)
    shown = coordinator_page(request.actor, request.tenant, profile, clock.today())
    context = {"coordinator": shown, "form": form}
    status = 422 if form and form.errors else 200
    return render(request, "office/coordination/coordinator.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@page("coordinator.edit")
def coordinator_new(request: PageRequest) -> HttpResponse:
    """Put an employee in the register: first the unit, then who and what is known."""
    unit = _unit(request)
    form = NewCoordinatorForm(
        request.POST or None, employees=_employees(request, unit), initial={"active": True}
    ) if unit else None  # fmt: skip
    if unit and form and form.is_valid():
        try:
            row = service.add(
                actor=request.actor, tenant=request.tenant, unit=unit, data=form.data_for_service,
                employee=fetch(request.actor, "employee.read", Employee, UUID(form.cleaned_data["employee"])),
            )  # fmt: skip
            messages.success(request, _("%(name)s står i registeret.") % {"name": row.employee.name})
            return HttpResponseRedirect(reverse("coordinator", args=[request.tenant.slug, row.pk]))
        except InvalidInput as error:
            form.take(error)
    context = {"form": form, "unit": unit, "sentence": _which_unit(request)}
    status = 422 if form and form.errors else 200
    return render(request, "office/coordination/coordinator_new.html", context, status=status)


def _unit(request: PageRequest) -> Unit | None:
    try:
        wanted = UUID(request.GET.get("enhet", ""))
    except ValueError:
        return None
    return visible(request.actor, "unit.read", Unit).filter(pk=wanted, active=True).first()


def _employees(request: PageRequest, unit: Unit) -> dict[str, str]:
    """Return who works at the unit and is not in the register yet."""
    rows = queries.employees_at(request.actor, unit, clock.today()).filter(coordinator_profile__isnull=True)
    return {str(row.pk): f"{row.name}, {row.title}" for row in rows}


def _which_unit(request: PageRequest) -> Sentence:
    rows: Any = visible(request.actor, "unit.read", Unit).filter(active=True).order_by("name")
    options = [(str(pk), name) for pk, name in rows.values_list("pk", "name")]
    choice = Choice(
        "enhet", _("Virksomhet"), (("", _("velg virksomhet")), *options), request.GET.get("enhet", "")
    )
    return Sentence.build(_("Koordinatoren arbeider i {enhet}."), [choice])
