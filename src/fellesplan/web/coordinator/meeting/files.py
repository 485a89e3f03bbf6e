"""The invitation for calendars, and the minutes as a document."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from fellesplan.integrations.calendar import Invitation, Mailbox, Method, invitation
from fellesplan.kernel import clock
from fellesplan.meetings import queries
from fellesplan.meetings.view import MeetingView
from fellesplan.web.coordinator.meeting.words import address
from fellesplan.web.page import PageRequest, page


@page("meeting.read")
@require_safe
def ics(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Give the invitation as iCalendar: when and where, never about whom or what."""
    view = queries.meeting_view(request.actor, meeting)
    method = Method.CANCEL if view.is_cancelled else Method.REQUEST
    content = invitation(_facts(request, view, method))
    response = HttpResponse(content, content_type=f"text/calendar; charset=utf-8; method={method}")
    response["Content-Disposition"] = 'attachment; filename="invitasjon.ics"'
    return response


@page("meeting.read")
@require_safe
def minutes_pdf(request: PageRequest, meeting: UUID) -> HttpResponse:
    """Give the minutes that were sent."""
    data, day = queries.minutes_pdf(request.actor, meeting)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="referat-{day.isoformat()}.pdf"'
    return response


def _facts(request: PageRequest, view: MeetingView, method: Method) -> Invitation:
    host = request.get_host().partition(":")[0]
    return Invitation(
        uid=f"{view.id}@fellesplan",
        sequence=view.sequence,
        stamp=clock.now(),
        starts_at=view.starts_at,
        ends_at=view.ends_at,
        organizer=_mailbox(view.called_by_email, view.called_by, f"fellesplan@{host}"),
        attendee=_mailbox(queries.email_of(request.actor), request.actor.name, f"deltaker@{host}"),
        location=view.video if view.hidden else view.place or view.video,
        url=request.build_absolute_uri(address(request, "meeting", view.id)),
        method=method,
        language=(get_language() or "nb")[:2],
    )


def _mailbox(email: str, name: str, otherwise: str) -> Mailbox:
    """Return an address that calendars accept, also for those whose address we do not know."""
    try:
        return Mailbox(email, name)
    except ValueError:
        return Mailbox(otherwise, name)
