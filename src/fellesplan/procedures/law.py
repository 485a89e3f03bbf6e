"""Lovens egne regler, med dato. `rule(id, on)` gir regelen som gjaldt den dagen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from fellesplan.kernel.text import Text
from fellesplan.procedures.reasons import Certainty
from fellesplan.procedures.values import DATA, Value, fingerprint, freeze, in_force, read_toml, tables, thaw
from fellesplan.procedures.wording import Wording

_FOLDER = DATA / "law"


class LawError(ValueError):
    """A file of law cannot be used; the message names file, rule and reason."""


class NotInForce(LookupError):
    """No version of the rule applied on the day."""


@dataclass(frozen=True, slots=True)
class LawRule:
    """En regel i lov eller forskrift.

    `applies_to`: sectors (see `legal_basis.Sector`) it holds for, empty = all. `only_for`: "child" or empty.
    `pending`: enacted without a date, never in force. `unit`: weeks, months, years or empty.
    `tried`: it stands in a law that somebody tries.
    """

    id: str
    value: Value
    valid_from: date
    valid_to: date | None
    reference: str
    wording: Wording
    theme: str
    certainty: Certainty = Certainty.SETTLED
    unit: str = ""
    applies_to: tuple[str, ...] = ()
    only_for: str = ""
    pending: bool = False
    legal_status: str = "law"
    tried: bool = False

    @property
    def text(self) -> Text:
        return self.wording.text


def rule(id: str, on: date) -> LawRule:
    """Return the version in force on a day. Raises NotInForce when none is, KeyError for an unknown id."""
    for version in _by_id()[id]:
        if in_force(version.valid_from, version.valid_to, on):
            return version
    raise NotInForce(f"{id} gjaldt ikke {on:%d.%m.%Y}")


def value(id: str, on: date) -> Value:
    """Return the value in force on a day; raises as `rule` does."""
    return rule(id, on).value


def number(id: str, on: date) -> int:
    """Return a whole number in force on a day: an age, or a length in the rule's unit."""
    found = value(id, on)
    if isinstance(found, bool) or not isinstance(found, int):
        raise LawError(f"{id} er ikke et tall")
    return found


def applies(id: str, on: date) -> bool:
    """Return whether any version of the rule is in force on a day."""
    return any(in_force(version.valid_from, version.valid_to, on) for version in _by_id()[id])


def all_on(on: date) -> tuple[LawRule, ...]:
    """Return every rule in force on a day, sorted by id."""
    return tuple(r for r in every() if in_force(r.valid_from, r.valid_to, on))


def versions(id: str) -> tuple[LawRule, ...]:
    """Return all versions of a rule, the oldest first."""
    return _by_id()[id]


def enacted(id: str) -> tuple[LawRule, ...]:
    """Return all versions of a rule as the programme holds it, also while another law is tried."""
    return _enacted()[id]


def pending() -> tuple[LawRule, ...]:
    """Return what is enacted but has no date (forvaltningsloven 2025)."""
    rows = tables(read_toml(_FOLDER / "pending.toml"), "pending")
    return tuple(read_row(row, "pending", pending=True) for row in rows)


def version(on: date) -> str:
    """Return the date the law of the day took effect and a hash of it; stored on cases and decisions."""
    return _version(on) if _tried.get() is None else _version.__wrapped__(on)


@cache
def _version(on: date) -> str:
    rules = all_on(on)
    latest = max((r.valid_from for r in rules), default=on)
    return f"{latest}.{fingerprint((r.id, thaw(r.value), r.reference) for r in rules)}"


def every() -> tuple[LawRule, ...]:
    """Return every dated version, sorted by id and date. Raises LawError as `in_package` does."""
    return tuple(version for versions in _by_id().values() for version in versions)


@contextmanager
def trying(rules: Iterable[LawRule]) -> Iterator[None]:
    """Let the law be as if it were `rules` (every version of it) for as long as the block runs."""
    token = _tried.set(_grouped(rules))
    try:
        yield
    finally:
        _tried.reset(token)


@cache
def in_package() -> tuple[LawRule, ...]:
    """Return every dated version that comes with the programme, sorted, also while another law is tried.

    Raises LawError when two versions overlap.
    """
    rules = [rule for path in sorted(_FOLDER.glob("*.toml")) for rule in read_file(path)]
    ordered = tuple(sorted(rules, key=lambda r: (r.id, r.valid_from)))
    _refuse_overlap(ordered)
    return ordered


def read_file(path: Path) -> tuple[LawRule, ...]:
    """Read the dated rules of one file. Raises LawError naming file, rule and reason."""
    found = []
    for row in tables(read_toml(path), "rule"):
        try:
            found.append(read_row(row, path.stem))
        except (TypeError, ValueError) as error:
            raise LawError(f"{path.name}: {row.get('id', 'uten id')}: {error}") from error
    _refuse_overlap(tuple(sorted(found, key=lambda r: (r.id, r.valid_from))))
    return tuple(found)


def read_row(row: Mapping[str, object], theme: str, *, pending: bool = False) -> LawRule:
    """Read one rule. Raises ValueError or TypeError with the reason in bokmål."""
    start = row.get("valid_from", date.max if pending else None)
    end, reference = row.get("valid_to"), row.get("reference")
    if unknown := set(row) - {field.name for field in fields(LawRule)} - {"nb", "nn", "en", "replaces"}:
        raise ValueError(f"ukjente felt: {', '.join(sorted(unknown))}")
    if missing := {"id", "value"} - set(row):
        raise ValueError(f"{min(missing)} mangler")
    if not isinstance(start, date):
        raise ValueError("valid_from mangler")
    if end is not None and not (isinstance(end, date) and end >= start):
        raise ValueError("valid_to er ikke en dato etter valid_from")
    if not isinstance(reference, str) or "§" not in reference:
        raise ValueError("reference mangler paragraf")
    return LawRule(
        id=str(row["id"]),
        value=freeze(row["value"]),
        valid_from=start,
        valid_to=end,
        reference=reference,
        wording=Wording.from_data(row),
        theme=theme,
        certainty=Certainty(str(row.get("certainty", "settled"))),
        unit=str(row.get("unit", "")),
        applies_to=_strings(row.get("applies_to")),
        only_for=str(row.get("only_for", "")),
        pending=pending,
    )


def _strings(raw: object) -> tuple[str, ...]:
    return tuple(str(item) for item in raw) if isinstance(raw, list) else ()


def _refuse_overlap(rules: tuple[LawRule, ...]) -> None:
    for first, second in pairwise(rules):
        if first.id == second.id and (first.valid_to is None or first.valid_to >= second.valid_from):
            when = second.valid_from
            raise LawError(f"{first.theme}.toml: {first.id}: to versjoner gjelder samtidig fra {when}")


def _by_id() -> Mapping[str, tuple[LawRule, ...]]:
    tried = _tried.get()
    return _enacted() if tried is None else tried


@cache
def _enacted() -> Mapping[str, tuple[LawRule, ...]]:
    return _grouped(in_package())


def _grouped(rules: Iterable[LawRule]) -> Mapping[str, tuple[LawRule, ...]]:
    found: defaultdict[str, list[LawRule]] = defaultdict(list)
    for rule in sorted(rules, key=lambda r: (r.id, r.valid_from)):
        found[rule.id].append(rule)
    return {id: tuple(versions) for id, versions in found.items()}


_tried: ContextVar[Mapping[str, tuple[LawRule, ...]] | None] = ContextVar("tried", default=None)
