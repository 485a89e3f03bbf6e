"""The page of a case: where it stands, what is next, and everything that belongs to it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import can, fetch
from fellesplan.cases import assessing, lists, reading
from fellesplan.cases.models import Case
from fellesplan.cases.reading import CaseView
from fellesplan.cases.services import notes
from fellesplan.kernel.errors import InvalidInput
from fellesplan.web.about import render_about
from fellesplan.web.office import areas, case_clocks, case_page, consent_page, links, steps
from fellesplan.web.office.case_forms import NoteForm
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 45
INFORMATION = ("case", "referral", "journal", "documents", "consent")


@require_safe
@page("case.read")
def case(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show the case."""
    found = _fetch(request, pk)
    view = reading.view(request.actor, found, whole_journal=request.GET.get("journal") == "alle")
    course = case_page.course_of(view.steps)
    slug = request.tenant.slug
    context = {
        "case": found, "view": view, "title": case_page.title(view), "lead": case_page.lead(view),
        "course": course, "next": steps.next_step(view.next, found, request.actor, at=course.at),
        "clocks": case_page.clocks(view), "all_clocks": case_clocks.rows_of(found, view.facts),
        "people": case_page.people(view),
        "journal": case_page.journal_rows(view.journal, slug),
        "documents": case_page.document_lines(view.documents, slug),
        "shares": consent_page.shares(found, view.shares, areas.names(found.municipality), stop=False),
        "assessment": assessing.view(found) if view.facts.consent.is_live or view.facts.decided else None,
        "own_words": ("self", "parent", "next_of_kin"),
        "home_visit": case_page.home_visit(view),
        "may_handle": can(request.actor, "case.handle", found),
        "appointment_url": _appointment_url(request, view),
    }  # fmt: skip
    return render_about(request, found.person, "office/case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def note(request: PageRequest, pk: UUID) -> HttpResponse:
    """Write a note in the journal."""
    found = fetch(request.actor, "case.handle", Case, pk, related=lists.RELATED)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            notes.note(actor=request.actor, case=found, **form.cleaned_data)
        except InvalidInput as error:
            form.take(error)
        else:
            messages.success(request, _("Notatet ligger i journalen."))
            return HttpResponseRedirect(links.case_url(found))
    return render(request, "office/case_note.html", {"form": form, "case": found})


def _appointment_url(request: PageRequest, view: CaseView) -> str:
    """Return where a coordinator is found, once the person has a right to one."""
    facts = view.facts
    wanted = facts.wants_coordinator and facts.letter_sent_on and not facts.closed
    may = wanted and can(request.actor, "case.appoint", view.case)
    return links.case_url(view.case, "case-appointment") if may else ""


def _fetch(request: PageRequest, pk: UUID) -> Case:
    return fetch(request.actor, "case.read", Case, pk, related=lists.RELATED, information=INFORMATION)
