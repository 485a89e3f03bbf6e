"""Answering an invitation, and suggesting what to talk about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import InvalidInput, NotFound
from fellesplan.meetings import services
from fellesplan.meetings.models import Meeting
from fellesplan.web.components.glue import translate
from fellesplan.web.coordinator.meeting.words import to_meeting
from fellesplan.web.page import PageRequest, page


@page("meeting.reply", "meeting.lead")
@require_POST
def reply(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Say yes or no; the coordinator may note what somebody has said by telephone."""
    row = fetch(request.actor, "meeting.read", Meeting, meeting)
    answer, invitation = request.POST.get("answer", ""), None
    if wanted := request.POST.get("invitation"):
        known = {str(one.pk): one for one in row.invitations.all()}
        if wanted not in known:
            raise NotFound
        invitation = known[wanted]
    try:
        services.reply(actor=request.actor, meeting=row, answer=answer, invitation=invitation)
    except InvalidInput as error:
        messages.error(request, " ".join(translate(text) for text in error.fields.values()))
        return to_meeting(request, row.pk)
    return to_meeting(request, row.pk, gettext("Svaret er lagret."))


@page("meeting.suggest", "meeting.lead")
@require_POST
def suggest(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Put a point on the agenda."""
    row = fetch(request.actor, "meeting.read", Meeting, meeting)
    try:
        services.suggest_item(actor=request.actor, meeting=row, title=request.POST.get("title", ""))
    except InvalidInput as error:
        messages.error(request, " ".join(translate(text) for text in error.fields.values()))
        return to_meeting(request, row.pk)
    return to_meeting(request, row.pk, gettext("Punktet står på sakslisten."))
