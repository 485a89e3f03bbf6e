"""Letters: the preliminary reply, the notice of delay, and reading what was sent."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.cases.models import Case, Letter
from fellesplan.cases.services import letters as service
from fellesplan.documents.letters import LetterContent
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.web.about import render_about
from fellesplan.web.components.forms import DateField, PageForm, TextField
from fellesplan.web.page import PageRequest, page

RELATED = ("person", "municipality", "caseworker")


class PreliminaryForm(PageForm):
    """Why it takes time, and when the answer comes."""

    reason = TextField(
        label=_("Hvorfor tar det tid?"), rows=4,
        help_text=_("Skriv kort og konkret, for eksempel hva dere venter på."),
    )  # fmt: skip
    expected_on = DateField(label=_("Når kommer svaret?"), help_text=_("For eksempel 8.1.2027"))


@require_http_methods(["GET", "POST"])
@page("case.handle")
def preliminary(request: PageRequest, pk: UUID) -> HttpResponse:
    """Write the preliminary reply beside the letter, and send it (fvl § 11 a)."""
    case = fetch(request.actor, "case.handle", Case, pk, related=RELATED, information=("letter",))
    form = PreliminaryForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and request.POST.get("do") != "preview":
        try:
            letter = service.preliminary_reply(actor=request.actor, case=case, **form.cleaned_data)
            messages.success(request, gettext("Det foreløpige svaret er sendt og ført i journalen."))
            return HttpResponseRedirect(reverse("case-letter", args=[request.tenant.slug, letter.pk]))
        except (Refused, InvalidInput) as error:
            form.take(error)
    context = {"form": form, "case": case, "letter": _draft(request, case, form)}
    return render_about(request, case.person, "office/preliminary.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def delay(request: PageRequest, pk: UUID) -> HttpResponse:
    """Write that the answer comes even later than we wrote, beside the letter, and send it (fvl § 11 a)."""
    case = fetch(request.actor, "case.handle", Case, pk, related=RELATED, information=("letter",))
    form = PreliminaryForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and request.POST.get("do") != "preview":
        try:
            letter = service.delay_notice(actor=request.actor, case=case, **form.cleaned_data)
            messages.success(request, gettext("Varselet om forsinkelse er sendt og ført i journalen."))
            return HttpResponseRedirect(reverse("case-letter", args=[request.tenant.slug, letter.pk]))
        except (Refused, InvalidInput) as error:
            form.take(error)
    written = _draft(request, case, form, service.delay_content)
    context = {"form": form, "case": case, "letter": written}
    return render_about(request, case.person, "office/delay.html", context, 422 if form.errors else 200)


def _draft(
    request: PageRequest,
    case: Case,
    form: PreliminaryForm,
    content: Callable[..., LetterContent] = service.preliminary_content,
) -> LetterContent:
    """Return the letter as far as it is written; in three weeks, until a day is given."""
    data = getattr(form, "cleaned_data", {})
    expected_on = data.get("expected_on") or clock.today() + timedelta(weeks=3)
    return content(actor=request.actor, case=case, reason=data.get("reason", ""), expected_on=expected_on)


@require_GET
@page("letter.read")
def letter(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show a letter as it was sent."""
    found = fetch(
        request.actor,
        "letter.read",
        Letter,
        pk,
        related=("case__person", "document"),
        information=("letter",),
    )
    is_office = request.actor.is_office
    context = {
        "sent": found,
        "letter": found.content,
        "case": found.case,
        "layout": "layouts/staff.html" if is_office else "layouts/citizen.html",
        "is_office": is_office,
    }
    return render_about(request, found.case.person, "office/letter.html", context)
