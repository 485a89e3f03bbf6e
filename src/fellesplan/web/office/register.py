"""An employee registers a referral that was told or came on paper."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.cases.services import intake
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.ids import new_reference
from fellesplan.web.office import links, similar
from fellesplan.web.office.referral_form import RegisterForm
from fellesplan.web.page import PageRequest, page

TOKEN = "registrering"  # noqa: S105 - the name of a session key


@require_http_methods(["GET", "HEAD", "POST"])
@page("referral.register")
def register(request: PageRequest) -> HttpResponse:
    """Ask for what was told; POST makes the case and goes to it. The same form sent twice makes one."""
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form, asked = RegisterForm(*sent), None
    if form.is_valid():
        asked = similar.question(request, form, request.POST.get(TOKEN, ""))
    if form.is_valid() and (asked is None or asked.is_valid()):
        try:
            referral = intake.register_told(
                actor=request.actor, tenant=request.tenant, data=form.referral_data,
                attachments=form.cleaned_data["papers"], responsibility=form.cleaned_data["responsibility"],
                reference=request.POST.get(TOKEN, ""), same_as=asked.person if asked else None,
            )  # fmt: skip
        except InvalidInput as error:
            form.take(error)
        else:
            messages.success(
                request, _("Meldingen er registrert med referanse %(ref)s.") % {"ref": referral.reference}
            )
            return HttpResponseRedirect(links.case_url(referral.case))
    context = {
        "form": form,
        "asked": asked,
        "papers_again": bool(asked and request.FILES),
        "side_by_side": (2, 3),
        "token": request.POST.get(TOKEN) or new_reference(),
        "token_name": TOKEN,
    }
    return render(request, "office/referral_register.html", context)
