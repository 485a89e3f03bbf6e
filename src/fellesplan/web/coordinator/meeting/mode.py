"""The meeting while it goes on: one point at a time, with notes, decisions and who is there."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotAllowed
from fellesplan.meetings import queries, services
from fellesplan.meetings.models import Meeting
from fellesplan.meetings.view import ItemLine, MeetingView
from fellesplan.plans.errors import EditConflict
from fellesplan.web.coordinator.meeting import words as said
from fellesplan.web.coordinator.meeting.mode_form import ModeForm
from fellesplan.web.coordinator.meeting.mode_page import mode_page
from fellesplan.web.coordinator.meeting.mode_saving import live_item, point, save_all
from fellesplan.web.coordinator.plan.saving import attempt
from fellesplan.web.page import PageRequest, page


@page("meeting.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def mode(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Write the minutes point by point; every button saves everything on the page."""
    view = queries.meeting_view(request.actor, meeting)
    if not view.may_lead:
        raise NotAllowed
    live = live_item(view, request.GET.get("punkt", ""), request.POST.get("item", ""))
    if view.is_sent or view.is_cancelled or live is None:
        return said.to_meeting(request, meeting)
    if request.method == "POST" and request.htmx:
        return _draft(request, view, live)
    form = ModeForm(request.POST or None, view=view, live=live)
    do = request.POST.get("do", "save")
    if request.method == "POST" and form.is_valid() and _save(request, form, do):
        return HttpResponseRedirect(_onwards(request, view, live, do))
    status = 409 if form.merge else 422 if form.is_bound and form.errors else 200
    context = {"form": form, "page": mode_page(request, view, live), "view": view, "live": live}
    return render(request, "coordinator/meeting/mode.html", context, status=status)


def _save(request: PageRequest, form: ModeForm, do: str) -> bool:
    row = fetch(request.actor, "meeting.lead", Meeting, form.view.id)
    act = {"wants_task": do == "task", "ends": do == "end"}
    return attempt(form, lambda: save_all(request.actor, row, form, **act)) is True


def _draft(request: PageRequest, view: MeetingView, live: ItemLine) -> HttpResponse:
    """Keep the notes while they are being written; answers with the line that says so."""
    row = fetch(request.actor, "meeting.lead", Meeting, view.id)
    version = request.POST.get("version", "")
    try:
        saved = services.save_minutes(
            actor=request.actor, item=point(row, live.id), text=request.POST.get("text", ""),
            version=int(version) if version.isdecimal() else 0,
        )  # fmt: skip
    except EditConflict:
        return render(request, "coordinator/meeting/_draft.html", {"conflict": True}, status=409)
    context = {"at": clock.now(), "version": saved.version}
    return render(request, "coordinator/meeting/_draft.html", context)


def _onwards(request: PageRequest, view: MeetingView, live: ItemLine, do: str) -> str:
    if do == "end":
        return said.address(request, "meeting-send", view.id)
    wanted = do.removeprefix("go-")
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 4 else live.number
    return f"{said.address(request, 'meeting-mode', view.id)}?punkt={number}#punkt"
