"""Prosedyren som gjelder for en kommune en dag: loven, den nasjonale prosedyren og kommunens egne regler."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from fellesplan.kernel.text import Text
from fellesplan.procedures import law, profile
from fellesplan.procedures.profile import Municipality, Problem, Profile, Rule
from fellesplan.procedures.schema import KeySpec, keys
from fellesplan.procedures.values import DATA, Value, fingerprint, thaw
from fellesplan.procedures.wording import Wording

NATIONAL = "nasjonal"
_FOLDER = DATA / "profiles"


class ProcedureError(ValueError):
    """A procedure cannot be loaded; every line of the message names file, rule and reason."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Procedure:
    """Prosedyren en kommune følger på en dag. `version` changes when any rule in force does."""

    slug: str
    municipality: Municipality
    on: date
    rules: Mapping[str, Rule]
    version: str

    @property
    def name(self) -> str:
        return self.municipality.name

    @property
    def language(self) -> str:
        return self.word("language")

    @property
    def office_name(self) -> Text:
        """What the coordinating unit is called here."""
        return self.named("office_name")

    @property
    def county_governor(self) -> Text:
        return self.municipality.county_governor.text

    def rule(self, key: str) -> Rule:
        """Return a rule. Raises KeyError when the key is unknown or nothing is said about it."""
        return self.rules[_known(key).key]

    def find(self, key: str) -> Rule | None:
        """Return a rule, or None when the procedure says nothing. Raises KeyError for an unknown key."""
        return self.rules.get(_known(key).key)

    def value(self, key: str) -> Value | None:
        """Return the value of a rule, or None when the procedure says nothing about it."""
        found = self.find(key)
        return found.value if found else None

    def flag(self, key: str) -> bool:
        """Return whether a yes/no rule says yes; silence is no."""
        return self.value(key) is True

    def number(self, key: str) -> int | None:
        """Return a whole number, or None when the procedure says nothing."""
        found = self.value(key)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def word(self, key: str) -> str:
        """Return a choice or a text; "" when the procedure says nothing."""
        found = self.value(key)
        return found if isinstance(found, str) else ""

    def named(self, key: str) -> Text:
        """Return a name in the reader's language; an empty text when the procedure says nothing."""
        found = self.value(key)
        return Wording.from_data(found).text if isinstance(found, Mapping) else Text("")

    def choices(self, key: str) -> tuple[str, ...]:
        """Return the chosen options; () when the procedure says nothing."""
        found = self.value(key)
        return tuple(str(item) for item in found) if isinstance(found, tuple) else ()

    def rows(self, key: str) -> tuple[Mapping[str, Value], ...]:
        """Return the rows of a table; () when the procedure says nothing."""
        found = self.value(key)
        return tuple(row for row in found if isinstance(row, Mapping)) if isinstance(found, tuple) else ()


@cache
def profiles() -> tuple[str, ...]:
    """Return the slugs of every procedure that comes with the programme, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@lru_cache(maxsize=256)
def load(slug: str, on: date) -> Procedure:
    """Return a procedure as it stood on a day. Raises KeyError (no such slug) or ProcedureError."""
    return load_fresh(slug, on)


def load_fresh(slug: str, on: date) -> Procedure:
    """Return a procedure without remembering it: the law may be one that is tried. Raises as `load`."""
    if slug not in profiles():
        raise KeyError(slug)
    return build(_read(slug), on)


def load_file(path: Path, on: date) -> Procedure:
    """Return the procedure in a file of its own, on top of the national one; raises ProcedureError."""
    return build(profile.read(path), on)


def build(own: Profile, on: date) -> Procedure:
    """Merge law, national procedure and a profile. Raises ProcedureError naming file, rule and reason."""
    if own.problems or own.municipality is None:
        raise ProcedureError(own.problems)
    floor = statutory(on)
    rules = {**_read(NATIONAL).on(on), **own.on(on)}
    merged = {key: rules[key] for key in keys() if key in rules and not keys()[key].is_statutory}
    merged |= {key: _restated(rule, rules.get(key)) for key, rule in floor.items()}
    return Procedure(own.slug, own.municipality, on, MappingProxyType(merged), _version(merged, on))


def statutory(on: date) -> dict[str, Rule]:
    """Return the keys that national law decides on a day, as rules."""
    specs = (spec for spec in keys().values() if spec.is_statutory)
    return {spec.key: _floor(spec, on) for spec in specs if law.applies(spec.statute, on)}


def _floor(spec: KeySpec, on: date) -> Rule:
    found = law.rule(spec.statute, on)
    return Rule(
        spec.key, found.value, "law", found.reference, found.wording, found.valid_from, found.valid_to
    )


def _restated(floor: Rule, own: Rule | None) -> Rule:
    """Prefer the municipality's own words for a statutory rule; the value is the same by the lock."""
    return own if own and own.value == floor.value else floor


@cache
def _read(slug: str) -> Profile:
    return profile.read(_FOLDER / f"{slug}.toml")


def _version(rules: Mapping[str, Rule], on: date) -> str:
    latest = max((rule.valid_from for rule in rules.values()), default=on)
    content = ((r.key, thaw(r.value), r.legal_status, r.source, r.wording.nb) for r in rules.values())
    return f"{latest}.{fingerprint(content)}"


def _known(key: str) -> KeySpec:
    return keys()[key]
