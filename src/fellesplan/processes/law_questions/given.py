"""The facts of one question, read and typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from fellesplan.procedures.facts import ServiceFact
from fellesplan.procedures.loader import NATIONAL, Procedure, ProcedureError, load_fresh
from fellesplan.processes.law_questions.fields import Field, missing
from fellesplan.processes.law_questions.problems import BadQuestion, Problem, bad

Option = TypeVar("Option", bound=StrEnum)


@dataclass(frozen=True)
class Given:
    """What was told. A fact that was left out or null is not there."""

    values: Mapping[str, object]
    fields: tuple[Field, ...]

    def day(self, name: str) -> date:
        """Return a day. Raises BadQuestion when it is missing."""
        found = self.maybe_day(name)
        if found is None:
            raise BadQuestion(missing(self._field(name)))
        return found

    def maybe_day(self, name: str) -> date | None:
        found = self.values.get(name)
        return found if isinstance(found, date) else None

    def flag(self, name: str) -> bool:
        """Return a yes/no; left out is no."""
        return self.values.get(name) is True

    def answer(self, name: str) -> bool | None:
        """Return a yes/no; None when it is not known."""
        found = self.values.get(name)
        return found if isinstance(found, bool) else None

    def number(self, name: str) -> int:
        """Return a whole number, 0 when it was left out."""
        return self.maybe_number(name) or 0

    def maybe_number(self, name: str) -> int | None:
        found = self.values.get(name)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def one(self, name: str, options: type[Option]) -> Option:
        """Return a choice. Raises BadQuestion when it is missing."""
        found = self.maybe(name, options)
        if found is None:
            raise BadQuestion(missing(self._field(name)))
        return found

    def maybe(self, name: str, options: type[Option]) -> Option | None:
        found = self.values.get(name)
        return found if isinstance(found, options) else None

    def many(self, name: str, options: type[Option]) -> frozenset[Option]:
        """Return the chosen options, none when it was left out."""
        found = self.values.get(name)
        return (
            frozenset(each for each in found if isinstance(each, options))
            if isinstance(found, frozenset)
            else frozenset()
        )

    def services(self) -> tuple[ServiceFact, ...]:
        found = self.values.get("services")
        return found if isinstance(found, tuple) else ()

    def procedure(self, on: date) -> Procedure:
        """Return the municipality's procedure, the national one when none is named."""
        slug = str(self.values.get("municipality", NATIONAL))
        try:
            return load_fresh(slug, on)
        except ProcedureError as error:
            raise bad("municipality", f"its procedure cannot be used: {error}") from error

    def has(self, name: str) -> bool:
        """Return whether a fact was told."""
        return name in self.values

    def _field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


def read(fields: tuple[Field, ...], raw: object) -> Given:
    """Read the facts of a question. Raises BadQuestion with everything that is wrong with them."""
    if not isinstance(raw, Mapping):
        raise bad("facts", 'must be an object, such as {"received": "2026-11-24"}')
    known = {field.name: field for field in fields}
    problems = [
        Problem(str(name), f"is not a fact of this question; known: {_listed(known)}")
        for name in raw
        if name not in known
    ]
    values: dict[str, object] = {}
    for name, field in known.items():
        if raw.get(name) is None:
            problems += [missing(field)] if field.required else []
            continue
        try:
            values[name] = field.read(raw[name])
        except BadQuestion as error:
            problems += error.problems
    if problems:
        raise BadQuestion(*problems)
    return Given(values, fields)


def _listed(known: Mapping[str, Field]) -> str:
    return ", ".join(known) or "none"
