"""What meetings are called on pages, and the way to and from them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.meetings.view import MeetingView
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Crumb
from fellesplan.web.page import PageRequest

WORD_JOINER = "\u2060"
"""Keeps the two hours of a meeting on one line."""


def address(request: PageRequest, name: str, meeting: UUID) -> str:
    """Return the address of one of the meeting's pages."""
    return reverse(name, kwargs={"tenant": request.tenant.slug, "meeting": meeting})


def to_meeting(request: PageRequest, meeting: UUID, said: str = "") -> HttpResponse:
    """Go to the meeting and say what was done."""
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(address(request, "meeting", meeting))


def title(view: MeetingView) -> str:
    """Return "Ansvarsgruppe­møte for Tor", where the long word may break."""
    kind = translate(view.kind_name).replace("møte", "\u00admøte") if len(view.kind_name.msgid) > 12 else ""
    return gettext("%(kind)s for %(name)s") % {
        "kind": kind or translate(view.kind_name),
        "name": view.first_name,
    }


def when(view: MeetingView) -> str:
    """Return "torsdag 3. desember kl. 13.00–14.00"."""
    begins = f"{words.weekday_and_day(view.starts_at)} {words.at(view.starts_at)}"
    return f"{begins}–{WORD_JOINER}{words.hour(view.ends_at)}"


def where(view: MeetingView) -> str:
    """Return the place, and that there is video."""
    video = gettext("på video")
    if not view.place:
        return video[:1].upper() + video[1:]
    return f"{view.place}, {gettext('og på video')}" if view.video else view.place


def crumbs(request: PageRequest, here: str, *, leads: bool, meeting: UUID | None = None) -> tuple[Crumb, ...]:
    """Return the way here from the actor's own start page."""
    if request.actor.employee is None:
        start = Crumb(_("Min side"), reverse("start", kwargs={"tenant": request.tenant.slug}))
    else:
        name, label = ("today", _("I dag")) if leads else ("shared-plans", _("Delte planer"))
        start = Crumb(label, reverse(name, kwargs={"tenant": request.tenant.slug}))
    above = (Crumb(_("Møtet"), address(request, "meeting", meeting)),) if meeting else ()
    return (start, *above, Crumb(here))


def layout(request: PageRequest) -> str:
    """Return the room the page stands in: that of the staff, or that of citizens."""
    return "layouts/staff.html" if request.actor.employee else "layouts/citizen.html"
