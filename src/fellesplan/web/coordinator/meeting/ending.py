"""Cancelling a meeting, and sending its minutes: both are asked about once."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import NotAllowed
from fellesplan.meetings import queries, services
from fellesplan.meetings.models import Meeting
from fellesplan.web.components.forms import PageForm
from fellesplan.web.coordinator.meeting import presenting
from fellesplan.web.coordinator.meeting import words as said
from fellesplan.web.coordinator.plan.saving import attempt
from fellesplan.web.page import PageRequest, page


class CancelForm(PageForm):
    """Why there will be no meeting."""

    reason = forms.CharField(
        label=_("Hvorfor er møtet avlyst?"), required=False, max_length=300,
        help_text=_("De som er kalt inn, leser dette. Skriv ikke noe om helse."),
    )  # fmt: skip


@page("meeting.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Ask once, and cancel."""
    view = queries.meeting_view(request.actor, meeting)
    if not view.may_lead:
        raise NotAllowed
    if request.method != "POST" and not view.is_planned:
        return said.to_meeting(request, meeting)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row, reason = fetch(request.actor, "meeting.lead", Meeting, meeting), form.cleaned_data["reason"]
        if attempt(form, lambda: services.cancel(actor=request.actor, meeting=row, reason=reason)):
            return said.to_meeting(request, meeting, gettext("Møtet er avlyst, og alle får vite det."))
    context = {"form": form, "view": view, "when": said.when(view)}
    context["crumbs"] = said.crumbs(request, gettext("Avlys møtet"), leads=True, meeting=meeting)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "coordinator/meeting/cancel.html", context, status=status)


@page("meeting.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Show the minutes as they will be sent, and send them."""
    view = queries.meeting_view(request.actor, meeting)
    if not view.may_lead:
        raise NotAllowed
    form = PageForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        row = fetch(request.actor, "meeting.lead", Meeting, meeting)
        if attempt(form, lambda: services.send_minutes(actor=request.actor, meeting=row)):
            return said.to_meeting(request, meeting, gettext("Referatet er sendt til dem som var til stede."))
    if view.is_sent:
        return said.to_meeting(request, meeting)
    context = {"form": form, "view": view, "when": said.when(view), "where": said.where(view)}
    context |= {"people": presenting.people(view), "recipients": presenting.recipients(view)}
    context |= {"title": said.title(view), "tasks": presenting.decided(view.tasks)}
    context["earlier"] = presenting.reviewed(view.earlier)
    context["crumbs"] = said.crumbs(request, gettext("Send referatet"), leads=True, meeting=meeting)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "coordinator/meeting/send.html", context, status=status)
