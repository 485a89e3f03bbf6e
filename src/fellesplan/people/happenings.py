"""What is announced about people; `processes.table` says who does what about it."""

from dataclasses import dataclass
from datetime import date

from fellesplan.kernel.events import Happening
from fellesplan.people.models import Assignment, Person, PersonMerge


@dataclass(frozen=True, kw_only=True)
class PersonDied(Happening):
    """A death has been registered."""

    person: Person


@dataclass(frozen=True, kw_only=True)
class DeathUndone(Happening):
    """A death was registered by mistake, and is taken back."""

    person: Person


@dataclass(frozen=True, kw_only=True)
class PersonsMerged(Happening):
    """Two rows were the same human, and are one now; or are two again, when `undone`."""

    merge: PersonMerge
    undone: bool = False


@dataclass(frozen=True, kw_only=True)
class AssignmentEnded(Happening):
    """Somebody no longer works at a unit, in one role, after a day."""

    assignment: Assignment
    last_day: date


@dataclass(frozen=True, kw_only=True)
class RepresentationChanged(Happening):
    """Somebody has begun or ceased to act for the person."""

    person: Person
