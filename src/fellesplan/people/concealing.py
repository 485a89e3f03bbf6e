"""Words that tell where a protected person is are taken out of whatever is about to be shown or printed.

`people.protection` decides what those words are. Presenters leave them out where they know what they show;
this goes through all the rest, also what people have written themselves. For everybody else it costs nothing.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from django.db.models import Model, QuerySet

from fellesplan.kernel.text import Text
from fellesplan.people import protection
from fellesplan.people.models import Person, Unit

T = TypeVar("T")
GONE = "[…]"


def concealed(person: Person | None, value: T) -> T:
    """Return a copy of `value` (texts, lines, rows, and collections of them) without what tells the place.

    The value itself when the person is not protected. Rows in it are for showing: never save them.
    """
    if person is None or not protection.is_protected(person):
        return value
    return cast(T, _Concealer(_words(person)).of(value))


def _words(person: Person) -> dict[str, str]:
    """Return what to write instead of each word, the longest word first; one query.

    Units that lie where people live are called by their kind. The municipality itself is no secret.
    """
    units = Unit.objects.filter(municipality_id=person.municipality_id, kind__in=protection.TELLS_THE_PLACE)
    found = {unit.name: str(unit.get_kind_display()) for unit in units}
    known = person.municipality.name
    found |= {word: GONE for word in protection.secrets(person) if word not in known and word not in found}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


class _Concealer:
    """Goes through one value. Rows may point to each other in a ring: each is copied once."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._copies: dict[int, Model] = {}

    def of(self, value: Any) -> Any:
        """Return the value without the words."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Text):
            return Text(value.msgid, {name: self.of(one) for name, one in value.params.items()})
        if isinstance(value, Model):
            return self._row(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._lines(value)
        if isinstance(value, dict):
            return {key: self.of(one) for key, one in value.items()}
        if isinstance(value, tuple):
            made = [self.of(one) for one in value]
            return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
        return [self.of(one) for one in value] if isinstance(value, (list, QuerySet)) else value

    def _text(self, text: str) -> str:
        for word, instead in self._words.items():
            if word in text:
                text = text.replace(word, instead)
        return text

    def _lines(self, value: Any) -> Any:
        """Return the dataclass with its texts changed; the very same when nothing in it is."""
        now = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        made = {name: self.of(one) for name, one in now.items()}
        changed = {name: one for name, one in made.items() if one is not now[name]}
        return replace(value, **changed) if changed else value

    def _row(self, row: Model) -> Model:
        """Return a copy of the row, and of the rows read together with it, to be shown."""
        if id(row) in self._copies:
            return self._copies[id(row)]
        made = self._copies[id(row)] = copy(row)
        made._state = copy(row._state)
        made._state.fields_cache = {
            name: self._row(one) if isinstance(one, Model) else one
            for name, one in row._state.fields_cache.items()
        }
        for name, value in list(vars(row).items()):
            if isinstance(value, (str, dict, list)) and not name.startswith("_"):
                setattr(made, name, self.of(value))
        return made
