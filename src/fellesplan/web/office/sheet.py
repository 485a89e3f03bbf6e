"""Consent on paper: the sheet is printed with a code, which leads to where the answer is registered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import can, fetch
from fellesplan.cases import lists, rights
from fellesplan.cases.models import Case
from fellesplan.consent import queries, services
from fellesplan.consent.models import Consent
from fellesplan.consent.sheets import SheetContent, read_code
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t
from fellesplan.people.models import Person
from fellesplan.web.office import links
from fellesplan.web.office.consent_form import ConsentForm
from fellesplan.web.office.sheet_form import SheetForm
from fellesplan.web.office.sheet_paper import paper
from fellesplan.web.page import PageRequest, page

_NO_CASE = t("Personen har ingen sak i kommunen. Registrer en melding først.")


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def printed(request: PageRequest, pk: UUID) -> HttpResponse:
    """Choose what shall stand on the sheet; POST gives it as PDF, and changes nothing."""
    case = fetch(
        request.actor, "case.handle", Case, pk, related=lists.RELATED, information=("case", "consent")
    )
    initial = {"purposes": [right.value for right in rights.of(case)]}
    sent = request.POST if request.method == "POST" else None
    form = SheetForm(sent, person=case.person, initial=initial)
    if form.is_valid():
        return paper(request, form)
    status = 422 if form.is_bound else 200
    return render(request, "office/sheet_print.html", {"form": form, "case": case}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@page("consent.register")
def scanned(request: PageRequest, code: str) -> HttpResponse:
    """Register the answer on a sheet, filled in as the sheet was printed; for whoever may register it."""
    content = read_code(code)
    person = fetch(
        request.actor, "consent.register", Person, content.person, related=("municipality",),
        information=("name", "consent"),
    )  # fmt: skip
    case = person.cases.select_related("person__municipality").order_by("-opened_at", "-id").first()
    if case is None:
        raise Refused(_NO_CASE)
    form = _form(request, case, content)
    if form.is_valid() and _registered(request, person, form):
        messages.success(request, _("Svaret er registrert."))
        return HttpResponseRedirect(_after(request, case))
    status = 422 if form.is_bound else 200
    context = {"form": form, "case": case, "person": person, "back": _after(request, case)}
    return render(request, "office/sheet_register.html", context, status=status)


def _form(request: PageRequest, case: Case, content: SheetContent) -> ConsentForm:
    today, wanted = clock.today(), [*rights.of(case), Consent.Purpose.SHARING]
    asking = queries.asking(case.person, wanted, today)
    givers = tuple(dict.fromkeys(giver for found in asking.values() for giver in found.givers))
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    initial = {
        "purposes": content.purposes, "units": [str(unit) for unit in content.units], "areas": content.areas,
        "given_on": today, "form": Consent.Form.WRITTEN, "answer": Consent.Answer.GIVEN,
    }  # fmt: skip
    return ConsentForm(*sent, case=case, givers=givers, initial=initial)


def _registered(request: PageRequest, person: Person, form: ConsentForm) -> bool:
    try:
        services.register(
            actor=request.actor, person=person, data=form.consent_data(),
            evidence=form.cleaned_data["evidence"],
        )  # fmt: skip
    except InvalidInput as error:
        form.take_invalid(error)
    except Refused as error:
        form.take(error)
    else:
        return True
    return False


def _after(request: PageRequest, case: Case) -> str:
    """Return where one goes on: to the case for whoever handles it, else to one's day."""
    if can(request.actor, "case.handle", case):
        return links.case_url(case, "case-consent")
    return reverse("today", kwargs={"tenant": request.tenant.slug})
