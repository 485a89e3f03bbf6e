"""The pages of a unit leader. Nothing here tells what is in a plan or a case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch
from fellesplan.coordinators import queries, states
from fellesplan.coordinators.models import Nomination
from fellesplan.coordinators.readiness import NAMES
from fellesplan.coordinators.services import nominations
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.models import Employee
from fellesplan.web.components import words
from fellesplan.web.page import PageRequest, page
from fellesplan.web.unit.forms import NOBODY, AnswerForm
from fellesplan.web.unit.today_page import about, unit_today

RELATED = ("unit", "case__person", "employee")


@require_safe
@page("unit.lead")
def today(request: PageRequest) -> HttpResponse:
    """Show what waits for an answer and how many each coordinator follows."""
    context = {"shown": unit_today(request.actor, request.tenant, clock.today())}
    return render(request, "unit/today.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page("nomination.answer")
def nomination(request: PageRequest, pk: UUID) -> HttpResponse:
    """Ask who can be coordinator; the leader sees first name, age, role and message, and nothing else."""
    row = fetch(
        request.actor, "nomination.answer", Nomination, pk, related=RELATED, information=("name", "age")
    )
    form = AnswerForm(request.POST or None, staff=_staff(request, row)) if row.state == states.ASKED else None
    if request.method == "POST" and form is None:
        messages.info(request, _("Forespørselen er allerede besvart eller trukket tilbake."))
        return HttpResponseRedirect(request.path)
    if form and form.is_valid():
        try:
            messages.success(request, _answer(request, row, form))
            return HttpResponseRedirect(reverse("unit-today", args=[request.tenant.slug]))
        except InvalidInput as error:
            form.take(error)
    context = {"row": row, "form": form, "about": about(row, clock.today()), "kind": NAMES[row.kind]}
    status = 422 if form and form.errors else 200
    return render(request, "unit/nomination.html", context, status=status)


def _answer(request: PageRequest, row: Nomination, form: AnswerForm) -> str:
    chosen, note = form.cleaned_data["employee"], form.cleaned_data["note"]
    if chosen == NOBODY:
        nominations.answer(actor=request.actor, nomination=row, employee=None, note=note)
        return _("Takk for svaret. Koordinerende enhet spør en annen.")
    employee = fetch(request.actor, "employee.read", Employee, UUID(chosen))
    nominations.answer(actor=request.actor, nomination=row, employee=employee, note=note)
    text = _("Du har foreslått %(name)s. Koordinerende enhet oppnevner og gir beskjed.")
    return text % {"name": employee.name}


def _staff(request: PageRequest, row: Nomination) -> list[tuple[str, str, str]]:
    """Return who works at the unit, with how many each follows; two queries."""
    rows = queries.employees_at(request.actor, row.unit, clock.today())
    loads = queries.workloads(rows, clock.today())
    return [(str(who.pk), f"{who.name}, {who.title}", _follows(loads.get(who.pk, 0))) for who in rows]


def _follows(number: int) -> str:
    if not number:
        return _("Følger ingen nå")
    text = ngettext("Følger %(n)s person nå", "Følger %(n)s personer nå", number)
    return text % {"n": words.number(number)}
