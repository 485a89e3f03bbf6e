"""The pages of the referral: start, one question at a time, look over, receipt."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fellesplan.access.actor import system
from fellesplan.cases.services import receipts
from fellesplan.cases.services.referrals import register
from fellesplan.documents.letters import language_of
from fellesplan.kernel.errors import InvalidInput
from fellesplan.web.page import PageRequest, page
from fellesplan.web.public import limits
from fellesplan.web.public.referral import draft as drafts
from fellesplan.web.public.referral import receipt, sending
from fellesplan.web.public.referral.check_form import CheckForm
from fellesplan.web.public.referral.draft import Draft
from fellesplan.web.public.referral.forms import StepForm
from fellesplan.web.public.referral.steps import STEPS, asked_of, filled, first_unfinished, form_of

NOT_KEPT = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
MISSES_FIELD_IN = {
    "family_name": 2,
    "given_name": 2,
    "birth_date": 2,
    "birth_number": 2,
    "need": 3,
    "reporter_name": 2,
}


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def start(request: PageRequest) -> HttpResponse:
    """Say what the form is and how long it takes; POST begins a draft, or goes on with the one there is."""
    draft = drafts.load(request.session, request.tenant)
    if request.method == "POST":
        drafts.save(request.session, request.tenant, draft or Draft())
        return _to(request, "referral-step", step=1)
    asked = asked_of(draft or Draft(), request.tenant)
    who = asked.procedure.find("who_may_report")
    context = {
        "draft": draft,
        "total": len(STEPS),
        "weeks": asked.procedure.number("casework.promise_weeks"),
        "who_may_report": who.text if who and not who.is_law else "",
    }
    return render(request, "public/referral_start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def step(request: PageRequest, step: int) -> HttpResponse:
    """Ask one question; an answer is kept whether it is right or wrong, also while it is being written."""
    draft = drafts.load(request.session, request.tenant)
    if draft is None:
        return _to(request, "referral-start")
    if not 1 <= step <= len(STEPS):
        raise Http404
    asked, chosen = asked_of(draft, request.tenant), STEPS[step - 1]
    if request.method != "POST":
        return _ask(request, step, draft, form_of(chosen, draft, asked))
    if not request.htmx and limits.too_many(request, limits.STEPS):
        return _wait(request)
    form = form_of(chosen, draft, asked, request.POST)
    draft.keep(chosen.key, request.POST, list(form.fields))
    drafts.save(request.session, request.tenant, draft)
    if request.htmx:
        return render(request, "public/parts/saved.html", {"draft": draft})
    if "later" in request.POST:
        return _to(request, "referral-code")
    if not form.is_valid():
        return _ask(request, step, draft, form)
    return (
        _to(request, "referral-check") if step == len(STEPS) else _to(request, "referral-step", step=step + 1)
    )


def _ask(request: PageRequest, number: int, draft: Draft, form: StepForm) -> HttpResponse:
    chosen = STEPS[number - 1]
    first = form[chosen.question] if chosen.question else None
    rest = [field for field in form if field.name != chosen.question]
    context = {
        "form": form, "question": first, "rest": rest, "heading": chosen.heading(form.asked),
        "number": number, "total": len(STEPS), "is_last": number == len(STEPS), "draft": draft,
        "fold": chosen.fold,
    }  # fmt: skip
    return render(request, "public/referral_step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def check(request: PageRequest) -> HttpResponse:
    """Show all answers; POST sends them."""
    draft = drafts.load(request.session, request.tenant)
    if draft is None:
        return _to(
            request, "referral-receipt" if receipt.of(request.session, request.tenant) else "referral-start"
        )
    asked = asked_of(draft, request.tenant)
    if unfinished := first_unfinished(draft, asked):
        return _to(request, "referral-step", step=unfinished)
    values = sending.values_of(filled(draft, asked))
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = CheckForm(*sent, asked=asked)
    if form.is_valid():
        if limits.too_many(request, limits.SENDS):
            return _wait(request)
        return _send(request, draft, form, sending.referral_data(draft, asked, values, form.missing))
    context = {
        "form": form,
        "answers": sending.summary(request.tenant.slug, asked, values),
        "total": len(STEPS),
    }
    return render(request, "public/referral_check.html", context)


def _send(request: PageRequest, draft: Draft, form: CheckForm, data: Any) -> HttpResponse:
    actor = request.actor if request.actor.account else system(request.tenant.id)
    try:
        referral = register(actor=actor, tenant=request.tenant, data=data, attachments=form.uploads)
    except InvalidInput as error:
        messages.error(request, _("Noe må rettes før meldingen kan sendes."))
        return _to(request, "referral-step", step=min(MISSES_FIELD_IN.get(name, 2) for name in error.fields))
    receipt.keep(request.session, request.tenant, referral, data)
    drafts.delete(request.session, request.tenant)
    return _to(request, "referral-receipt")


@require_safe
@page(public=True)
def receipt_page(request: PageRequest) -> HttpResponse:
    """Show the reference and the time, what happens next, and latest when (eFvf § 6)."""
    found = receipt.of(request.session, request.tenant)
    if found is None:
        return _to(request, "referral-start")
    return render(request, "public/referral_receipt.html", {"receipt": found})


@require_POST
@page(public=True)
def receipt_pdf(request: PageRequest) -> HttpResponse:
    """Return the receipt as a file to the browser that sent the referral; the first time it is journaled."""
    found = receipt.of(request.session, request.tenant)
    if found is None:
        return _to(request, "referral-start")
    pdf = receipts.as_pdf(
        actor=system(request.tenant.id), tenant=request.tenant, reference=found.reference,
        language=language_of(get_language() or request.tenant.language),
    )  # fmt: skip
    headers = {"Content-Disposition": f'attachment; filename="kvittering-{found.reference}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers | NOT_KEPT)


@require_POST
@page(public=True)
def delete(request: PageRequest) -> HttpResponse:
    """Throw the draft away, for one who has borrowed the telephone."""
    had_draft = drafts.load(request.session, request.tenant) is not None
    drafts.delete(request.session, request.tenant)
    receipt.forget(request.session, request.tenant)
    gone = _("Kladden er slettet.") if had_draft else _("Kvitteringen er fjernet herfra.")
    messages.success(request, gone)
    return _to(request, "front")


def _to(request: PageRequest, name: str, **kwargs: Any) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, kwargs={"tenant": request.tenant.slug, **kwargs}))


def _wait(request: HttpRequest) -> HttpResponse:
    response = render(request, "public/too_many.html", status=429)
    response.headers["Retry-After"] = "3600"
    return response
