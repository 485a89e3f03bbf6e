"""Utredning: the page where a caseworker answers what the law asks."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import can, fetch
from fellesplan.cases import assessing, states
from fellesplan.cases.models import Case
from fellesplan.cases.services import assessment as service
from fellesplan.cases.versions import Stale
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.web.about import render_about
from fellesplan.web.components.glue import translate
from fellesplan.web.office import merge
from fellesplan.web.office.assessment_form import AssessmentForm
from fellesplan.web.page import PageRequest, page

RELATED = ("person", "municipality", "caseworker")


@require_http_methods(["GET", "POST"])
@page("case.read")
def assessment(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show the assessment, and save it; those who only read get it as text."""
    case = fetch(request.actor, "case.read", Case, pk, related=RELATED, information=("assessment",))
    found = assessing.view(case)
    if request.method == "POST":
        form = AssessmentForm(found, merge.resolved(request.POST), spare=0)
        return _save(request, case, form) if form.is_valid() else _page(request, form)
    if case.state != states.ASSESSMENT or not can(request.actor, "case.handle", case):
        context = {"assessment": found, "case": case}
        return render_about(request, case.person, "office/assessment_read.html", context)
    return _page(request, AssessmentForm(found, spare=_spare(request)))


def _save(request: PageRequest, case: Case, form: AssessmentForm) -> HttpResponse:
    """Save, then go where the button says; a conflict shows both texts."""
    here = reverse("case-assessment", args=[request.tenant.slug, case.pk])
    try:
        service.save(actor=request.actor, case=case, changes=form.changes())
        if request.POST.get("do") == "finish":
            service.finish(actor=request.actor, case=case)
            return HttpResponseRedirect(reverse("case-decision", args=[request.tenant.slug, case.pk]))
    except Stale as stale:
        mine = {"services-services": assessing.services_content(form.services())["services"]}
        return merge.page(request, stale, form.merge_fields, back=here, mine=mine)
    except Refused as refused:
        messages.warning(request, translate(refused.text))
        return HttpResponseRedirect(here)
    if request.htmx:
        return _page(request, AssessmentForm(assessing.view(case)), saved=True)
    if request.POST.get("do") == "more":
        return HttpResponseRedirect(f"{here}?rader=3#tjenester")
    messages.success(request, gettext("Utredningen er lagret."))
    return HttpResponseRedirect(here)


def _page(request: PageRequest, form: AssessmentForm, *, saved: bool = False) -> HttpResponse:
    saved_at = clock.now() if saved else None
    context = {
        "form": form, "assessment": form.found, "case": form.found.case, "saved_at": saved_at,
    }  # fmt: skip
    return render(request, "office/assessment.html", context, status=422 if form.errors else 200)


def _spare(request: PageRequest) -> int:
    """Return how many empty service rows to show."""
    wanted = request.GET.get("rader", "")
    return min(int(wanted), 10) if wanted.isdecimal() else 1
