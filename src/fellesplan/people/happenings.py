"""What is announced about people; `processes.table` says who does what about it."""

from dataclasses import dataclass

from fellesplan.kernel.events import Happening
from fellesplan.people.models import Person, PersonMerge


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
