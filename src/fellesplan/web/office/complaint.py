"""Complaints in a case: which there are, one of them, and a new one on paper or told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import can, fetch, visible
from fellesplan.cases import complaint_states, lists, rights
from fellesplan.cases.models import Case, Complaint, Decision
from fellesplan.cases.services import complaints_lodging
from fellesplan.cases.services.complaints_lodging import ComplaintData
from fellesplan.consent import queries
from fellesplan.kernel import clock
from fellesplan.kernel.ids import new_reference
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Row
from fellesplan.web.office.complaint_forms import RegisterForm
from fellesplan.web.office.complaint_page import complaint_url, page_of, tag_of
from fellesplan.web.office.complaint_saving import attempt
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 45
RELATED = (
    "case__municipality", "case__person", "case__caseworker", "prepared_by", "package", "answer_document",
)  # fmt: skip


@require_safe
@page("complaint.read")
def complaints(request: PageRequest, pk: UUID) -> HttpResponse:
    """Lead to the one open complaint of the case, or show all there are."""
    case = fetch(request.actor, "case.read", Case, pk, related=lists.RELATED, information=("complaint",))
    rows = visible(request.actor, "complaint.read", Complaint).filter(case=case)
    found = list(rows.select_related("case__municipality").order_by("-received_at", "-id"))
    open_ = [row for row in found if row.state in complaint_states.OPEN]
    if len(open_) == 1 and "alle" not in request.GET:
        return HttpResponseRedirect(complaint_url(open_[0]))
    context = {
        "case": case,
        "rows": [_line(row) for row in found],
        "may_register": _may_register(request, case),
    }
    return render(request, "office/complaints.html", context)


@require_safe
@page("complaint.read")
def complaint(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show one complaint."""
    row = fetch(request.actor, "complaint.read", Complaint, pk, related=RELATED, information=("complaint",))
    context = {"page": page_of(request.actor, row), "case": row.case, "row": row}
    return render(request, "office/complaint.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page("complaint.handle")
def register(request: PageRequest, pk: UUID) -> HttpResponse:
    """Register a complaint that came on paper, or that somebody tells."""
    case = fetch(request.actor, "case.handle", Case, pk, related=lists.RELATED)
    over = complaints_lodging.open_to_complaint(case)
    choices = [(str(one.pk), _answer(one)) for one in over]
    sent = request.method == "POST"
    form = RegisterForm(
        request.POST if sent else None, request.FILES if sent else None, decisions=choices,
        initial=None if sent else _first(case, over),
    )  # fmt: skip
    if form.is_valid():
        found = attempt(form, lambda: _register(request, case, form))
        if found:
            messages.success(request, _("Klagen er registrert. Klageren får en bekreftelse."))
            return HttpResponseRedirect(complaint_url(found[0]))
    context = {"form": form, "case": case, "over": over}
    return render(request, "office/complaint_register.html", context, status=422 if form.errors else 200)


def _register(request: PageRequest, case: Case, form: RegisterForm) -> tuple[Complaint, ...]:
    told = dict(form.cleaned_data)
    papers, mandate = told.pop("papers"), told.pop("mandate")
    chosen = tuple(UUID(one) for one in told.pop("decisions"))
    data = ComplaintData(decisions=chosen, **told)
    return complaints_lodging.register(
        actor=request.actor, case=case, data=data, attachments=papers, mandate=mandate
    )


def _first(case: Case, over: list[Decision]) -> dict[str, Any]:
    """Return what stands in the form to begin with: today, and who usually acts for the person."""
    acting = list(queries.representations(case.person, clock.today()))
    name = acting[0].representative.full_name if len(acting) == 1 else case.person.full_name
    capacity = Complaint.Capacity.REPRESENTATIVE if len(acting) == 1 else Complaint.Capacity.SELF
    return {
        "reference": new_reference(), "arrived_on": clock.today(), "decisions": [str(o.pk) for o in over[:1]],
        "name": name, "capacity": capacity,
    }  # fmt: skip


def _answer(decision: Decision) -> str:
    """Return "Barnekoordinator: Avslag, sendt 24. november"."""
    right = translate(rights.WORDS[decision.right]).capitalize()
    told = {"right": right, "outcome": decision.get_outcome_display()}
    if decision.issued_at is None:
        return _("%(right)s: %(outcome)s") % told
    day = words.day(clock.civil_day(decision.issued_at), year=True)
    return _("%(right)s: %(outcome)s, sendt %(day)s") % {**told, "day": day}


def _line(row: Complaint) -> Row:
    about = translate(rights.listed(rights.ordered(row.rights)))
    return Row(
        title=_("Klage fra %(name)s") % {"name": row.complainant_name}, url=complaint_url(row),
        lead=words.short_day(row.received_at), text=about, tag=tag_of(row),
    )  # fmt: skip


def _may_register(request: PageRequest, case: Case) -> bool:
    return can(request.actor, "case.handle", case) and bool(complaints_lodging.open_to_complaint(case))
