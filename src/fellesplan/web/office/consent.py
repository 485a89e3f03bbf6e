"""Samtykke i en sak: what is missing and who can give it, registering an answer, and withdrawing one."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch
from fellesplan.cases import lists, rights
from fellesplan.cases.models import Case
from fellesplan.cases.services import progress
from fellesplan.consent import queries, services
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotFound, Refused
from fellesplan.people.models import Unit
from fellesplan.web.about import render_about
from fellesplan.web.components.forms import PageForm
from fellesplan.web.office import areas, consent_page, links
from fellesplan.web.office.consent_form import ConsentForm
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 30


class OnBehalfForm(PageForm):
    """Hvem har bedt om det?"""

    who = forms.CharField(
        label=gettext_lazy("Hvem har bedt om det?"),
        max_length=200,
        help_text=gettext_lazy("Ingen trenger å si hvorfor."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def consent(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show where consent stands and who can give it; POST registers an answer."""
    case = _case(request, pk)
    wanted = [*rights.of(case), Consent.Purpose.SHARING]
    asking = queries.asking(case.person, wanted, clock.today())
    givers = tuple(dict.fromkeys(giver for found in asking.values() for giver in found.givers))
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ConsentForm(*sent, case=case, givers=givers)
    if form.is_valid():
        try:
            services.register(
                actor=request.actor, person=case.person, data=form.consent_data(),
                evidence=form.cleaned_data["evidence"],
            )  # fmt: skip
        except InvalidInput as error:
            form.take_invalid(error)
        except Refused as error:
            form.take(error)
        else:
            messages.success(
                request, _("Svaret er registrert, og saken er flyttet hvis samtykket er på plass.")
            )
            return HttpResponseRedirect(links.case_url(case))
    return _page(request, case, form, asking)


def _page(
    request: PageRequest, case: Case, form: ConsentForm, asking: dict[str, queries.Asking]
) -> HttpResponse:
    today, names = clock.today(), areas.names(case.municipality)
    context = {
        "case": case,
        "form": form,
        "purposes": consent_page.purposes(queries.statuses(case.person, today), asking),
        "answers": consent_page.answers(case, queries.consents_of(case.person)),
        "shares": consent_page.shares(case, queries.shares_for(case.person, today), names),
        "waiting": queries.waiting_for(case.person, today),
        "waits": case.state in ("received", "consent_missing"),
    }
    return render_about(request, case.person, "office/case_consent.html", context)


@require_POST
@page("case.handle")
def asked(request: PageRequest, pk: UUID) -> HttpResponse:
    """Note that somebody has been asked for consent."""
    case = _case(request, pk)
    whom, how = request.POST.get("whom", "").strip()[:200], request.POST.get("how", "").strip()[:200]
    if whom:
        progress.asked_for_consent(actor=request.actor, case=case, whom=whom, how=how)
        messages.success(request, _("Saken venter nå på svar fra %(name)s.") % {"name": whom})
        return HttpResponseRedirect(links.case_url(case))
    messages.error(request, _("Skriv hvem dere har spurt."))
    return HttpResponseRedirect(links.case_url(case, "case-consent"))


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def withdraw(request: PageRequest, pk: UUID, consent: UUID) -> HttpResponse:
    """Withdraw one consent, because the person or who acts for the person has said so."""
    case = _case(request, pk)
    row = fetch(request.actor, "consent.read", Consent, consent)
    if row.person_id != case.person_id:
        raise NotFound
    form = OnBehalfForm(_sent(request), initial={"who": row.given_by_name})
    if form.is_valid():
        services.withdraw(actor=request.actor, consent=row, on_behalf_of=form.cleaned_data["who"])
        messages.success(request, _("Samtykket er trukket. Delingen stanset med en gang."))
        return HttpResponseRedirect(links.case_url(case, "case-consent"))
    context = {"form": form, "case": case, "what": Consent.Purpose(row.purpose).label, "purpose": row.purpose}
    return render(request, "office/consent_withdraw.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def stop_share(request: PageRequest, pk: UUID, unit: UUID) -> HttpResponse:
    """Stop sharing with one service."""
    case, recipient = _case(request, pk), fetch(request.actor, "unit.read", Unit, unit)
    form = OnBehalfForm(_sent(request), initial={"who": case.person.full_name})
    if form.is_valid():
        services.withdraw_share(
            actor=request.actor, person=case.person, unit=recipient, on_behalf_of=form.cleaned_data["who"]
        )
        messages.success(request, _("%(name)s ser ikke lenger noe.") % {"name": recipient.name})
        return HttpResponseRedirect(links.case_url(case, "case-consent"))
    context = {"form": form, "case": case, "unit": recipient}
    return render_about(request, case.person, "office/consent_withdraw.html", context)


def _case(request: PageRequest, pk: UUID) -> Case:
    return fetch(
        request.actor, "case.handle", Case, pk, related=lists.RELATED, information=("case", "consent")
    )


def _sent(request: PageRequest) -> object:
    return request.POST if request.method == "POST" else None
