"""Everything the page of a meeting going on shows besides its form."""

from dataclasses import dataclass

from django.utils.translation import gettext

from fellesplan.kernel import clock
from fellesplan.meetings.view import ItemLine, MeetingView
from fellesplan.web.components.presenters import Crumb, Row
from fellesplan.web.coordinator.meeting import presenting
from fellesplan.web.coordinator.meeting import words as said
from fellesplan.web.page import PageRequest

TRACK = 200


@dataclass(frozen=True)
class Point:
    """A point of the agenda on the page. `state` is done, now or next."""

    item: ItemLine
    state: str
    decided: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Elapsed:
    """How much of the time is used; `width` of the drawn line's 200."""

    used: int
    whole: int
    width: int


@dataclass(frozen=True)
class ModePage:
    """The page of a meeting going on."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    agenda: tuple[Point, ...]
    decided: tuple[Row, ...]
    following: ItemLine | None
    silences: tuple[str, ...]
    recipients: str
    elapsed: Elapsed | None

    @property
    def coming(self) -> tuple[Point, ...]:
        return tuple(point for point in self.agenda if point.state == "next")

    @property
    def done(self) -> tuple[Point, ...]:
        return tuple(point for point in self.agenda if point.state == "done")


def mode_page(request: PageRequest, view: MeetingView, live: ItemLine) -> ModePage:
    """Gather the page."""
    agenda = tuple(_point(item, live) for item in view.agenda)
    here = gettext("Referat")
    return ModePage(
        title=said.title(view),
        lead=_lead(view),
        crumbs=said.crumbs(request, here, leads=True, meeting=view.id),
        agenda=agenda,
        decided=presenting.decided(live.tasks),
        following=next((item for item in view.agenda if item.number == live.number + 1), None),
        silences=presenting.silences(view),
        recipients=presenting.recipients(view),
        elapsed=_elapsed(view),
    )


def _point(item: ItemLine, live: ItemLine) -> Point:
    before = item.number < live.number or item.is_written
    state = "now" if item.id == live.id else "done" if before else "next"
    return Point(item, state, presenting.decided(item.tasks))


def _lead(view: MeetingView) -> str:
    facts = {"when": said.when(view), "where": said.where(view)}
    if clock.today() < view.day:
        return gettext("Møtet er %(when)s. Du kan forberede notatene nå.") % facts
    return gettext("Møtet er %(when)s, %(where)s. Du skriver referatet.") % facts


def _elapsed(view: MeetingView) -> Elapsed | None:
    """Return the time used, while the meeting goes on."""
    now = clock.now()
    if not view.starts_at <= now <= view.ends_at:
        return None
    used, whole = now - view.starts_at, view.ends_at - view.starts_at
    minutes = (int(used.total_seconds() // 60), int(whole.total_seconds() // 60))
    return Elapsed(*minutes, width=round(TRACK * (used / whole)))
