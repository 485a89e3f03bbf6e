"""The versions of the plan, and one's own drafts, in the person's own room."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fellesplan.access.actor import Actor
from fellesplan.kernel.errors import NotFound
from fellesplan.plans.queries import live_plan_of
from fellesplan.plans.services import drafts as kept
from fellesplan.plans.versions import plan_for_versions
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing import versions as pages
from fellesplan.web.writing.shell import links

_NAMES = {
    "versions": "my-versions", "compare": "my-compare", "restore": "my-version-restore",
    "field": "my-field-restore", "home": "my-plan",
}  # fmt: skip


class RoomShell:
    """The person's room; raises NotFound for who may not write in the plan."""

    def __init__(self, room: Room) -> None:
        found = live_plan_of(room.actor, room.person)
        if found is None:
            raise NotFound
        self.room, self.plan = room, plan_for_versions(room.actor, found.pk)

    @property
    def actor(self) -> Actor:
        return self.room.actor

    def url(self, name: str, **kwargs: Any) -> str:
        return self.room.url(_NAMES[name], **kwargs)

    def show(self, page: str, *, status: int = 200, **context: Any) -> HttpResponse:
        shown = {"layout": "layouts/citizen.html", "plan": self.plan} | links(self) | context
        return self.room.show(f"writing/{page}", at="my-plan", status=status, **shown)


@page("plan.write")
@require_safe
def versions(request: PageRequest, person: UUID) -> HttpResponse:
    """Show all versions."""
    return pages.listing(request, RoomShell(enter(request, person)))


@page("plan.write")
@require_safe
def compare(request: PageRequest, person: UUID) -> HttpResponse:
    """Show two versions beside each other."""
    return pages.comparing(request, RoomShell(enter(request, person)))


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: PageRequest, person: UUID, number: int) -> HttpResponse:
    """Bring back the whole plan as it was."""
    return pages.restoring(request, RoomShell(enter(request, person)), number)


@page("plan.write")
@require_POST
def field(request: PageRequest, person: UUID, number: int) -> HttpResponse:
    """Bring back one field."""
    return pages.field(request, RoomShell(enter(request, person)), number)


@page("plan.read")
@require_safe
def drafts(request: PageRequest, person: UUID) -> HttpResponse:
    """Show what one has written in the plan without saving it."""
    room = enter(request, person)
    account = room.actor.account
    found = kept.about(request.tenant.id, account, room.person.pk) if account else []
    return room.show(
        "writing/drafts", at="my-plan", layout="layouts/citizen.html", drafts=found,
        home_url=room.url("my-plan"),
    )  # fmt: skip
