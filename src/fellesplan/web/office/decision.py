"""Vedtak: the page where each right is decided, with the letter beside the form."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import can, fetch
from fellesplan.cases import deciding, rights
from fellesplan.cases.deciding import DecisionView
from fellesplan.cases.models import Case
from fellesplan.cases.services import decisions
from fellesplan.cases.versions import Stale
from fellesplan.documents.letters import LANGUAGES, Language
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.web.about import render_about
from fellesplan.web.components.glue import translate
from fellesplan.web.office import merge
from fellesplan.web.office.decision_form import DecisionForm
from fellesplan.web.office.decision_page import context_of
from fellesplan.web.page import PageRequest, page

RELATED = ("person", "municipality", "caseworker")


@require_http_methods(["GET", "POST"])
@page("case.read")
def decision(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show the drafts beside the letter, and save them."""
    case = fetch(request.actor, "case.read", Case, pk, related=RELATED, information=("decision",))
    found = _view(request, case)
    if request.method == "POST":
        form = DecisionForm(found, merge.resolved(request.POST))
        return _save(request, form) if form.is_valid() else _page(request, found, form)
    may_write = found.is_open and can(request.actor, "case.decide", case)
    return _page(request, found, DecisionForm(found) if may_write else None)


@require_POST
@page("case.decide")
def issue(request: PageRequest, pk: UUID) -> HttpResponse:
    """Send the letter, once, and show it."""
    case = fetch(request.actor, "case.decide", Case, pk, related=RELATED, information=("decision",))
    return _issue(request, case)


def _issue(request: PageRequest, case: Case) -> HttpResponse:
    try:
        letter = decisions.issue(actor=request.actor, case=case, language=_language(request))
    except Refused as refused:
        messages.warning(request, translate(refused.text))
        return HttpResponseRedirect(_here(request, case))
    messages.success(request, gettext("Brevet er sendt og ført i journalen."))
    return HttpResponseRedirect(reverse("case-letter", args=[request.tenant.slug, letter.pk]))


def _save(request: PageRequest, form: DecisionForm) -> HttpResponse:
    """Save the drafts, then do what the button says; a conflict shows both texts."""
    case, right = form.found.case, request.POST.get("use", "")
    try:
        _save_changes(request, case, form)
        if right:
            _use_suggestion(request, case, right)
    except Stale as stale:
        return merge.page(request, stale, form.merge_fields, back=_here(request, case), mine={})
    except (Refused, InvalidInput) as error:
        form.take(error)
        return _page(request, form.found, form)
    if request.htmx:
        found = _view(request, case)
        return _page(request, found, DecisionForm(found), saved=True)
    if request.POST.get("do") == "issue":
        return _issue(request, case)
    messages.success(request, gettext("Utkastet er lagret."))
    return HttpResponseRedirect(_here(request, case) + (f"#{right}" if right else ""))


def _save_changes(request: PageRequest, case: Case, form: DecisionForm) -> None:
    """Save what was changed. A second click on "Send" finds everything sent, and changes nothing."""
    drafts, texts = form.drafts(), form.texts()
    again = request.POST.get("do") == "issue" and form.found.sent
    if (drafts or texts is not None) and not again:
        version = form.cleaned_data["letter-was"]
        decisions.save(actor=request.actor, case=case, drafts=drafts, texts=texts, texts_version=version)


def _use_suggestion(request: PageRequest, case: Case, right: str) -> None:
    """Put the suggested reason into the draft, because somebody asked for it."""
    found = _view(request, case)
    part = next((part for part in found.parts if part.right == right), None)
    if part is None or not part.suggestion:
        return
    outcome = part.content["outcome"] or part.proposed
    decisions.decide(
        actor=request.actor, case=case, right=right, outcome=outcome, reason=part.suggestion,
        dissent=part.content["dissent"], legal_basis=part.content["legal_basis"],
    )  # fmt: skip


def _page(
    request: PageRequest, found: DecisionView, form: DecisionForm | None, *, saved: bool = False
) -> HttpResponse:
    context = context_of(request, found, form) | {"saved_at": clock.now() if saved else None}
    status = 422 if form is not None and form.errors else 200
    return render_about(request, found.case.person, "office/decision.html", context, status)


def _view(request: PageRequest, case: Case) -> DecisionView:
    also = rights.ordered(request.GET.getlist("ogsa"))
    return deciding.view(case, request.actor, language=_language(request), also=also)


def _language(request: PageRequest) -> Language | None:
    wanted = request.GET.get("sprak")
    return next((language for language in LANGUAGES if language == wanted), None)


def _here(request: PageRequest, case: Case) -> str:
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return reverse("case-decision", args=[request.tenant.slug, case.pk]) + query
