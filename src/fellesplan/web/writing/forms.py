"""A form in which somebody writes: it knows from which version, and says its fields in the model's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from fellesplan.plans.errors import EditConflict
from fellesplan.web.components import words
from fellesplan.web.components.forms import DateField, PageForm


@dataclass(frozen=True)
class Theirs:
    """What somebody else saved in a field meanwhile."""

    label: str
    text: str


@dataclass(frozen=True)
class Merge:
    """Two have written: theirs is shown beside mine, which still stands in the form."""

    by_name: str
    theirs: tuple[Theirs, ...]


@dataclass(frozen=True)
class Clash:
    """One field with two values, and the one both began from. `is_text`: they can be written together."""

    name: str
    label: str
    mine: str
    theirs: str
    base: str | None
    mine_words: str
    theirs_words: str
    is_text: bool
    is_long: bool


class WritingForm(PageForm):
    """A form that knows which version the writer began with."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    merge: Merge | None = None

    def told(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return values of the row as values of this form's fields."""
        return {name: value for name, value in values.items() if name in self.fields}

    def clashes(self, conflict: EditConflict) -> list[Clash]:
        """Return the fields that two have changed."""
        names = self.told({edit.field: "" for edit in conflict.edits})
        now, base = self.told(conflict.now), self.told(conflict.base) if conflict.base else {}
        return [self._clash(name, now[name], base.get(name)) for name in names]

    def _clash(self, name: str, theirs: str, base: str | None) -> Clash:
        field, mine = self.fields[name], str(self[name].value() or "")
        long = isinstance(field.widget, forms.Textarea)
        one_line = type(field) is forms.CharField and isinstance(field.widget, forms.TextInput)
        return Clash(
            name, str(field.label), mine, theirs, None if base is None else self.shown(name, base),
            self.shown(name, mine), self.shown(name, theirs), long or one_line, long,
        )  # fmt: skip

    def meet(self, conflict: EditConflict) -> None:
        """Keep mine in the fields, show theirs, and write on from their version."""
        self.merge = Merge(conflict.by_name, tuple(self._theirs(e.field, e.theirs) for e in conflict.edits))
        self.data = {**self.data.dict(), "version": str(conflict.version)}  # type: ignore[attr-defined]

    def _theirs(self, name: str, text: str) -> Theirs:
        field = self.fields.get(name)
        return Theirs(str(field.label) if field else name, self.shown(name, text))

    def shown(self, name: str, text: str) -> str:
        """Return a field's text as people read it."""
        field: Any = self.fields.get(name)
        if isinstance(field, DateField) and (day := _day(text)):
            return words.day(day, year=True)
        choices = getattr(field, "choices", ())
        return str({str(value): label for value, label in choices}.get(text, text))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
