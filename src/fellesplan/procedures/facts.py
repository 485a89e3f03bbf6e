"""Opplysningene en vurdering bygger på, slik saksbehandleren har svart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ServiceSector(StrEnum):
    """Hvem som har ansvaret for tjenesten."""

    HEALTH = "health"
    HOSPITAL = "hospital"
    SOCIAL = "social"
    NAV = "nav"
    CHILD_WELFARE = "child_welfare"
    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    OTHER = "other"

    @property
    def is_health(self) -> bool:
        """Return whether it is health and care, from the municipality or the hospital."""
        return self in {ServiceSector.HEALTH, ServiceSector.HOSPITAL}


@dataclass(frozen=True, slots=True)
class ServiceFact:
    """En tjeneste personen får. `kind`: profession or type, e.g. fastlege; `provider`: who gives it."""

    name: str
    kind: str = ""
    sector: ServiceSector = ServiceSector.HEALTH
    provider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known. An answer that is missing or None is not known; `answers` are by criterion key.

    `due_date`: when a child is expected and not yet born.
    """

    birth_date: date | None = None
    due_date: date | None = None
    services: tuple[ServiceFact, ...] = ()
    answers: Mapping[str, bool | int | None] = field(default_factory=dict)
    wants_plan: bool | None = None
    wants_coordinator: bool | None = None
    wants_child_coordinator: bool | None = None

    def answer(self, key: str) -> bool | None:
        """Return a yes/no answer; what the services show counts when nobody has answered."""
        if key.startswith("wants_"):
            return self._wish(key)
        given = self.answers.get(key)
        return given if isinstance(given, bool) else self._shown_by_services(key)

    def _wish(self, key: str) -> bool | None:
        wishes = {
            "wants_plan": self.wants_plan,
            "wants_coordinator": self.wants_coordinator,
            "wants_child_coordinator": self.wants_child_coordinator,
        }
        return wishes[key]

    def _shown_by_services(self, key: str) -> bool | None:
        sectors = {service.sector for service in self.services}
        shown = {
            "health_care": ServiceSector.HEALTH in sectors,
            "family_health_care": any(sector.is_health for sector in sectors),
            "other_welfare": any(not sector.is_health for sector in sectors),
            "municipal_and_hospital": {ServiceSector.HEALTH, ServiceSector.HOSPITAL} <= sectors,
        }
        return True if shown.get(key) else None
