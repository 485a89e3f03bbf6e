"""What is handed to the services of consent."""

from dataclasses import dataclass
from datetime import date

from fellesplan.people.models import Person, Unit


@dataclass(frozen=True, kw_only=True)
class Share:
    """One recipient, a service or a private person, and the areas it opens."""

    areas: tuple[str, ...]
    unit: Unit | None = None
    recipient: Person | None = None

    @property
    def key(self) -> tuple[object, object]:
        return (self.unit.id if self.unit else None, self.recipient.id if self.recipient else None)


@dataclass(frozen=True, kw_only=True)
class ConsentData:
    """An answer as it was received. Codes are those of `consent.models.Consent`; civil days.

    `received_how`: how an oral answer came, so that it can be proved (IPf § 9).
    `why_one`: why the answer of one of two parents is enough (pbrl § 4-4 andre ledd).
    """

    purposes: tuple[str, ...]
    answer: str
    form: str
    capacity: str
    given_by_name: str
    given_on: date
    given_by: Person | None = None
    valid_to: date | None = None
    shares: tuple[Share, ...] = ()
    child_heard: str = ""
    note: str = ""
    why_one: str = ""
    received_how: str = ""
