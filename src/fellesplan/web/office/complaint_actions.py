"""Each step of a complaint as a page of its own: one form, one press, back to the complaint."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch
from fellesplan.cases.complaint_facts import defects_of
from fellesplan.cases.models import Complaint
from fellesplan.cases.services import complaints_answers as answers
from fellesplan.cases.services import complaints_changes as changes
from fellesplan.cases.services import complaints_handling as handling
from fellesplan.web.components.forms import PageForm
from fellesplan.web.office import steps
from fellesplan.web.office.complaint import RELATED
from fellesplan.web.office.complaint_forms import (
    AnswerForm,
    AppealForm,
    CompleteForm,
    CompletionForm,
    LateForm,
    PostedForm,
    WithdrawForm,
)
from fellesplan.web.office.complaint_page import case_address, complaint_url
from fellesplan.web.office.complaint_saving import attempt
from fellesplan.web.page import PageRequest, page

_METHODS = ["GET", "HEAD", "POST"]


@require_POST
@page("complaint.handle")
def take_up(request: PageRequest, pk: UUID) -> HttpResponse:
    """Take up a complaint that came in time."""
    row = _fetch(request, pk)
    handling.take_up(actor=request.actor, complaint=row)
    return _done(request, row, _("Klagen er tatt opp. Nå vurderer dere saken på nytt."))


@require_http_methods(_METHODS)
@page("complaint.handle")
def posted(request: PageRequest, pk: UUID) -> HttpResponse:
    """Write when it was posted."""
    row, form = _fetch(request, pk), PostedForm(_sent(request))
    return _run(
        request, row, form,
        lambda: handling.set_posted(
            actor=request.actor, complaint=row, day=form.cleaned_data["handed_over"]
        ),
        title=_("Når ble klagen postet?"),
        lead=_("Dagen avgjør om klagen kom i tide."),
        rule="fvl § 30", submit=_("Lagre"), done=_("Dagen er lagret."),
    )  # fmt: skip


@require_http_methods(_METHODS)
@page("complaint.handle")
def late(request: PageRequest, pk: UUID) -> HttpResponse:
    """Take up a complaint that is late."""
    row, form = _fetch(request, pk), LateForm(_sent(request))
    return _run(
        request, row, form,
        lambda: handling.take_up(actor=request.actor, complaint=row, **form.cleaned_data),
        title=_("Ta opp den sene klagen"),
        lead=_("En sen klage kan behandles når ingen kan lastes for det, eller av særlige grunner."),
        rule="fvl § 31", submit=_("Ta opp klagen"), told=row.late_reason,
        done=_("Klagen er tatt opp. Nå vurderer dere saken på nytt."),
    )  # fmt: skip


@require_http_methods(_METHODS)
@page("complaint.handle")
def completion(request: PageRequest, pk: UUID) -> HttpResponse:
    """Ask for what is missing."""
    row = _fetch(request, pk)
    first = "\n".join(str(one) for one in defects_of(row))
    form = CompletionForm(_sent(request), initial={"what": first})
    return _run(
        request, row, form,
        lambda: handling.ask_completion(actor=request.actor, complaint=row, **form.cleaned_data),
        title=_("Be om det som mangler"),
        lead=_("Klageren får et brev med en kort frist for å rette eller fylle ut klagen."),
        rule="fvl § 32 tredje ledd, pbrl § 7-3", submit=_("Send brevet"),
        done=_("Brevet er sendt og ført i journalen."),
    )  # fmt: skip


@require_http_methods(_METHODS)
@page("complaint.handle")
def complete(request: PageRequest, pk: UUID) -> HttpResponse:
    """Register what came afterwards."""
    row, form = _fetch(request, pk), CompleteForm(_sent(request), request.FILES or None)

    def act() -> Complaint:
        data = form.cleaned_data
        return handling.complete(
            actor=request.actor, complaint=row, text=data["text"], signed_on=data["signed_on"],
            has_mandate=bool(data["mandate"]), files=form.uploads,
        )  # fmt: skip

    return _run(
        request, row, form, act, title=_("Registrer det som er sendt inn"),
        lead=_("Papirene legges til klagen og føres i journalen."), submit=_("Registrer"),
        done=_("Det er lagt til klagen."),
    )  # fmt: skip


@require_http_methods(_METHODS)
@page("complaint.handle")
def answer(request: PageRequest, pk: UUID) -> HttpResponse:
    """Register what the complaint body has decided."""
    row = _fetch(request, pk)
    form = AnswerForm(_sent(request), request.FILES or None)
    return _run(
        request, row, form,
        lambda: answers.register_answer(actor=request.actor, complaint=row, **form.cleaned_data),
        title=_("Svaret fra %(body)s") % {"body": row.body},
        lead=_("Har klageinstansen endret eller opphevet svaret, åpnes saken så dere kan fatte nytt vedtak."),
        rule="fvl § 34", submit=_("Registrer svaret"), done=_("Svaret er registrert og ført i journalen."),
    )  # fmt: skip


@require_http_methods(_METHODS)
@page("complaint.handle")
def withdraw(request: PageRequest, pk: UUID) -> HttpResponse:
    """Note that the complaint is withdrawn."""
    row, form = _fetch(request, pk), WithdrawForm(_sent(request))
    return _run(
        request, row, form,
        lambda: handling.withdraw(actor=request.actor, complaint=row, **form.cleaned_data),
        title=_("Er klagen trukket?"),
        lead=_("Bare den som har klaget, kan trekke klagen. Svaret står da som før."),
        submit=_("Ja, klagen er trukket"), done=_("Klagen er trukket."),
    )  # fmt: skip


@require_http_methods(_METHODS)
@page("complaint.handle")
def appeal(request: PageRequest, pk: UUID) -> HttpResponse:
    """Register a complaint over the dismissal."""
    row, form = _fetch(request, pk), AppealForm(_sent(request))
    return _run(
        request, row, form,
        lambda: handling.complain_over_dismissal(actor=request.actor, complaint=row, **form.cleaned_data),
        title=_("Klage på avvisningen"),
        lead=_("Dere vurderer om klagen likevel kan behandles. Hvis ikke, sendes den til klageinstansen."),
        rule="fvl § 28", submit=_("Registrer klagen"), done=_("Klagen på avvisningen er registrert."),
    )  # fmt: skip


@require_POST
@page("complaint.decide")
def change(request: PageRequest, pk: UUID) -> HttpResponse:
    """Begin a new answer, and go to where it is written."""
    row = _fetch(request, pk, "complaint.decide")
    changes.begin_change(actor=request.actor, complaint=row)
    messages.success(request, _("Skriv det nye svaret her. Det gamle gjelder til det nye er sendt."))
    return HttpResponseRedirect(case_address(row.case, "case-decision"))


@require_POST
@page("complaint.decide")
def drop(request: PageRequest, pk: UUID) -> HttpResponse:
    """Keep the old answer after all."""
    row = _fetch(request, pk, "complaint.decide")
    changes.drop_change(actor=request.actor, complaint=row)
    return _done(request, row, _("Det gamle svaret står. Utkastet er borte."))


@require_POST
@page("complaint.handle")
def close(request: PageRequest, pk: UUID) -> HttpResponse:
    """End a complaint that is answered."""
    row = _fetch(request, pk)
    answers.close(actor=request.actor, complaint=row)
    return _done(request, row, _("Klagesaken er avsluttet."))


def _run(
    request: PageRequest, row: Complaint, form: PageForm, act: Callable[[], Any], *, done: str, **around: str
) -> HttpResponse:
    """Show the form, or do what it says and go back to the complaint."""
    if form.is_valid() and attempt(form, act) is not None:
        return _done(request, row, done)
    rule = around.pop("rule", "")
    context = around | {
        "form": form, "case": row.case, "row": row, "back": complaint_url(row),
        "rule": steps.rule_words(rule) if rule else "",
    }  # fmt: skip
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "office/complaint_form.html", context, status=status)


def _done(request: PageRequest, row: Complaint, text: str) -> HttpResponse:
    messages.success(request, text)
    return HttpResponseRedirect(complaint_url(row))


def _fetch(request: PageRequest, pk: UUID, action: str = "complaint.handle") -> Complaint:
    return fetch(request.actor, action, Complaint, pk, related=RELATED)


def _sent(request: PageRequest) -> Any:
    return request.POST if request.method == "POST" else None
