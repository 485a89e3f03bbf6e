"""The person's meetings: answer, suggest what to talk about, read what was said."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import InvalidInput, NotFound
from fellesplan.meetings import queries, services
from fellesplan.meetings.models import Meeting
from fellesplan.web.citizen.meeting_lines import card
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import attempt, posted, status_of
from fellesplan.web.components.forms import PageForm
from fellesplan.web.page import PageRequest, page


class SuggestForm(PageForm):
    """Something to talk about."""

    title = forms.CharField(label=gettext_lazy("Hva vil du snakke om?"), max_length=200)


@page("meeting.read")
@require_safe
def meetings(request: PageRequest, person: UUID) -> HttpResponse:
    """List the meetings ahead and those that have been."""
    room = enter(request, person)
    ahead = [card(room, line) for line in queries.upcoming(room.actor, [room.person.pk])]
    past = queries.earlier(room.actor, [room.person.pk])
    return room.show("meetings", at="my-meetings", ahead=ahead, past=past)


@page("meeting.read")
@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: PageRequest, person: UUID, meeting: UUID) -> HttpResponse:
    """Show one meeting; POST suggests something to talk about."""
    room = enter(request, person)
    form = SuggestForm(posted(request))
    view = queries.meeting_view(room.actor, meeting)
    if view.person != room.person.pk:
        raise NotFound
    if request.method == "POST" and form.is_valid():
        row, title = _row(room, meeting, "meeting.suggest"), form.cleaned_data["title"]
        if attempt(form, lambda: services.suggest_item(actor=room.actor, meeting=row, title=title)):
            messages.success(request, _("Det står på sakslisten nå."))
            return redirect(room.url("my-meeting", meeting=meeting))
    return room.show("meeting", at="my-meetings", view=view, form=form, status=status_of(form))


@page("meeting.reply")
@require_POST
def reply(request: PageRequest, person: UUID, meeting: UUID) -> HttpResponse:
    """Say yes or no to a meeting."""
    room = enter(request, person)
    row, answer = _row(room, meeting, "meeting.reply"), request.POST.get("answer", "")
    try:
        services.reply(actor=room.actor, meeting=row, answer=answer)
    except InvalidInput:
        return redirect(room.url("my-meeting", meeting=meeting))
    said = (
        _("Takk for svaret. Vi sees.")
        if answer == "yes"
        else _("Takk for at du sa fra. Koordinatoren ser svaret og kan finne en ny tid.")
    )
    messages.success(request, said)
    return redirect(room.url("my-meeting", meeting=meeting))


@page("meeting.read")
@require_safe
def minutes(request: PageRequest, person: UUID, meeting: UUID) -> HttpResponse:
    """Give the minutes as the document that was sent."""
    room = enter(request, person)
    _row(room, meeting, "meeting.read")
    data, _title = queries.minutes_pdf(room.actor, meeting)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="referat.pdf"'
    return response


def _row(room: Room, pk: UUID, action: str) -> Meeting:
    row = fetch(room.actor, action, Meeting, pk)
    if row.person_id != room.person.pk:
        raise NotFound
    return row
