"""How emergency access to the person's plan has been used, told in plain words."""

from datetime import timedelta

from fellesplan.kernel import clock
from fellesplan.people.emergency_reads import SessionLine, of_person
from fellesplan.web.citizen.room import Room

RECENT = timedelta(days=30)


def used(room: Room) -> tuple[SessionLine, ...]:
    """Return every use of it, the newest first."""
    return of_person(room.actor, room.person)


def used_lately(room: Room) -> tuple[SessionLine, ...]:
    """Return what has happened the last 30 days: that is told on the first page too."""
    return tuple(line for line in used(room) if line.at >= clock.now() - RECENT)
