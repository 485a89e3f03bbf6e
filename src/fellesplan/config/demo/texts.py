"""The demo's texts, read from the folder `data`. Nothing here knows of the database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"
Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Post:
    """A job that somebody has in every municipality. Numbers are days ago; `persona` is part of a slug."""

    key: str
    unit: str
    role: str
    title: str
    persona: str = ""
    trained: int | None = None
    asked: int | None = None
    room: int | None = None
    languages: str = ""

    @property
    def is_coordinator(self) -> bool:
        return self.room is not None


@dataclass(frozen=True)
class Story:
    """An invented life: what was reported, how long ago, and how far along the road it has come."""

    key: str
    given: str
    stage: str
    days: int
    reporter: str
    wants: tuple[str, ...]
    services: tuple[tuple[str, str, str], ...]
    need: str
    heard: str = ""
    years: int | None = None
    due_in_days: int | None = None
    parents: tuple[str, ...] = ()
    persona: str = ""
    post: str = ""
    wished: str = ""
    interpreter: str = ""
    answered: int | None = None


@dataclass(frozen=True)
class Reason:
    """What a caseworker writes when the answer is yes, and when it is no."""

    yes: str
    no: str


def municipalities() -> dict[str, Raw]:
    """Return names and addresses by the municipality's slug, in the order of the file."""
    return _read("municipalities")


def posts(language: str) -> tuple[Post, ...]:
    """Return the jobs with their titles in nb or nn."""
    return tuple(_post(key, row, language) for key, row in _read("posts").items())


def stories(language: str) -> tuple[Story, ...]:
    """Return the twelve stories, and then the neighbours."""
    rows = [*_read("stories")["story"], *_read("neighbours")["story"]]
    return tuple(_story(row, language) for row in rows)


def reasons(language: str) -> dict[str, Reason]:
    """Return the caseworker's reasons by criterion."""
    return {key: Reason(*row[language]) for key, row in _read("reasons").items()}


def phrases(language: str) -> dict[str, str]:
    """Return short texts by name."""
    return {key: row[language] for key, row in _read("phrases").items()}


def plans() -> dict[str, Raw]:
    """Return what stands in the plans, by the key of the story."""
    return _read("plans")


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def _post(key: str, row: Raw, language: str) -> Post:
    return Post(
        key=key, unit=row["unit"], role=row.get("role", "provider"), title=row[language],
        persona=row.get("persona", ""), trained=row.get("trained"), asked=row.get("asked"),
        room=row.get("room"), languages=row.get("languages", {}).get(language, ""),
    )  # fmt: skip


def _story(row: Raw, language: str) -> Story:
    values = {key: value for key, value in row.items() if key not in ("nb", "nn")} | row[language]
    for name in ("wants", "parents"):
        values[name] = tuple(values.get(name, ()))
    values["services"] = tuple(tuple(service) for service in row["services"])
    return Story(**values)
