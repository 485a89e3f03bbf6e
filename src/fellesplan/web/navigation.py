"""The way around: which entries stand in the menu for whom."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fellesplan.access import matrix
from fellesplan.access.actor import Actor, Role
from fellesplan.web.components.presenters import NavItem


@dataclass(frozen=True)
class Entry:
    """One menu entry: shown to whoever may do `action`."""

    name: str
    label: Promise
    action: str


STAFF = (
    Entry("worklist", _("Arbeidsliste"), "case.work"),
    Entry("cases", _("Saker"), "case.list"),
    Entry("coordinators", _("Koordinatorer"), "coordinator.edit"),
    Entry("report", _("Rapporter"), "report.read"),
    Entry("unit-today", _("Virksomheten min"), "unit.lead"),
    Entry("today", _("I dag"), "coordination.work"),
    Entry("shared-plans", _("Delte planer"), "plan.read"),
    Entry("admin-home", _("Administrasjon"), "users.manage"),
    Entry("procedure", _("Prosedyre"), "procedure.read"),
)
_OFFICE_HIDES = frozenset({"today", "shared-plans", "unit-today"})

ROLE_NAMES = {
    Role.CASEWORKER: _("Saksbehandler"),
    Role.SYSTEM_COORDINATOR: _("Systemkoordinator"),
    Role.OFFICE_LEADER: _("Leder for koordinerende enhet"),
    Role.UNIT_LEADER: _("Virksomhetsleder"),
    Role.ADMINISTRATOR: _("Administrator"),
}


def entries(actor: Actor) -> tuple[Entry, ...]:
    """Return the menu of an employee; the office sees its own pages, not those of coordinators."""
    hidden = _OFFICE_HIDES if actor.is_office else frozenset()
    if Role.ADMINISTRATOR in actor.roles:
        hidden = hidden | _OFFICE_HIDES
    return tuple(e for e in STAFF if e.name not in hidden and matrix.grants(e.action, actor.roles))


def navigation(actor: Actor, slug: str, path: str) -> tuple[NavItem, ...]:
    """Return the menu with the current place marked. Citizens' menus belong to the person's pages."""
    if actor.employee is None:
        return ()
    items = []
    for entry in entries(actor):
        try:
            url = reverse(entry.name, kwargs={"tenant": slug})
        except NoReverseMatch:  # TEMPORARY while pages are being built
            continue
        items.append(NavItem(entry.label, url, current=path.startswith(url)))
    return tuple(items)


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
