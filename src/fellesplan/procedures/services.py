"""Telling av tjenester slik kommunens prosedyre teller. Svaret er et råd, aldri en grense i loven."""

from dataclasses import dataclass

from fellesplan.kernel.text import Text
from fellesplan.procedures.facts import ServiceFact
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.sentences import say

_ONLY_HEALTH = {"helse_omsorgstjeneste", "instans"}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A service that the municipality does not count, why, and where that stands."""

    service: ServiceFact
    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class ServiceCount:
    """How many there are in the municipality's own unit, and which."""

    number: int
    counted: tuple[ServiceFact, ...]
    left_out: tuple[LeftOut, ...]


def count_services(procedure: Procedure, services: tuple[ServiceFact, ...]) -> ServiceCount:
    """Count services, providers, bodies or professions, as `criterion.unit` says."""
    left_out = tuple(found for service in services if (found := _left_out(procedure, service)))
    skipped = {id(found.service) for found in left_out}
    counted = tuple(service for service in services if id(service) not in skipped)
    return ServiceCount(len({_identity(procedure, service) for service in counted}), counted, left_out)


def _left_out(procedure: Procedure, service: ServiceFact) -> LeftOut | None:
    excluded = procedure.find("criterion.excluded")
    if excluded and service.kind in procedure.choices("criterion.excluded"):
        return LeftOut(service, say("left_out_kind"), excluded.source)
    unit = procedure.find("criterion.unit")
    narrow = unit and unit.value in _ONLY_HEALTH and not procedure.flag("criterion.count_other_sectors")
    if unit and narrow and not service.sector.is_health:
        return LeftOut(service, say("left_out_sector"), unit.source)
    return None


def _identity(procedure: Procedure, service: ServiceFact) -> tuple[str, str]:
    """What makes two services one in the count."""
    unit = procedure.word("criterion.unit")
    if unit == "faggruppe":
        return service.kind or service.name, ""
    if unit in {"yter", "instans"} or procedure.flag("criterion.different_providers"):
        return service.provider or service.name, ""
    return service.name, service.provider
