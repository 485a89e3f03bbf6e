"""Calling a meeting, and changing it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.meetings import kinds, queries, services, states
from fellesplan.meetings.models import Meeting
from fellesplan.procedures.loader import load
from fellesplan.web.coordinator.meeting.call_form import CallForm
from fellesplan.web.coordinator.meeting.initial import for_new, of_meeting
from fellesplan.web.coordinator.meeting.words import crumbs, to_meeting
from fellesplan.web.coordinator.plan.saving import attempt
from fellesplan.web.page import PageRequest, page


@page("meeting.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PageRequest, person: UUID) -> HttpResponse:
    """Call a meeting about a person."""
    who = queries.person_to_call(request.actor, person)
    following, people = load(request.tenant.profile, clock.today()), queries.to_call(request.actor, who)
    proposal = kinds.proposal(following, queries.kinds_had(who))
    form = CallForm(
        request.POST or None, kinds=kinds.kinds(following), candidates=people,
        initial=for_new(who, people, proposal, all_called=kinds.invites_all(following)),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and not form.must_ask():
        made = attempt(form, lambda: services.call(actor=request.actor, person=who, data=form.meeting()))
        if made:
            return to_meeting(request, made.pk, gettext("Møtet er satt opp, og alle er kalt inn."))
    context = {"form": form, "person": who, "proposal": proposal, "practice": kinds.practice(following)}
    context["crumbs"] = crumbs(request, gettext("Nytt møte"), leads=True)
    return render(request, "coordinator/meeting/call.html", context, status=_status(form))


@page("meeting.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Change a meeting that has not been held."""
    row = fetch(request.actor, "meeting.lead", Meeting, meeting, related=("person__municipality",))
    if request.method != "POST" and row.state != states.PLANNED:
        return to_meeting(request, row.pk)
    following = load(request.tenant.profile, clock.today())
    people = queries.to_call(request.actor, row.person)
    initial, called = of_meeting(row)
    form = CallForm(
        request.POST or None, kinds=kinds.kinds(following), candidates=people, called=called, initial=initial
    )
    if request.method == "POST" and form.is_valid() and not (_moved(form) and form.must_ask()):
        version = form.cleaned_data["version"] or 0
        saved = attempt(
            form,
            lambda: services.change(actor=request.actor, meeting=row, data=form.meeting(), version=version),
        )
        if saved:
            return to_meeting(request, row.pk, gettext("Møtet er endret. De som er kalt inn, ser det nå."))
    context = {"form": form, "person": row.person, "meeting": row}
    context["crumbs"] = crumbs(request, gettext("Endre møtet"), leads=True, meeting=row.pk)
    return render(request, "coordinator/meeting/call.html", context, status=_status(form))


def _moved(form: CallForm) -> bool:
    return bool({"day", "starts_at"} & set(form.changed_data))


def _status(form: CallForm) -> int:
    if form.merge:
        return 409
    return 422 if form.is_bound and (form.errors or form.days_left is not None) else 200
