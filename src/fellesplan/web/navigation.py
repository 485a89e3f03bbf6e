"""The way around: which entries stand in the menu for whom."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fellesplan.access import matrix
from fellesplan.access.actor import Actor, Role
from fellesplan.access.written import ask
from fellesplan.coordinators.policy import live_appointments
from fellesplan.web.components.presenters import NavItem


@dataclass(frozen=True)
class Entry:
    """One menu entry: shown to whoever may do `action`."""

    name: str
    label: Promise
    action: str


STAFF = (
    Entry("worklist", _("Arbeidsliste"), "case.overview"),
    Entry("cases", _("Saker"), "case.list"),
    Entry("journal", _("Journal"), "journal.read"),
    Entry("coordinators", _("Koordinatorer"), "coordinator.read"),
    Entry("report", _("Rapporter"), "report.read"),
    Entry("unit-today", _("Virksomheten min"), "unit.lead"),
    Entry("today", _("I dag"), "coordination.work"),
    Entry("shared-plans", _("Delte planer"), "plan.read"),
    Entry("admin-home", _("Administrasjon"), "users.manage"),
    Entry("emergency", _("Nødtilgang"), "emergency.open"),
    Entry("procedure", _("Prosedyre"), "procedure.read"),
)
_COORDINATES = frozenset({"today", "emergency"})
"""What is for those of the other employees who coordinate for somebody."""
_OFFICE_HIDES = frozenset({"today", "shared-plans", "unit-today"})
# A leader finds the unit's own coordinators on the page of the unit.
_UNIT_HIDES = frozenset({"coordinators"})

ROLE_NAMES = {
    Role.CASEWORKER: _("Saksbehandler"),
    Role.SYSTEM_COORDINATOR: _("Systemkoordinator"),
    Role.OFFICE_LEADER: _("Leder for koordinerende enhet"),
    Role.UNIT_LEADER: _("Virksomhetsleder"),
    Role.ADMINISTRATOR: _("Administrator"),
}


def entries(actor: Actor) -> tuple[Entry, ...]:
    """Return the menu of an employee: the office has its own pages, and "I dag" is for who coordinates."""
    hidden = _hidden(actor)
    return tuple(e for e in STAFF if e.name not in hidden and matrix.grants(e.action, actor.roles))


def _hidden(actor: Actor) -> frozenset[str]:
    if actor.is_office:
        return _OFFICE_HIDES
    if Role.ADMINISTRATOR in actor.roles:
        return _OFFICE_HIDES | _UNIT_HIDES | _COORDINATES
    return _UNIT_HIDES if _coordinates(actor) else _UNIT_HIDES | _COORDINATES


def _coordinates(actor: Actor) -> bool:
    # A page that says what went wrong comes after the transaction is given up, and cannot ask.
    return transaction.get_connection().needs_rollback or bool(ask(_held, actor))


def _held(actor: Actor) -> "QuerySet[Any, Any]":
    return live_appointments(actor).order_by().values_list("pk")[:1]


def navigation(actor: Actor, slug: str, path: str) -> tuple[NavItem, ...]:
    """Return the menu with the current place marked. Citizens' menus belong to the person's pages."""
    if actor.employee is None:
        return ()
    found = ((entry, reverse(entry.name, kwargs={"tenant": slug})) for entry in entries(actor))
    return tuple(NavItem(entry.label, url, current=path.startswith(url)) for entry, url in found)


def role_name(actor: Actor) -> str | Promise:
    """Return what to call the actor under the name in the page head."""
    return next((name for role, name in ROLE_NAMES.items() if role in actor.roles), actor.title)


def home(actor: Actor, slug: str) -> str:
    """Return the address of the actor's start page."""
    if actor.employee is None:
        name = "my" if actor.person else "front"
    else:
        shown = entries(actor)
        name = shown[0].name if shown else "front"
    return reverse(name, kwargs={"tenant": slug})
