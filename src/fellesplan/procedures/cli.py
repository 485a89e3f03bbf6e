"""Kommandoene som sjekker en prosedyre og sammenligner to. De skriver vanlig tekst og gir en sluttkode."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

from fellesplan.kernel import clock
from fellesplan.procedures import linter, profile
from fellesplan.procedures.loader import ProcedureError, build, profiles
from fellesplan.procedures.profile import Rule
from fellesplan.procedures.schema import keys
from fellesplan.procedures.values import Value

_WIDTHS = (34, 40, 40)
_SEVERITIES = {
    linter.Severity.ERROR: "FEIL",
    linter.Severity.WARNING: "RETT",
    linter.Severity.ADVICE: "RÅD",
}


def check(path: Path | str, on: date | None = None) -> int:
    """Print every finding. Returns 1 when there is any, also one of advice; 0 when there is none."""
    findings = linter.check(_file(path), on or clock.today())
    for finding in findings:
        source = f" [{finding.reference}]" if finding.reference else ""
        _out(f"{_SEVERITIES[finding.severity]:5} {finding.key}: {finding.text}{source}")
    if not findings:
        _out("Ingen funn.")
    return 1 if findings else 0


def compare(a: Path | str, b: Path | str, on: date | None = None) -> int:
    """Print the rules where two procedures differ, side by side. Returns 1 if one cannot be used."""
    day = on or clock.today()
    try:
        first, second = (build(profile.read(_file(path)), day) for path in (a, b))
    except ProcedureError as error:
        _out(str(error))
        return 1
    rows = [
        (key, _cell(first.rules.get(key)), _cell(second.rules.get(key)))
        for key in keys()
        if _differ(first.rules.get(key), second.rules.get(key))
    ]
    _table(("", first.name, second.name), rows)
    return 0


def _file(path: Path | str) -> Path:
    """Accept a file, or the slug of a procedure that comes with the programme."""
    known = str(path) in profiles() and not Path(path).exists()
    return Path(profile.__file__).parent / "profiles" / f"{path}.toml" if known else Path(path)


def _differ(first: Rule | None, second: Rule | None) -> bool:
    return (first and first.value) != (second and second.value)


def _cell(rule: Rule | None) -> tuple[str, ...]:
    if rule is None:
        return ("ikke nevnt",)
    return (shown(rule.value), f"({rule.legal_status}: {rule.source})")


def shown(value: Value) -> str:
    """Return a value as a person would write it."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, tuple):
        return ", ".join(map(shown, value)) or "ingen"
    if isinstance(value, Mapping):
        if "nb" in value:
            return str(value["nb"])
        return " ".join(shown(cell) if cell is not True else name for name, cell in value.items())
    return str(value)


def _table(head: tuple[str, str, str], rows: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    _line(*head)
    _line(*("-" * width for width in _WIDTHS))
    for key, left, right in rows:
        for number, cells in enumerate(zip_longest(_wrapped(left), _wrapped(right), fillvalue="")):
            _line("" if number else key, *cells)


def _wrapped(lines: tuple[str, ...]) -> list[str]:
    return [part for line in lines for part in wrap(line, _WIDTHS[1])]


def _line(*cells: str) -> None:
    padded = (cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    _out("  ".join(padded).rstrip())


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")
