"""The menu of the citizen's room: the same for the person and for one who acts for the person."""

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.web.components.presenters import NavItem

if TYPE_CHECKING:
    from fellesplan.web.citizen.room import Room

_MENU: tuple[tuple[str, Promise, Promise], ...] = (
    ("my-plan", _("Min plan"), _("Planen")),
    ("my-case", _("Saken min"), _("Saken")),
    ("my-meetings", _("Møter"), _("Møter")),
    ("my-consents", _("Hvem kan se"), _("Hvem kan se")),
)


def menu(room: "Room", at: str) -> tuple[NavItem, ...]:
    """Return the menu with the current place marked."""
    return tuple(
        NavItem(mine if room.is_own else theirs, room.url(name), current=name == at)
        for name, mine, theirs in _MENU
    )


def more(room: "Room", at: str) -> tuple[NavItem, ...]:
    """Return what lies deeper."""
    around = gettext("Rundt meg") if room.is_own else gettext("Rundt %(name)s") % {"name": room.first_name}
    known = (("my-log", _("Hvem har sett")), ("my-safeguards", _("Trygghet")), ("my-around", around))
    return tuple(NavItem(label, room.url(name), current=name == at) for name, label in known)
