"""Verdier fra TOML, gjort uforanderlige, og lesing av datafilene."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

Value: TypeAlias = "bool | int | str | date | tuple[Value, ...] | Mapping[str, Value]"

DATA = Path(__file__).parent


def freeze(raw: object) -> Value:
    """Return a TOML value as an immutable one: lists become tuples, tables read-only mappings."""
    if isinstance(raw, Mapping):
        return MappingProxyType({str(key): freeze(value) for key, value in raw.items()})
    if isinstance(raw, list | tuple):
        return tuple(freeze(value) for value in raw)
    if isinstance(raw, bool | int | str | date):
        return raw
    raise TypeError(f"verdien {raw!r} har en type som ikke brukes i regler")


def thaw(value: Value) -> object:
    """Return a frozen value as plain lists and dictionaries, for JSON."""
    if isinstance(value, Mapping):
        return {key: thaw(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [thaw(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def fingerprint(content: Iterable[object]) -> str:
    """Return eight characters that change when the content does."""
    canonical = json.dumps(list(content), sort_keys=True, ensure_ascii=False, default=str)
    return sha256(canonical.encode()).hexdigest()[:8]


@cache
def read_toml(path: Path) -> Mapping[str, object]:
    """Return a data file; it is read once."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tables(data: Mapping[str, object], name: str) -> tuple[Mapping[str, object], ...]:
    """Return the array of tables under a name; empty when it is missing or is something else."""
    rows = data.get(name, [])
    return tuple(row for row in rows if isinstance(row, Mapping)) if isinstance(rows, list) else ()


def in_force(valid_from: date, valid_to: date | None, on: date) -> bool:
    """Return whether a period holds on a day; both its first and its last day count."""
    return valid_from <= on and (valid_to is None or on <= valid_to)
