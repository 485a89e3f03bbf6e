"""Nøklene en kommunal prosedyre kan bruke: type, valg og om nøkkelen er lovfestet.

`type` is bool, int, choice, choices (a list of options), text, name (nb/nn/en), monthday (--MM-DD) or table
(a list of rows). A key with `statute` is decided by the law rule of that id: a profile may repeat it, not
change it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from fellesplan.kernel.text import Text
from fellesplan.procedures.values import DATA, Value, read_toml, tables
from fellesplan.procedures.wording import Wording

FILES = ("office", "referral", "coordinator", "plan", "casework")
"""The files of `schema_keys`, in the order people read them."""
LEGAL_STATUSES = ("law", "municipal", "recommended")


@dataclass(frozen=True, slots=True)
class KeySpec:
    """One key. `statute`: id of the national rule that decides it; empty when the municipality does."""

    key: str
    type: str
    description: Wording
    options: tuple[str, ...] = ()
    columns: Mapping[str, str] | None = None
    statute: str = ""

    @property
    def is_statutory(self) -> bool:
        return bool(self.statute)

    @property
    def label(self) -> Text:
        return self.description.text

    def problem(self, value: Value) -> str | None:
        """Return in bokmål why the value cannot be used; None when it can."""
        return _CHECKS[self.type](self, value)


@cache
def keys() -> Mapping[str, KeySpec]:
    """Return every key a rule may have, in the order people read them."""
    files = (read_toml(DATA / "schema_keys" / f"{name}.toml") for name in FILES)
    rows = [row for file in files for row in tables(file, "key")]
    return {str(row["key"]): _read(row) for row in rows}


def _read(row: Mapping[str, object]) -> KeySpec:
    options, columns = row.get("options", []), row.get("columns")
    return KeySpec(
        key=str(row["key"]),
        type=str(row["type"]),
        description=Wording.from_data(row),
        options=tuple(options) if isinstance(options, list) else (),
        columns=columns if isinstance(columns, Mapping) else None,
        statute=str(row.get("statute", "")),
    )


def _bool(_spec: KeySpec, value: Value) -> str | None:
    return None if isinstance(value, bool) else "verdien skal være true eller false"


def _int(_spec: KeySpec, value: Value) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return None if whole else "verdien skal være et helt tall over null"


def _text(_spec: KeySpec, value: Value) -> str | None:
    return None if isinstance(value, str) and value.strip() else "verdien skal være en tekst"


def _choice(spec: KeySpec, value: Value) -> str | None:
    return None if value in spec.options else f"verdien skal være en av: {', '.join(spec.options)}"


def _choices(spec: KeySpec, value: Value) -> str | None:
    if not isinstance(value, tuple) or len(set(map(str, value))) != len(value):
        return "verdien skal være en liste uten gjentakelser"
    unknown = [str(item) for item in value if item not in spec.options]
    return f"ukjente valg: {', '.join(unknown)}" if unknown else None


def _name(_spec: KeySpec, value: Value) -> str | None:
    complete = isinstance(value, Mapping) and set(value) == {"nb", "nn", "en"}
    return None if complete else "verdien skal ha navnet på nb, nn og en"


def _monthday(_spec: KeySpec, value: Value) -> str | None:
    try:
        date.fromisoformat(f"2024-{str(value).removeprefix('--')}")
    except ValueError:
        return "verdien skal være en dato uten år, som --11-15"
    return None if str(value).startswith("--") else "verdien skal være en dato uten år, som --11-15"


def _table(spec: KeySpec, value: Value) -> str | None:
    if not isinstance(value, tuple) or not value:
        return "verdien skal være en liste av rader"
    columns = spec.columns or {}
    for row in value:
        if not isinstance(row, Mapping):
            return "verdien skal være en liste av rader"
        if unknown := set(row) - set(columns):
            return f"raden har ukjente felt: {', '.join(sorted(unknown))}"
        if wrong := [name for name, cell in row.items() if not _fits(columns[name], cell)]:
            return f"raden har feil type i: {', '.join(wrong)}"
    return None


def _fits(type_: str, cell: Value) -> bool:
    if type_ == "texts":
        return isinstance(cell, tuple) and all(isinstance(item, str) for item in cell)
    return isinstance(cell, bool) if type_ == "bool" else isinstance(cell, str)


_CHECKS: Mapping[str, Callable[[KeySpec, Value], str | None]] = {
    "bool": _bool, "int": _int, "text": _text, "choice": _choice, "choices": _choices, "name": _name,
    "monthday": _monthday, "table": _table,
}  # fmt: skip
