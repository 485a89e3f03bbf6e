"""Lists that people compare: the filter that reads as a sentence, and the table."""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fellesplan.web.components.basics import Action, PersonChip, Tag
from fellesplan.web.components.glue import Words, translate


@dataclass(frozen=True)
class Choice:
    """A drop-down inside a sentence. `options` are (value, text)."""

    name: str
    label: Words
    options: tuple[tuple[str, Words], ...]
    value: str = ""


@dataclass(frozen=True)
class Sentence:
    """A filter that reads as a sentence: text and drop-downs in order."""

    parts: tuple[str | Choice, ...]
    action_url: str = ""
    target: str = ""

    @classmethod
    def build(
        cls, text: Words, choices: Sequence[Choice], *, action_url: str = "", target: str = ""
    ) -> "Sentence":
        """Split "Vis {hvem} der {hva} skal gjøres." at its names. `target` is the css selector htmx swaps."""
        by_name = {choice.name: choice for choice in choices}
        parts: list[str | Choice] = []
        for before, name, _format, _conversion in string.Formatter().parse(translate(text)):
            parts += [before] if before else []
            parts += [by_name[name]] if name else []
        return cls(tuple(parts), action_url, target)


@dataclass(frozen=True)
class Column:
    """A column head. `sort` is ascending, descending or empty; `url` sorts by it; `css` goes on the cells."""

    label: Words
    url: str = ""
    sort: str = ""
    css: str = ""


Cell = Words | Tag | Action | PersonChip | date | None


@dataclass(frozen=True)
class Table:
    """A plain table. Each row is as long as `columns`; the first cell is the row's head."""

    caption: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def cells(self) -> list[list[tuple[Column, Cell]]]:
        """Return each cell with its column."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]
