"""Whose room one is in: the person one is, or acts for. Every citizen page begins here."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from fellesplan.access.actor import Actor, Role
from fellesplan.access.functions import fetch
from fellesplan.people.models import Person
from fellesplan.web.about import render_about
from fellesplan.web.citizen.navigation import menu, more
from fellesplan.web.page import PageRequest

_CITIZEN = frozenset({Role.PERSON, Role.REPRESENTATIVE})


def as_citizen(actor: Actor) -> Actor:
    """Return the actor as the private person they are: here nobody is at work."""
    return replace(
        actor, roles=actor.roles & _CITIZEN, employee=None, units=frozenset(), led_units=frozenset(),
        title="", organisation="",
    )  # fmt: skip


@dataclass(frozen=True)
class Room:
    """The person whose pages these are, and the actor as a private person."""

    request: PageRequest
    actor: Actor
    person: Person

    @property
    def is_own(self) -> bool:
        return self.person.pk == self.actor.person

    @property
    def first_name(self) -> str:
        return self.person.first_name

    def url(self, name: str, **kwargs: Any) -> str:
        """Return the address of a page in this room."""
        where = {"tenant": self.request.tenant.slug, "person": self.person.pk}
        return reverse(name, kwargs=where | kwargs)

    def show(self, page: str, /, *, at: str, status: int = 200, **context: Any) -> HttpResponse:
        """Render a page; `at` is the name of the menu entry it belongs to."""
        around = {
            "room": self,
            "person": self.person,
            "nav": menu(self, at),
            "more_nav": more(self, at),
            "acting_for": "" if self.is_own else self.person.full_name,
            "stop_acting_url": reverse("my", kwargs={"tenant": self.request.tenant.slug}),
        }
        template = page if "/" in page else f"citizen/{page}"
        return render_about(self.request, self.person, f"{template}.html", around | context, status)


def enter(request: PageRequest, person: UUID) -> Room:
    """Return the room of a person the actor is or acts for, and log it; raises NotFound."""
    actor = as_citizen(request.actor)
    found = fetch(
        actor, "person.read", Person, person, related=("municipality", "daily_unit"), information=("name",)
    )
    return Room(request, actor, found)
