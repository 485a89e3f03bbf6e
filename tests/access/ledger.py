"""What has been said and done about one person, kept in plain Python, and who may see what because of it.

Worked out from the law and the matrix by hand, with no query and nothing of the policies: the other opinion.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

FOREVER = date.max
AREAS = ("health", "daytime", "minutes", "documents", "contact")
LIFE = ("health", "daytime")
Things = set[tuple[str, str]]
"""Pairs of action and what it is done with: an area, "minutes", "letter", or nothing for the whole."""


@dataclass
class Spell:
    """A time something holds, both days included; a withdrawal empties it."""

    since: date
    until: date = FOREVER

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until

    def stop(self) -> None:
        self.until = date.min


@dataclass
class Share(Spell):
    """One area opened to one recipient by one answer."""

    to: str = ""
    area: str = ""


@dataclass
class Kept(Spell):
    """An area kept from one parent, or from both when `parent` is empty."""

    area: str = ""
    parent: str = ""


@dataclass
class Ledger:
    """Everything that decides, by the names of people and services."""

    born: date
    works: dict[str, str]
    """The service each employee works for; an employee who leaves is taken out."""
    health: frozenset[str]
    shares: list[Share] = field(default_factory=list)
    coordination: list[Spell] = field(default_factory=list)
    takes_part: dict[str, Spell] = field(default_factory=dict)
    coordinates: dict[str, Spell] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    objections: dict[str, Spell] = field(default_factory=dict)
    refused: bool = False

    def day_of(self, years: int) -> date:
        return self.born.replace(year=self.born.year + years)

    def owner(self) -> Things:
        """The person sees all that is about the person."""
        return _plan(LIFE) | {
            ("person.read", ""), ("person.contact", ""), ("participant.read", ""), ("consent.read", ""),
            ("meeting.read", ""), ("document.read", "minutes"), ("document.read", "letter"),
        }  # fmt: skip

    def parent(self, name: str, day: date) -> Things:
        """Until 16 all but what is kept; from 16 what the youth shares with the parent (pbrl § 3-4)."""
        if day >= self.day_of(18):
            return set()
        seen = self._given(name, day)
        if day < self.day_of(16):
            seen |= self._unless_kept(name, day)
        return seen

    def _unless_kept(self, name: str, day: date) -> Things:
        kept = {one.area for one in self.kept if one.holds(day) and one.parent in ("", name)}
        seen: Things = {("person.read", ""), ("person.contact", "")}
        if "all" in kept:
            return seen
        seen |= {("participant.read", ""), ("consent.read", "")}
        seen |= _plan(area for area in LIFE if area not in kept)
        if "minutes" not in kept:
            seen.add(("meeting.read", ""))
        if "documents" not in kept:
            seen.add(("document.read", "letter"))
            seen |= {("document.read", "minutes")} if "minutes" not in kept else set()
        return seen

    def _given(self, name: str, day: date) -> Things:
        areas = self._areas(name, day)
        seen = _plan(area for area in LIFE if area in areas) if areas else set()
        if "minutes" in areas:
            seen |= {("meeting.read", ""), ("document.read", "minutes")}
        return seen | ({("document.read", "letter")} if "documents" in areas else set())

    def employee(self, name: str, day: date) -> Things:
        """What the employee's work opens now, as coordinator and as participant."""
        unit = self.works.get(name)
        if unit is None:
            return set()
        seen: Things = set()
        lead = self.coordinates.get(name)
        if lead and lead.holds(day) and self._coordination(day):
            seen |= self.owner() - {("document.read", "minutes"), ("document.read", "letter")}
        part = self.takes_part.get(name)
        return seen | (self._participant(unit, day) if part and part.holds(day) else set())

    def _participant(self, unit: str, day: date) -> Things:
        areas, shared = self._areas(unit, day), {("person.read", ""), ("participant.read", "")}
        seen: Things = set()
        if areas:
            seen |= shared | _plan(area for area in LIFE if area in areas)
            seen |= {("person.contact", "")} if "contact" in areas else set()
            seen |= {("document.read", "letter")} if "documents" in areas else set()
            if "minutes" in areas:
                seen |= {("meeting.read", ""), ("document.read", "minutes")}
        if unit in self.health and self._health_open(unit, day):
            seen |= shared | _plan(("health",))
        return seen

    def _health_open(self, unit: str, day: date) -> bool:
        """By law, unless the person has said anything about the service, or no to it (hpl §§ 25 and 29)."""
        said = self.refused or any(share.to == unit for share in self.shares)
        against = any(one.holds(day) for to, one in self.objections.items() if to in ("", unit))
        return self._coordination(day) and not said and not against

    def _coordination(self, day: date) -> bool:
        return any(one.holds(day) for one in self.coordination)

    def _areas(self, to: str, day: date) -> set[str]:
        return {share.area for share in self.shares if share.to == to and share.holds(day)}

    def share(self, to: str, areas: Iterable[str], day: date, days: int | None) -> None:
        """A new answer about a recipient takes the place of the earlier ones."""
        for one in self.shares:
            if one.to == to and one.holds(day):
                one.stop()
        self.shares += [Share(day, self.last_day(day, days), to, area) for area in areas]

    def last_day(self, day: date, days: int | None) -> date:
        """What is said for a child ends when the youth turns 16."""
        wanted = FOREVER if days is None else day + timedelta(days=days)
        sixteen = self.day_of(16)
        return min(wanted, sixteen - timedelta(days=1)) if day < sixteen else wanted


def _plan(areas: Iterable[str]) -> Things:
    return {("plan.read", "")} | {
        (action, area) for area in areas for action in ("area.read", "goal.read", "measure.read")
    }
