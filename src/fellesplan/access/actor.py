"""Who is acting: one account, in one municipality, at one moment."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fellesplan.kernel import clock


class Role(StrEnum):
    """The roles of product.md; the matrix grants to these and to nothing else."""

    PERSON = "person"
    REPRESENTATIVE = "representative"
    CASEWORKER = "caseworker"
    SYSTEM_COORDINATOR = "system_coordinator"
    OFFICE_LEADER = "office_leader"
    UNIT_LEADER = "unit_leader"
    COORDINATOR = "coordinator"
    PARTICIPANT = "participant"
    ADMINISTRATOR = "administrator"
    EMERGENCY = "emergency"


OFFICE = frozenset({Role.CASEWORKER, Role.SYSTEM_COORDINATOR, Role.OFFICE_LEADER})


@dataclass(frozen=True)
class Actor:
    """An account with what follows from its dated assignments in this municipality at `at`.

    `person` and `employee` are the rows the account stands for here, `led_units` the units it leads now.
    `emergency` is the one person an open emergency session gives access to, `emergency_until` when it ends.
    `name`, `title` and `organisation` are what the access log shows (pasientjournalforskriften § 14).
    """

    municipality: UUID
    account: UUID | None = None
    roles: frozenset[Role] = frozenset()
    person: UUID | None = None
    employee: UUID | None = None
    led_units: frozenset[UUID] = frozenset()
    units: frozenset[UUID] = frozenset()
    emergency: UUID | None = None
    emergency_until: datetime | None = None
    name: str = ""
    title: str = ""
    organisation: str = ""
    at: datetime = field(default_factory=clock.now)

    @property
    def is_office(self) -> bool:
        return bool(self.roles & OFFICE)


def nobody(municipality: UUID) -> Actor:
    """Return the actor of a visitor who has not logged in."""
    return Actor(municipality=municipality)


def system(municipality: UUID) -> Actor:
    """Return the actor of the system itself (jobs, public forms); it has no role and sees nothing."""
    return Actor(municipality=municipality, name="Fellesplan", organisation="Fellesplan")
