"""The table of cases: TOML files by family, each row with the paragraph it is worked out from."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"
_ROW = {"facts", "source", "outcome", "date", "body", "paragraph"}


@dataclass(frozen=True)
class Case:
    """One row. `more`: what else the verdict must say, by its name in the JSON."""

    name: str
    question: str
    facts: Mapping[str, object]
    outcome: str
    date: date | None
    body: str | None
    paragraph: str
    source: str
    law: str
    more: Mapping[str, object]


def cases() -> Iterator[Case]:
    """Yield every row of every file."""
    for path in sorted(FOLDER.glob("*.toml")):
        for family in tomllib.loads(path.read_text())["family"]:
            for number, row in enumerate(family["cases"], start=1):
                yield _case(path.stem, number, family, row)


def _case(stem: str, number: int, family: Mapping[str, Any], row: Mapping[str, Any]) -> Case:
    both = {**{name: value for name, value in family.items() if name not in {"cases", "facts", "law"}}, **row}
    facts = {**family.get("facts", {}), **row["facts"]}
    return Case(
        name=f"{stem}-{family['question']}-{number}",
        question=family["question"],
        facts={
            name: _fact(name, value)
            for name, value in facts.items()
            if value != "unknown" or name == "parents"
        },
        outcome=both["outcome"],
        date=both.get("date"),
        body=both.get("body"),
        paragraph=both["paragraph"],
        source=row["source"],
        law=family.get("law", ""),
        more={name: value for name, value in both.items() if name not in {*_ROW, "question"}},
    )


def _fact(name: str, value: object) -> object:
    """Days are days in TOML and text in JSON; a service is named by its kind."""
    if isinstance(value, date):
        return value.isoformat()
    if name == "services" and isinstance(value, list):
        return [{"name": kind, "kind": kind} for kind in value]
    return value
