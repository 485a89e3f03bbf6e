"""The administrator's pages. None of them shows a case, a person or a plan."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people import administration as service
from fellesplan.people.models import Employee, Unit
from fellesplan.web.admin import lists
from fellesplan.web.admin.forms import (
    AssignmentForm,
    EmployeeForm,
    EndForm,
    NewEmployeeForm,
    UnitForm,
    employee_initial,
    unit_initial,
)
from fellesplan.web.components.forms import PageForm
from fellesplan.web.page import PageRequest, page

METHODS = ["GET", "HEAD", "POST"]


@require_safe
@page("users.manage")
def home(request: PageRequest) -> HttpResponse:
    """List units and employees."""
    shown = lists.admin_home(request.actor, request.tenant.slug, request.GET.dict(), clock.today())
    return render(request, "admin/home.html", {"shown": shown})


@require_http_methods(METHODS)
@page("users.manage")
def unit_new(request: PageRequest) -> HttpResponse:
    """Add a unit."""
    form = UnitForm(request.POST or None, initial={"active": True})
    if form.is_valid():
        try:
            unit = service.add_unit(actor=request.actor, tenant=request.tenant, data=form.data_for_service)
            messages.success(request, _("%(name)s er lagt til.") % {"name": unit.name})
            return _home(request)
        except InvalidInput as error:
            form.take(error)
    return _form(request, "admin/unit.html", form)


@require_http_methods(METHODS)
@page("unit.edit")
def unit_edit(request: PageRequest, pk: UUID) -> HttpResponse:
    """Rename a unit, or take it out of use."""
    unit = fetch(request.actor, "unit.edit", Unit, pk)
    form = UnitForm(request.POST or None, initial=unit_initial(unit))
    if form.is_valid():
        try:
            service.change_unit(actor=request.actor, unit=unit, data=form.data_for_service)
            messages.success(request, _("Endringen er lagret."))
            return _home(request)
        except InvalidInput as error:
            form.take(error)
    return _form(request, "admin/unit.html", form, unit=unit)


@require_http_methods(METHODS)
@page("users.manage")
def employee_new(request: PageRequest) -> HttpResponse:
    """Add an employee with a first assignment."""
    form = NewEmployeeForm(request.POST or None, units=lists.units_in_use(request.actor))
    if form.is_valid():
        values = form.cleaned_data
        try:
            employee = service.add_employee(
                actor=request.actor, tenant=request.tenant, data=form.employee_data, role=values["role"],
                unit=fetch(request.actor, "unit.read", Unit, UUID(values["unit"])),
                valid_from=values["valid_from"],
            )  # fmt: skip
            messages.success(request, _("%(name)s er lagt til.") % {"name": employee.name})
            return _to(request, "employee-edit", employee.pk)
        except InvalidInput as error:
            form.take(error)
    return _form(request, "admin/employee_new.html", form)


@require_http_methods(METHODS)
@page("employee.edit")
def employee_edit(request: PageRequest, pk: UUID) -> HttpResponse:
    """Change who somebody is, and let them work in one more place."""
    employee = fetch(request.actor, "employee.edit", Employee, pk)
    do = request.POST.get("do", "")
    form = EmployeeForm(request.POST if do == "save" else None, initial=employee_initial(employee))
    place = AssignmentForm(
        request.POST if do == "assign" else None, units=lists.units_in_use(request.actor), prefix="t"
    )
    try:
        if form.is_valid():
            service.change_employee(actor=request.actor, employee=employee, data=form.employee_data)
            messages.success(request, _("Endringen er lagret."))
            return _to(request, "employee-edit", pk)
        if place.is_valid():
            _assign(request, employee, place)
            return _to(request, "employee-edit", pk)
    except InvalidInput as error:
        (place if do == "assign" else form).take(error)
    rows = lists.assignment_rows(employee, request.tenant.slug, clock.today())
    status = 422 if form.errors or place.errors else 200
    context = {"employee": employee, "form": form, "place": place, "rows": rows}
    return render(request, "admin/employee.html", context, status=status)


@require_http_methods(METHODS)
@page("employee.edit")
def assignment_end(request: PageRequest, pk: UUID, assignment: UUID) -> HttpResponse:
    """Ask for the last day, once."""
    employee = fetch(request.actor, "employee.edit", Employee, pk)
    row = employee.assignments.select_related("unit").filter(pk=assignment).first()
    if row is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"last_day": clock.today()})
    if form.is_valid():
        try:
            service.end_assignment(
                actor=request.actor, assignment=row, last_day=form.cleaned_data["last_day"]
            )
            messages.success(request, _("Tilknytningen er avsluttet."))
            return _to(request, "employee-edit", pk)
        except InvalidInput as error:
            form.take(error)
    return _form(request, "admin/assignment_end.html", form, employee=employee, assignment=row)


def _assign(request: PageRequest, employee: Employee, form: AssignmentForm) -> None:
    values = form.cleaned_data
    service.assign(
        actor=request.actor, employee=employee, role=values["role"], valid_from=values["valid_from"],
        unit=fetch(request.actor, "unit.read", Unit, UUID(values["unit"])), valid_to=values["valid_to"],
    )  # fmt: skip
    messages.success(request, _("Tilknytningen er lagt til."))


def _form(request: PageRequest, template: str, form: PageForm, **context: object) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)


def _home(request: PageRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin-home", args=[request.tenant.slug]))


def _to(request: PageRequest, name: str, pk: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[request.tenant.slug, pk]))
