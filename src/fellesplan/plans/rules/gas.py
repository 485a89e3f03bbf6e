"""Måloppnåelse: hvor målene står, og samlet tall for dem (Goal Attainment Scaling).

Kiresuk og Sherman (1968), "Goal attainment scaling", Community Mental Health Journal 4, s. 443-453:
T = 50 + 10 Σ w·x / √((1 − ρ) Σ w² + ρ (Σ w)²), with all weights 1 and ρ = 0.3, as the authors propose.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from uuid import UUID

from fellesplan.kernel.text import Text, t

RHO = 0.3
"""The correlation between goals that the authors propose."""
LEVELS = range(-2, 3)


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating of a goal: where it stood on a day. `own`: as the person sees it."""

    goal: UUID
    day: date
    own: bool
    level: int


@dataclass(frozen=True, slots=True)
class Point:
    """Where a goal stood on one day; None where nobody said anything."""

    day: date
    own: int | None
    others: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where each goal stands, by goal: as the person sees it, and as the others do."""

    own: Mapping[UUID, int] = field(default_factory=dict)
    others: Mapping[UUID, int] = field(default_factory=dict)


def t_score(levels: Iterable[int]) -> float | None:
    """Return the score of some goals; None without any. 50: as agreed; ten is one standard deviation.

    Raises ValueError for a level that is not on the scale.
    """
    found = list(levels)
    if any(level not in LEVELS for level in found):
        raise ValueError(found)
    count = len(found)
    if not count:
        return None
    return 50 + 10 * sum(found) / sqrt((1 - RHO) * count + RHO * count**2)


def standing(rated: Iterable[Rated]) -> Standing:
    """Return the newest level of each goal; of two on the same day, the one that comes last."""
    own: dict[UUID, int] = {}
    others: dict[UUID, int] = {}
    for one in sorted(rated, key=lambda one: one.day):
        (own if one.own else others)[one.goal] = one.level
    return Standing(own, others)


def course(rated: Iterable[Rated]) -> tuple[Point, ...]:
    """Return where one goal stood, day by day, the oldest first."""
    days: dict[date, dict[bool, int]] = {}
    for one in sorted(rated, key=lambda one: one.day):
        days.setdefault(one.day, {})[one.own] = one.level
    return tuple(Point(day, found.get(True), found.get(False)) for day, found in days.items())


def explained(score: float) -> Text:
    """Return what a score says, in a sentence."""
    whole = round(score)
    if whole == 50:
        return t("Målene sett under ett er nådd.")
    if whole > 50:
        return t("Det går bedre enn målene, sett under ett.")
    return t("Målene er ikke nådd ennå, sett under ett.")
