"""Two versions of a plan, field by field, in words that a lay person reads. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from fellesplan.kernel.text import Text, t
from fellesplan.plans import states
from fellesplan.plans.fields import SCALE, TEXTS
from fellesplan.plans.labels import LABELS, LEVELS, SUB_PLANS
from fellesplan.plans.rules.checklist import TITLES
from fellesplan.plans.wording import Piece, pieces
from fellesplan.procedures.legal_basis import LegalBasis

Content = Mapping[str, Any]
Value = str | Text | date


class What(StrEnum):
    """What has happened to a part of the plan between two versions."""

    ADDED = "added"
    CHANGED = "changed"
    TAKEN_OUT = "taken_out"
    BROUGHT_BACK = "brought_back"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class FieldChange:
    """One field with two values; `pieces` only for running text. `before` and `after` are "" for nothing."""

    name: str
    label: Text
    before: Value
    after: Value
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class PartChange:
    """A part of the plan that differs: `part` is text, period, plan, area, goal, measure, sub_plan or
    participant.

    `key` is the row's id, the area's key or, for the plan's own parts, empty.
    """

    part: str
    key: str
    title: Value
    what: What
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Reader:
    """What is needed to read a version's values: names of areas, and of those who take part."""

    areas: Mapping[str, Text] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    goals: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str, row: Content) -> Value:
        """Return a field as it is read."""
        raw = row.get(name)
        if name == "responsible_id":
            return self._responsible(row)
        if raw is None or raw == "":
            return ""
        if name == "parent_id":
            return self.goals.get(raw, "")
        if name == "kind":
            return SUB_PLANS.get(raw) or str(raw)
        if name in {"state", "tool", "area", "progress"}:
            return self._named(name, raw, "decision_reference" in row)
        return date.fromisoformat(raw) if name in DATES else str(raw)

    def _responsible(self, row: Content) -> str:
        if row.get("responsible_is_person"):
            return self.person
        return self.people.get(row.get("responsible_id") or "", "")

    def _named(self, name: str, raw: Any, of_measure: bool) -> Value:
        if name == "area":
            return self.areas.get(raw) or str(raw).replace("_", " ").capitalize()
        known: Mapping[Any, Text] = LEVELS
        if name == "state":
            known = states.MEASURE.states if of_measure else states.PLAN.states
        return known.get(raw) or str(raw)


BASES = frozenset(LegalBasis)
DATES = frozenset(
    {"period_from", "period_to", "evaluate_on", "starts_on", "due_on", "done_on", "valid_from", "valid_to"}
    | {"dated"}
)
NOT_SHOWN = frozenset({"id", "version", "order", "archived", "measures", "responsible_is_person", "name"})
RUNNING = frozenset(
    {*TEXTS, *SCALE}
    | {"own_words", "needs", "title", "description", "now", "state_note", "where", "amount", "purpose"}
    | {"contribution", "role", "decision_reference"}
)


def compare(
    before: Content, after: Content, areas: Mapping[str, Text] | None = None, person: str = ""
) -> tuple[PartChange, ...]:
    """Return what differs, in the order of the plan. `areas` are names by key, `person` whose plan it is."""
    people = {one["id"]: one["name"] for content in (before, after) for one in content["participants"]}
    goals = {one["id"]: one["title"] for content in (before, after) for one in content["goals"]}
    return tuple(_parts(before, after, Reader(areas or {}, people, person, goals)))


def _parts(before: Content, after: Content, reader: Reader) -> Iterator[PartChange]:
    for part, title in (("texts", t("Om personen")), ("period", t("Planperiode"))):
        fields = _fields(before[part], after[part], reader)
        if fields:
            yield PartChange(part.removesuffix("s"), "", title, What.CHANGED, fields)
    own = _fields(_own(before), _own(after), reader)
    if own:
        yield PartChange("plan", "", t("Planen"), What.CHANGED, own)
    yield from _areas(before, after, reader)
    yield from _rows("goal", before["goals"], after["goals"], reader)
    yield from _rows("measure", _measures(before), _measures(after), reader)
    yield from _rows("sub_plan", before.get("sub_plans", ()), after.get("sub_plans", ()), reader)
    yield from _rows("participant", before["participants"], after["participants"], reader)


def _own(content: Content) -> Content:
    """Return what is said of the plan itself, in words."""
    bases = (LegalBasis(basis).paragraph for basis in content.get("legal_basis", ()) if basis in BASES)
    points = content.get("not_relevant", {})
    reasons = (f"{TITLES[int(point) - 1]}: {reason}" for point, reason in sorted(points.items()))
    return {
        **{name: content.get(name) for name in ("tool", "state")},
        "legal_basis": ", ".join(bases), "not_relevant": "; ".join(reasons),
    }  # fmt: skip


def _areas(before: Content, after: Content, reader: Reader) -> Iterator[PartChange]:
    old, new = ({row["area"]: row for row in content["areas"]} for content in (before, after))
    for key in dict.fromkeys((*new, *old)):
        empty: Content = {}
        fields = _fields(_texts(old.get(key, empty)), _texts(new.get(key, empty)), reader)
        if fields:
            yield PartChange("area", key, reader.value("area", {"area": key}), What.CHANGED, fields)


def _texts(row: Content) -> Content:
    return {name: row.get(name, "") for name in ("own_words", "resources", "needs")}


def _rows(
    part: str, before: Iterable[Content], after: Iterable[Content], reader: Reader
) -> Iterator[PartChange]:
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key), new.get(key)
        row = now or was or {}
        fields = _fields(was or {}, now or row, reader) if now else ()
        what = _what(was, now)
        if fields or what is not What.CHANGED:
            yield PartChange(part, key, str(row.get("title") or row.get("name") or ""), what, fields)


def _what(was: Content | None, now: Content | None) -> What:
    if now is None:
        return What.NOT_YET
    if was is None:
        return What.ADDED
    if was["archived"] != now["archived"]:
        return What.TAKEN_OUT if now["archived"] else What.BROUGHT_BACK
    return What.CHANGED


def _fields(before: Content, after: Content, reader: Reader) -> tuple[FieldChange, ...]:
    found = []
    for name in dict.fromkeys((*after, *before)):
        if name in NOT_SHOWN:
            continue
        was, now = reader.value(name, before), reader.value(name, after)
        if was != now:
            found.append(FieldChange(name, LABELS[name], was, now, _words(name, was, now)))
    return tuple(found)


def _words(name: str, was: Value, now: Value) -> tuple[Piece, ...]:
    return pieces(str(was), str(now)) if name in RUNNING else ()


def _measures(content: Content) -> list[Content]:
    return [measure for goal in content["goals"] for measure in goal["measures"]]
