"""The facts a question takes: their type, what they may hold, and how JSON is read into them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.procedures.facts import ServiceFact, ServiceSector
from fellesplan.procedures.loader import NATIONAL, profiles
from fellesplan.processes.law_questions.problems import Problem, bad

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


class Kind(StrEnum):
    """Type of a fact."""

    DAY = "day"
    FLAG = "flag"
    ANSWER = "answer"
    COUNT = "count"
    CHOICE = "choice"
    CHOICES = "choices"
    MUNICIPALITY = "municipality"
    SERVICES = "services"


@dataclass(frozen=True, slots=True)
class Field:
    """One fact. `about`: what it means, in English; `options`: for choices; `least` and `most`: for counts.

    A flag that is left out is no; an answer that is left out is not known.
    """

    name: str
    kind: Kind
    about: str
    options: type[StrEnum] | None = None
    required: bool = False
    least: int = 0
    most: int = 1000

    @property
    def allowed(self) -> str:
        """Return in words what the fact may hold."""
        if self.options:
            listed = ", ".join(f'"{option}"' for option in self.options)
            return f"one of {listed}" if self.kind is Kind.CHOICE else f"a list of {listed}"
        return {
            Kind.DAY: f'a day as "YYYY-MM-DD", {FIRST.year} to {LAST.year}',
            Kind.FLAG: "true or false",
            Kind.ANSWER: "true, false or null (not known)",
            Kind.COUNT: f"a whole number, {self.least} to {self.most}",
            Kind.MUNICIPALITY: "one of " + ", ".join(f'"{slug}"' for slug in municipalities()),
            Kind.SERVICES: 'a list of {"name", "kind", "sector", "provider"}, where only name is needed; '
            "sector is one of " + ", ".join(f'"{sector}"' for sector in ServiceSector),
        }[self.kind]

    def read(self, raw: object) -> object:
        """Return the typed value. Raises BadQuestion naming the field."""
        value = _READERS[self.kind](self, raw)
        if value is None:
            raise bad(self.name, f"must be {self.allowed}")
        return value


def day(name: str, about: str, *, required: bool = False) -> Field:
    """Return a field for a civil day."""
    return Field(name, Kind.DAY, about, required=required)


def flag(name: str, about: str) -> Field:
    """Return a yes/no field; left out is no."""
    return Field(name, Kind.FLAG, about)


def answer(name: str, about: str) -> Field:
    """Return a yes/no field that may be unknown."""
    return Field(name, Kind.ANSWER, about)


def count(name: str, about: str, *, required: bool = False, least: int = 0, most: int = 1000) -> Field:
    """Return a field for a whole number."""
    return Field(name, Kind.COUNT, about, required=required, least=least, most=most)


def choice(name: str, options: type[StrEnum], about: str, *, required: bool = False) -> Field:
    """Return a field that takes one value of an enum."""
    return Field(name, Kind.CHOICE, about, options, required)


def choices(name: str, options: type[StrEnum], about: str, *, required: bool = False) -> Field:
    """Return a field that takes several values of an enum."""
    return Field(name, Kind.CHOICES, about, options, required)


def municipality(*, required: bool = False) -> Field:
    """Return the field that names whose local rules stand beside the law."""
    return Field("municipality", Kind.MUNICIPALITY, "whose own rules to use", required=required)


def municipalities() -> tuple[str, ...]:
    """Return the slugs that can be named: the national procedure is what holds without one."""
    return tuple(slug for slug in profiles() if slug != NATIONAL)


def _day(_field: Field, raw: object) -> date | None:
    if not isinstance(raw, str) or not _DAY.fullmatch(raw):
        return None
    try:
        found = date.fromisoformat(raw)
    except ValueError:
        return None
    return found if FIRST <= found <= LAST else None


def _flag(_field: Field, raw: object) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _count(field: Field, raw: object) -> int | None:
    whole = isinstance(raw, int) and not isinstance(raw, bool) and field.least <= raw <= field.most
    return raw if whole and isinstance(raw, int) else None


def _choice(field: Field, raw: object) -> StrEnum | None:
    known = list(field.options) if field.options else []
    return next((option for option in known if option.value == raw), None) if isinstance(raw, str) else None


def _choices(field: Field, raw: object) -> frozenset[StrEnum] | None:
    if not isinstance(raw, list):
        return None
    found = [option for each in raw if (option := _choice(field, each)) is not None]
    return frozenset(found) if len(found) == len(raw) else None


def _municipality(_field: Field, raw: object) -> str | None:
    return raw if isinstance(raw, str) and raw in municipalities() else None


def _services(_field: Field, raw: object) -> tuple[ServiceFact, ...] | None:
    if not isinstance(raw, list):
        return None
    found = [service for each in raw if (service := _service(each)) is not None]
    return tuple(found) if len(found) == len(raw) else None


def _service(raw: object) -> ServiceFact | None:
    if (
        not isinstance(raw, Mapping)
        or not raw.get("name")
        or set(raw) - {"name", "kind", "sector", "provider"}
    ):
        return None
    if not all(isinstance(value, str) for value in raw.values()):
        return None
    if raw.get("sector", ServiceSector.HEALTH) not in list(ServiceSector):
        return None
    sector = ServiceSector(raw.get("sector", ServiceSector.HEALTH))
    return ServiceFact(raw["name"], raw.get("kind", ""), sector, raw.get("provider", ""))


_READERS: Mapping[Kind, Callable[[Field, object], object | None]] = {
    Kind.DAY: _day, Kind.FLAG: _flag, Kind.ANSWER: _flag, Kind.COUNT: _count, Kind.CHOICE: _choice,
    Kind.CHOICES: _choices, Kind.MUNICIPALITY: _municipality, Kind.SERVICES: _services,
}  # fmt: skip


def missing(field: Field) -> Problem:
    """Return the problem of a fact that is needed and not given."""
    return Problem(field.name, f"is missing; give {field.allowed}")
