"""Lesing av én prosedyrefil: regler med dato, og alt som er galt med filen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from fellesplan.kernel.text import Text
from fellesplan.procedures import law
from fellesplan.procedures.schema import LEGAL_STATUSES, keys
from fellesplan.procedures.values import Value, freeze, in_force, tables
from fellesplan.procedures.wording import Wording

_FIELDS = {"key", "value", "valid_from", "valid_to", "legal_status", "source", "nb", "nn", "en"}
_FACTS = ("name", "number", "county", "county_governor")


@dataclass(frozen=True, slots=True)
class Rule:
    """En regel i prosedyren. `legal_status`: law, municipal or recommended; `source`: where it stands."""

    key: str
    value: Value
    legal_status: str
    source: str
    wording: Wording
    valid_from: date
    valid_to: date | None = None

    @property
    def text(self) -> Text:
        return self.wording.text

    @property
    def is_law(self) -> bool:
        return self.legal_status == "law"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file cannot be used: the rule's key (empty for the file as a whole) and the reason in bokmål."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.reason) if part)


@dataclass(frozen=True, slots=True)
class Municipality:
    """Kommunen i prosedyren: name, number, county and what the state administrator is called."""

    name: str
    number: str
    county: str
    county_governor: Wording


@dataclass(frozen=True, slots=True)
class Profile:
    """One file as read: its good rules, and the problems of the others."""

    slug: str
    municipality: Municipality | None
    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...]

    def on(self, day: date) -> dict[str, Rule]:
        """Return the rules in force on a day by key."""
        return {r.key: r for r in self.rules if in_force(r.valid_from, r.valid_to, day)}


class _Refusal(ValueError):
    pass


def read(path: Path) -> Profile:
    """Read a file and gather everything wrong with it; raises nothing for bad content."""
    name = path.name
    try:
        data: Mapping[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem = Problem(name, "", f"filen er ikke gyldig TOML: {error}")
        return Profile(path.stem, None, (), (problem,))
    problems: list[Problem] = []
    rules = _rules(data, name, problems)
    municipality = _municipality(data, name, problems)
    problems += _overlaps(rules, name)
    return Profile(str(data.get("slug", path.stem)), municipality, tuple(rules), tuple(problems))


def _rules(data: Mapping[str, object], name: str, problems: list[Problem]) -> list[Rule]:
    rules = []
    for row in tables(data, "rule"):
        try:
            rules.append(_rule(row, data.get("valid_from")))
        except (_Refusal, ValueError, TypeError) as error:
            problems.append(Problem(name, str(row.get("key", "")), str(error)))
    return rules


def _rule(row: Mapping[str, object], start: object) -> Rule:
    spec = keys().get(str(row.get("key", "")))
    if spec is None:
        raise _Refusal("ukjent nøkkel")
    if unknown := set(row) - _FIELDS:
        raise _Refusal(f"ukjente felt: {', '.join(sorted(unknown))}")
    if "value" not in row:
        raise _Refusal("verdien mangler")
    value = freeze(row["value"])
    if reason := spec.problem(value):
        raise _Refusal(reason)
    status, source = _status(row)
    valid_from, valid_to = _period(row, start)
    rule = Rule(spec.key, value, status, source, Wording.from_data(row), valid_from, valid_to)
    if reason := _against_statute(rule, spec.statute):
        raise _Refusal(reason)
    return rule


def _status(row: Mapping[str, object]) -> tuple[str, str]:
    status, source = row.get("legal_status"), row.get("source")
    if status not in LEGAL_STATUSES:
        raise _Refusal(f"rettslig status skal være en av: {', '.join(LEGAL_STATUSES)}")
    if not isinstance(source, str) or not source.strip():
        raise _Refusal("kilden mangler")
    if status == "law" and "§" not in source:
        raise _Refusal("en regel med status law må vise til en paragraf")
    return str(status), source


def _period(row: Mapping[str, object], start: object) -> tuple[date, date | None]:
    valid_from, valid_to = row.get("valid_from", start), row.get("valid_to")
    if not isinstance(valid_from, date):
        raise _Refusal("valid_from mangler, både i regelen og i filen")
    if valid_to is None:
        return valid_from, None
    if not isinstance(valid_to, date) or valid_to < valid_from:
        raise _Refusal("valid_to skal være en dato etter valid_from")
    return valid_from, valid_to


def _against_statute(rule: Rule, statute: str) -> str | None:
    """Say so when the rule differs, on any day it holds, from a statutory one."""
    if not statute:
        return None
    for version in law.enacted(statute):
        overlaps = in_force(rule.valid_from, rule.valid_to, version.valid_from) or in_force(
            version.valid_from, version.valid_to, rule.valid_from
        )
        if overlaps and version.value != rule.value:
            return f"nøkkelen er lovfestet ({version.reference}) og kan ikke endres av kommunen"
    return None


def _overlaps(rules: list[Rule], name: str) -> list[Problem]:
    ordered = sorted(rules, key=lambda r: (r.key, r.valid_from))
    return [
        Problem(name, first.key, f"to regler gjelder samtidig fra {second.valid_from}")
        for first, second in pairwise(ordered)
        if first.key == second.key and _end(first) >= second.valid_from
    ]


def _end(rule: Rule) -> date:
    return rule.valid_to or date.max - timedelta(days=1)


def _municipality(data: Mapping[str, object], name: str, problems: list[Problem]) -> Municipality | None:
    facts = data.get("municipality")
    if not isinstance(facts, Mapping) or any(field not in facts for field in _FACTS):
        problems.append(Problem(name, "municipality", f"kommunen skal ha {', '.join(_FACTS)}"))
        return None
    try:
        governor = Wording.from_data(facts["county_governor"])
    except ValueError as error:
        problems.append(Problem(name, "municipality", str(error)))
        return None
    return Municipality(str(facts["name"]), str(facts["number"]), str(facts["county"]), governor)
