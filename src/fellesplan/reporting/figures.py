"""What the annual report holds: plain numbers, ready to be shown or downloaded."""

from dataclasses import dataclass
from datetime import date

from fellesplan.kernel.text import Text, t

PLAN_CODES: dict[str, Text] = {
    "1": t("Ja, har virksom plan"),
    "2": t("Nei, planen er ikke utarbeidet"),
    "3": t("Nei, ønsker ikke plan"),
    "4": t("Nei, oppfyller ikke retten til plan"),
    "9": t("Ikke relevant"),
}
"""Volven 9336, Individuell plan. Code 4 is for our own use: the 2018 edition that KPR takes lacks it."""


@dataclass(frozen=True)
class Count:
    """A number of something. `code` is how registers or the database know it."""

    code: str
    label: Text | str
    number: int


@dataclass(frozen=True)
class Decided:
    """How the decisions on one right went in the year. `other` are dismissed and withdrawn."""

    right: str
    label: Text
    granted: int
    partly: int
    refused: int
    other: int

    @property
    def number(self) -> int:
        return self.granted + self.partly + self.refused + self.other


@dataclass(frozen=True)
class Load:
    """Coordinators on a day. `loads`: how many coordinators follow each number of persons, from one up."""

    coordinators: int
    persons: int
    children: int
    loads: tuple[tuple[int, int], ...]

    def above(self, limit: int | None) -> int:
        """Return how many follow more than is recommended."""
        return sum(number for persons, number in self.loads if limit is not None and persons > limit)


@dataclass(frozen=True)
class Report:
    """Årsoversikt for one year, as things stood on `on`: today, or the last day of a year that has ended."""

    year: int
    on: date
    referrals: int
    decisions: tuple[Decided, ...]
    cases: tuple[Count, ...]
    plans: tuple[Count, ...]
    load: Load
    meetings_by_kind: tuple[Count, ...]
    meetings_by_unit: tuple[Count, ...]

    @property
    def meetings(self) -> int:
        return total(self.meetings_by_kind)


def total(counts: tuple[Count, ...]) -> int:
    """Return the sum of some counts."""
    return sum(count.number for count in counts)
