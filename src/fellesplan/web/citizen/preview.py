"""The plan as another sees it: the same code and the same page, read only."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from fellesplan.access import audit
from fellesplan.kernel import clock
from fellesplan.plans.advising import advice_for
from fellesplan.plans.view import PlanView
from fellesplan.web.about import render_about
from fellesplan.web.citizen.meeting_lines import next_meeting
from fellesplan.web.citizen.plan_page import plan_page as citizens_page
from fellesplan.web.citizen.read_only import read_only
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.sight import owner_ground, view_of
from fellesplan.web.citizen.viewers import Viewer, viewer
from fellesplan.web.coordinator.plan.advice import panel
from fellesplan.web.coordinator.plan.page import plan_page as staff_page
from fellesplan.web.page import PageRequest, page


@page("share.read")
@require_safe
def preview(request: PageRequest, person: UUID, viewer: UUID) -> HttpResponse:
    """Show exactly what another sees of the plan now; noted as the reader's own look."""
    room = enter(request, person)
    who = _who(room, viewer, clock.today())
    view = view_of(room, who.actor)
    if view is None:
        return room.show("preview-nothing", at="my-consents", who=who)
    with audit.preview(room.actor, owner_ground(room)):
        response = _as_family(room, who, view) if who.is_family else _as_staff(room, who, view)
    response.content = read_only(response.content.decode()).encode()
    return response


def _who(room: Room, key: UUID, on: date) -> Viewer:
    return viewer(room, key, on)


def _as_staff(room: Room, who: Viewer, view: PlanView) -> HttpResponse:
    slug = room.request.tenant.slug
    context = {"page": staff_page(view, slug), "advice": panel(advice_for(who.actor, view), view, slug)}
    return render_about(room.request, room.person, "coordinator/plan.html", context | _around(room, who))


def _as_family(room: Room, who: Viewer, view: PlanView) -> HttpResponse:
    theirs = Room(room.request, who.actor, room.person)
    shown, meeting = citizens_page(theirs, view), next_meeting(theirs)
    around: dict[str, Any] = _around(room, who) | {"more_nav": (), "acting_for": "", "foot_links": ()}
    return theirs.show("plan", at="my-plan", plan=shown, view=view, meeting=meeting, **around)


def _around(room: Room, who: Viewer) -> dict[str, Any]:
    """Return what stands around the page: whose eyes these are, and the way back; no menu."""
    return {
        "preview_of": who.name, "preview_role": who.role, "preview_back": room.url("my-consents"), "nav": (),
        "search_url": "",
    }  # fmt: skip
