"""Vurder klagen: what the municipality writes beside the letter, saved or done (fvl § 33)."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.cases import complaint_states as states
from fellesplan.cases.models import Complaint
from fellesplan.cases.services import complaints_settling as settling
from fellesplan.cases.versions import Stale
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.web.office.complaint import RELATED
from fellesplan.web.office.complaint_forms import AssessForm
from fellesplan.web.office.complaint_page import complaint_url
from fellesplan.web.page import PageRequest, page

_COURSE = Complaint.Course
_OPEN = (states.RECEIVED, states.NEEDS_COMPLETION, states.UNDER_REASSESSMENT)


@require_http_methods(["GET", "HEAD", "POST"])
@page("complaint.decide")
def assess(request: PageRequest, pk: UUID) -> HttpResponse:
    """Write what the municipality thinks, see the letter, and send it."""
    row = fetch(request.actor, "complaint.decide", Complaint, pk, related=RELATED, information=("complaint",))
    if row.state not in _OPEN:
        return _after(request, row)
    courses = _courses(row)
    form = AssessForm(
        request.POST if request.method == "POST" else None, row=row, courses=courses,
        initial=_first(request, row, courses),
    )  # fmt: skip
    if form.is_valid():
        answer = _save(request, row, form)
        if answer:
            return answer
    return _page(request, row, form)


def _courses(row: Complaint) -> tuple[str, ...]:
    """Return what may be done: a complaint that is taken up is assessed, any other only dismissed."""
    if row.state != states.UNDER_REASSESSMENT:
        return (_COURSE.DISMISS,)
    return (_COURSE.SEND, _COURSE.ANNUL)


def _first(request: PageRequest, row: Complaint, courses: tuple[str, ...]) -> dict[str, str]:
    wanted = request.GET.get("til", "")
    if not row.planned and wanted in courses:
        return {"planned": wanted}
    return {} if row.planned or len(courses) > 1 else {"planned": courses[0]}


def _save(request: PageRequest, row: Complaint, form: AssessForm) -> HttpResponse | None:
    """Save; then send if that was pressed. What was written stays when it cannot be sent."""
    data = form.cleaned_data
    try:
        with transaction.atomic():
            saved = settling.prepare(
                actor=request.actor, complaint=row, planned=data["planned"], statement=data["statement"],
                version=_version(data["version"]),
            )  # fmt: skip
    except Stale as stale:
        _meet(form, row, stale)
        return None
    except (InvalidInput, Refused) as error:
        form.take(error)
        return None
    if request.POST.get("do") != "send":
        messages.success(request, _("Utkastet er lagret."))
        return HttpResponseRedirect(complaint_url(row, "complaint-assess"))
    return _settle(request, saved, form)


def _settle(request: PageRequest, row: Complaint, form: AssessForm) -> HttpResponse | None:
    try:
        with transaction.atomic():
            letter = settling.settle(actor=request.actor, complaint=row)
    except Refused as refused:
        form.take(refused)
        form.data = {**form.cleaned_data, "version": str(row.version)}
        return None
    messages.success(request, _("Brevet er sendt og ført i journalen."))
    return HttpResponseRedirect(reverse("case-letter", args=[request.tenant.slug, letter.pk]))


def _meet(form: AssessForm, row: Complaint, stale: Stale) -> None:
    """Keep mine in the field, show theirs beside it, and write on from their version."""
    row.refresh_from_db(fields=["version"])
    part = stale.parts[0]
    form.theirs, form.theirs_by = part.theirs["statement"], part.by
    form.data = {**form.cleaned_data, "version": str(row.version)}
    form.add_error(None, _("Noen andre har lagret mens du skrev. Se over begge tekstene, og lagre på nytt."))


def _version(mark: str) -> int | None:
    return int(mark) if mark.isdecimal() else None


def _after(request: PageRequest, row: Complaint) -> HttpResponse:
    """A second press finds it done; otherwise there is nothing to assess now."""
    if request.method == "POST":
        try:
            letter = settling.settle(actor=request.actor, complaint=row)
        except Refused:
            return HttpResponseRedirect(complaint_url(row))
        return HttpResponseRedirect(reverse("case-letter", args=[request.tenant.slug, letter.pk]))
    return HttpResponseRedirect(complaint_url(row))


def _page(request: PageRequest, row: Complaint, form: AssessForm) -> HttpResponse:
    data = form.cleaned_data if form.is_bound and hasattr(form, "cleaned_data") else form.initial
    planned, statement = data.get("planned") or "", data.get("statement") or ""
    two = settling.two_people(row.case)
    context = {
        "form": form, "case": row.case, "row": row, "back": complaint_url(row), "two_people": two,
        "awaits_other": two and row.prepared_by_id in (None, request.actor.employee),
        "letter": settling.content(row, request.actor, planned=planned, statement=statement),
        "dismissing": row.state != states.UNDER_REASSESSMENT,
    }  # fmt: skip
    return render(request, "office/complaint_assess.html", context, status=422 if form.errors else 200)
