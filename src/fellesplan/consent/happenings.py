"""What consent announces to the rest of the house; `processes.table` says who does what about it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fellesplan.kernel.events import Happening
from fellesplan.people.models import Person


@dataclass(frozen=True, kw_only=True)
class ConsentRegistered(Happening):
    """Somebody has answered yes or no. `evidence` is the document of it, if there is one."""

    person: Person
    purposes: tuple[str, ...]
    answer: str
    form: str
    given_by_name: str
    evidence: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawn(Happening):
    """A consent, or a part of what it opened, has been withdrawn. `whom` names the recipient of a part."""

    person: Person
    purposes: tuple[str, ...]
    withdrawn_by_name: str
    whom: str = ""


@dataclass(frozen=True, kw_only=True)
class ChildWished(Happening):
    """A child under 16 wants to take back what the parents have said yes to."""

    person: Person
    purpose: str
    whom: str = ""


@dataclass(frozen=True, kw_only=True)
class WishAnswered(Happening):
    """Somebody has followed up the child's wish."""

    person: Person


@dataclass(frozen=True, kw_only=True)
class CapacityChanged(Happening):
    """It is decided that the person lacks capacity, or that it no longer does."""

    person: Person


@dataclass(frozen=True, kw_only=True)
class WithholdingChanged(Happening):
    """Something is kept from the parents, or no longer. `asked_by_child`: somebody should look at it."""

    person: Person
    asked_by_child: bool = False


@dataclass(frozen=True, kw_only=True)
class ConsentWarned(Happening):
    """Something about consent is coming up: a birthday that counts, or an end. `kind`: see `upcoming`."""

    person: Person
    kind: str
    due: date
