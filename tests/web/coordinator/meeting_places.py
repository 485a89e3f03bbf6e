"""The addresses of the meeting pages, and who may open them."""

from collections.abc import Callable

from fellesplan.meetings.models import Meeting
from tests.meetings.scene import Scene
from tests.web.coordinator.conftest import at

Address = Callable[[Scene, Meeting], str]

OPEN: dict[str, Address] = {
    "meeting": lambda s, m: at("meeting", meeting=m.pk),
    "meeting-ics": lambda s, m: at("meeting-ics", meeting=m.pk),
}
"""Pages for everybody who is called."""

LEADING: dict[str, Address] = {
    "meeting-new": lambda s, m: at("meeting-new", person=s.mina.pk),
    "meeting-edit": lambda s, m: at("meeting-edit", meeting=m.pk),
    "meeting-cancel": lambda s, m: at("meeting-cancel", meeting=m.pk),
    "meeting-mode": lambda s, m: at("meeting-mode", meeting=m.pk),
    "meeting-send": lambda s, m: at("meeting-send", meeting=m.pk),
}
"""Pages for the coordinator alone."""

POSTS: dict[str, Address] = {
    "meeting-reply": lambda s, m: at("meeting-reply", meeting=m.pk),
    "meeting-suggest": lambda s, m: at("meeting-suggest", meeting=m.pk),
}
"""Addresses that only take what is sent to them."""
