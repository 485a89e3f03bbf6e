"""Access that nobody uses, and a day when somebody leaves. Nothing here tells of a case or a plan."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch
from fellesplan.access.last_read import last_read
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people import administration
from fellesplan.people.dormant import dormant
from fellesplan.people.models import Employee
from fellesplan.web.admin.forms import LeaveForm
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, Row, Tag
from fellesplan.web.page import PageRequest, page

PER_PAGE = 25


@dataclass(frozen=True)
class DormantPage:
    """Those who have access and have not used it since a day."""

    since: Any
    rows: tuple[Row, ...]
    page: Page[Employee]


@require_safe
@page("users.manage")
def sleeping(request: PageRequest) -> HttpResponse:
    """List who has not read anything for months, and can be ended."""
    shown = _page(request.actor, request.tenant.slug, request.GET.get("side", "1"))
    return render(request, "admin/dormant.html", {"shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@page("employee.edit")
def leave(request: PageRequest, pk: UUID) -> HttpResponse:
    """Ask for somebody's last day here, once, and end everything they work with then."""
    employee = fetch(request.actor, "employee.edit", Employee, pk)
    form = LeaveForm(request.POST or None, initial={"last_day": clock.today()})
    if form.is_valid():
        try:
            day = form.cleaned_data["last_day"]
            administration.leave(actor=request.actor, employee=employee, last_day=day)
            told = {"name": employee.name, "day": words.day(day)}
            said = _("%(name)s har ingen tilgang etter %(day)s. De som må finne en ny, får vite det.")
            messages.success(request, said % told)
            return HttpResponseRedirect(reverse("employee-edit", args=[request.tenant.slug, pk]))
        except InvalidInput as error:
            form.take(error)
    context = {"form": form, "employee": employee}
    return render(request, "admin/leave.html", context, status=422 if form.errors else 200)


def _page(actor: Actor, slug: str, number: str) -> DormantPage:
    found = dormant(actor, clock.today())
    shown = Paginator(found.employees, PER_PAGE).get_page(number)
    read = last_read(actor, [row.account_id for row in shown if row.account_id])
    rows = tuple(_row(row, read.get(row.account_id) if row.account_id else None, slug) for row in shown)
    return DormantPage(found.since, rows, shown)


def _row(row: Employee, read: Any, slug: str) -> Row:
    works = [f"{one.get_role_display()}, {one.unit.name}" for one in row.assignments.all()]
    outside = all(one.unit.external for one in row.assignments.all())
    last = _("Sist brukt %(day)s") % {"day": words.day(read)} if read else _("Aldri brukt")
    url = reverse("employee-leave", args=[slug, row.pk])
    return Row(
        row.name, url=reverse("employee-edit", args=[slug, row.pk]), meta=" · ".join((last, *works)),
        tag=Tag("info", __("Gjest")) if outside else None,
        action=Action(_("Avslutt tilgangen"), url, hidden=row.name),
    )  # fmt: skip
