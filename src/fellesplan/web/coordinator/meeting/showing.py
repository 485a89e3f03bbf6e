"""The meeting itself: when, where, about what, who is called and why, and what came of it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from fellesplan.meetings import queries
from fellesplan.web.components import words
from fellesplan.web.components.typed import show_phone
from fellesplan.web.coordinator.meeting import presenting
from fellesplan.web.coordinator.meeting import words as said
from fellesplan.web.page import PageRequest, page


@page("meeting.read")
@require_safe
def meeting(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Show the meeting to one who leads it or is called; the person and family have their own room."""
    view = queries.meeting_view(request.actor, meeting)
    if view.is_own and request.actor.employee is None:
        room = {"tenant": request.tenant.slug, "person": view.person, "meeting": view.id}
        return HttpResponseRedirect(reverse("my-meeting", kwargs=room))
    here = gettext("Møte %(day)s") % {"day": words.day(view.starts_at)}
    context = {
        "view": view,
        "title": said.title(view),
        "when": said.when(view),
        "where": said.where(view),
        "crumbs": said.crumbs(request, here, leads=view.may_lead),
        "layout": said.layout(request),
        "next": presenting.next_step(request, view),
        "people": presenting.people(view),
        "tasks": presenting.task_rows(request, view.tasks),
        "silences": presenting.silences(view) if view.may_lead else (),
        "phone": show_phone(view.called_by_phone),
    }
    return render(request, "coordinator/meeting/meeting.html", context)
