"""En lov som ikke gjelder ennå, lagt oppå loven i programmet, slik at den kan prøves først.

Filen har samme form som filene i law/. Det står én gang øverst når den gjelder fra (`valid_from`), eller i
hver regel. `[[pending]]` leses som `[[rule]]`, så vedtatte regler uten dato kan prøves ved å gi dem en dato.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from fellesplan.procedures import law
from fellesplan.procedures.law import LawError, LawRule
from fellesplan.procedures.values import tables

_DAY = timedelta(days=1)


def read(path: Path) -> tuple[LawRule, ...]:
    """Return the rules of a file, each under its own id and those it replaces.

    Raises OSError when it cannot be read, LawError naming file, rule and reason when it cannot be used.
    """
    try:
        data: Mapping[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawError(f"{path.name}: filen er ikke gyldig TOML: {error}") from error
    if unknown := set(data) - {"valid_from", "rule", "pending"}:
        raise LawError(f"{path.name}: ukjente felt: {', '.join(sorted(unknown))}")
    rows = (*tables(data, "rule"), *tables(data, "pending"))
    if not rows:
        raise LawError(f"{path.name}: filen har ingen regler")
    found = [rule for row in rows for rule in _rules(row, data.get("valid_from"), path)]
    _refuse_two(found, path)
    return tuple(found)


def laid_over(new: Iterable[LawRule]) -> tuple[LawRule, ...]:
    """Return the whole law with `new` in it: a new version takes the days it holds for from the old ones."""
    rules = list(law.in_package())
    for each in new:
        rules = [part for old in rules for part in _without(old, each)] + [each]
    return tuple(rules)


def unread(new: Iterable[LawRule]) -> tuple[str, ...]:
    """Return the ids that neither the law nor what is enacted without a date has: perhaps misspelt."""
    known = {rule.id for rule in (*law.in_package(), *law.pending())}
    return tuple(sorted({rule.id for rule in new} - known))


def _rules(row: Mapping[str, object], start: object, path: Path) -> Iterator[LawRule]:
    dated = {"valid_from": start, **row} if start is not None else dict(row)
    words = {language: row.get(language, row.get("nb")) for language in ("nn", "en")}
    try:
        rule = replace(law.read_row({**dated, **words}, path.stem), tried=True)
    except (TypeError, ValueError) as error:
        raise LawError(f"{path.name}: {row.get('id', 'uten id')}: {error}") from error
    yield rule
    replaces = row.get("replaces", [])
    for id in replaces if isinstance(replaces, list) else []:
        if id != rule.id:
            yield replace(rule, id=str(id))


def _without(old: LawRule, new: LawRule) -> Iterator[LawRule]:
    """Yield what is left of an old version: all of it, a part before, a part after, or nothing."""
    end, new_end = old.valid_to or date.max, new.valid_to or date.max
    if old.id != new.id or end < new.valid_from or old.valid_from > new_end:
        yield old
        return
    if old.valid_from < new.valid_from:
        yield replace(old, valid_to=new.valid_from - _DAY)
    if end > new_end:
        yield replace(old, valid_from=new_end + _DAY)


def _refuse_two(rules: list[LawRule], path: Path) -> None:
    for number, rule in enumerate(rules):
        for other in rules[:number]:
            if tuple(_without(rule, other)) != (rule,):
                raise LawError(f"{path.name}: {rule.id}: to regler gjelder samtidig")
