"""What parents see of a youth of 16 or 17: what they must know, what the youth shares, and their own wish."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch, visible
from fellesplan.consent import services
from fellesplan.consent.data import ConsentData
from fellesplan.consent.models import Consent
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Person
from fellesplan.plans.queries import live_plan_of
from fellesplan.web.citizen.room import Room, as_citizen
from fellesplan.web.citizen.safeguards_page import told_to_parents
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 20


def follow(request: PageRequest, person: UUID) -> Room:
    """Return the room of a child the actor has parental responsibility for; raises NotFound."""
    actor = as_citizen(request.actor)
    found = fetch(actor, "child.follow", Person, person, related=("municipality",), information=("name",))
    return Room(request, actor, found)


@page("child.follow")
@require_safe
def youth(request: PageRequest, person: UUID) -> HttpResponse:
    """Show what the parents may see."""
    room, on = follow(request, person), clock.today()
    plan = live_plan_of(room.actor, room.person)
    held = visible(room.actor, "appointment.read", Appointment).filter(held_on(on), person=room.person)
    return room.show(
        "youth", at="my-youth", nav=(), more_nav=(), acting_for="", told=told_to_parents(room), plan=plan,
        wish=_wish(room),
        coordinators=held.select_related("employee", "unit").order_by("valid_from", "id"),
    )  # fmt: skip


@page("family_wish.give", "family_wish.withdraw")
@require_http_methods(["POST"])
def answer(request: PageRequest, person: UUID) -> HttpResponse:
    """Say yes or no to barnekoordinator, or take back a yes."""
    room, said = follow(request, person), request.POST.get("answer")
    held = _wish(room)
    if said == "withdraw" and held is not None:
        services.withdraw(actor=room.actor, consent=held)
        messages.success(request, _("Svaret er tatt tilbake. Det gjelder fra nå av."))
    elif said == Consent.Answer.GIVEN:
        services.give_digitally(actor=room.actor, person=room.person, data=_yes())
        messages.success(request, _("Takk. Svaret ditt er lagret."))
    else:
        raise NotFound
    return redirect(room.url("my-youth"))


def _wish(room: Room) -> Consent | None:
    """Return the reader's own live yes to barnekoordinator."""
    rows = visible(room.actor, "family_wish.withdraw", Consent).filter(
        person=room.person, answer=Consent.Answer.GIVEN, withdrawn_at__isnull=True
    )
    found = [
        row for row in rows.order_by("-given_on", "-id") if not row.valid_to or row.valid_to >= clock.today()
    ]
    return found[0] if found else None


def _yes() -> ConsentData:
    """Return a yes; who gives it and in which capacity follow from the login."""
    return ConsentData(
        purposes=(Consent.Purpose.CHILD_COORDINATOR,), answer=Consent.Answer.GIVEN, form=Consent.Form.DIGITAL,
        capacity=Consent.Capacity.ONE_PARENT, given_by_name="", given_on=clock.today(),
    )  # fmt: skip
