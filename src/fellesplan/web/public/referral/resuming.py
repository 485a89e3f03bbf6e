"""Going on with a draft later, on any device, without an account: by a code."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from fellesplan.web.components.forms import PageForm
from fellesplan.web.page import PageRequest, page
from fellesplan.web.public import limits
from fellesplan.web.public.referral import coded
from fellesplan.web.public.referral import draft as drafts
from fellesplan.web.public.referral.steps import asked_of, first_unfinished
from fellesplan.web.public.referral.views import _to, _wait


class CodeForm(PageForm):
    """Fortsett med koden."""

    code = forms.CharField(
        label=__("Koden din"),
        max_length=40,
        help_text=__("Tolv bokstaver og tall. Store og små bokstaver og bindestreker har ikke noe å si."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": __("Skriv koden du fikk da du lagret")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def code(request: PageRequest) -> HttpResponse:
    """Show the code of the draft, made the first time; POST takes the draft away from this browser."""
    draft = drafts.load(request.session, request.tenant)
    if draft is None:
        return _to(request, "referral-start")
    if request.method == "POST" and draft.code:
        drafts.leave(request.session, request.tenant)
        messages.success(request, _("Kladden er lukket her. Den er lagret, og du kan fortsette med koden."))
        return _to(request, "front")
    if not draft.code:
        if limits.too_many(request, limits.CODES):
            return _wait(request)
        draft.code = coded.new_code()
        coded.create(request.tenant, draft.code, drafts.sealed(draft))
        drafts.save(request.session, request.tenant, draft)
    asked = asked_of(draft, request.tenant)
    context = {
        "code": coded.grouped(draft.code), "days": coded.KEPT.days,
        "next_url": _next(request, first_unfinished(draft, asked)),
    }  # fmt: skip
    return render(request, "public/referral_code.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def resume(request: PageRequest) -> HttpResponse:
    """Ask for the code; POST opens the draft where it was left."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if limits.too_many(request, limits.RESUMES):
            return _wait(request)
        typed = coded.cleaned(form.cleaned_data["code"])
        if typed and (content := coded.find(request.tenant, typed)):
            return _open(request, drafts.opened(content))
        form.add_error(
            "code",
            _(
                "Vi finner ingen kladd med denne koden. Se om den er riktig skrevet."
                " Kladden slettes etter %(days)s dager."
            )
            % {"days": coded.KEPT.days},
        )
    return render(request, "public/referral_resume.html", {"form": form, "days": coded.KEPT.days})


def _open(request: PageRequest, draft: drafts.Draft) -> HttpResponse:
    """A new session number: nobody who used the browser before goes on with this one."""
    _put_aside(request, draft)
    request.session.cycle_key()
    drafts.save(request.session, request.tenant, draft)
    step = first_unfinished(draft, asked_of(draft, request.tenant))
    return HttpResponseRedirect(_next(request, step))


def _put_aside(request: PageRequest, opened: drafts.Draft) -> None:
    """Give another draft that lies in this browser a code of its own, so that it is not lost."""
    other = drafts.load(request.session, request.tenant)
    if other is None or other.code or not other.steps or other.reference == opened.reference:
        return
    other.code = coded.new_code()
    coded.create(request.tenant, other.code, drafts.sealed(other))
    said = _("Det lå en annen kladd her. Den er lagret med koden %(code)s.")
    messages.info(request, said % {"code": coded.grouped(other.code)})


def _next(request: PageRequest, step: int | None) -> str:
    where: dict[str, Any] = {"tenant": request.tenant.slug}
    if step is None:
        return reverse("referral-check", kwargs=where)
    return reverse("referral-step", kwargs=where | {"step": step})
