"""What consent announces to the rest of the house; `processes.table` says who does what about it."""

from dataclasses import dataclass
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
