"""Words that tell where a protected person is are taken out of whatever is about to be shown or printed.

`people.protection` decides what those words are. Presenters leave them out where they know what they show;
this goes through all the rest, also what people have written themselves. For everybody else it costs nothing.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from django.db.models import Model
from django.utils.functional import Promise

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
    return cast(T, _without(value, _words(person)))


def _words(person: Person) -> dict[str, str]:
    """Return what to write instead of each word, the longest word first; one query.

    Units that lie where people live are called by their kind. The municipality itself is no secret.
    """
    units = Unit.objects.filter(municipality_id=person.municipality_id, kind__in=protection.TELLS_THE_PLACE)
    found = {unit.name: str(unit.get_kind_display()) for unit in units}
    known = person.municipality.name
    found |= {word: GONE for word in protection.secrets(person) if word not in known and word not in found}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _without(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, Promise):
        return value
    if isinstance(value, str):
        return _text(value, words)
    if isinstance(value, Text):
        return Text(value.msgid, {name: _without(one, words) for name, one in value.params.items()})
    if isinstance(value, Model):
        return _row(value, words)
    if is_dataclass(value) and not isinstance(value, type):
        return _lines(value, words)
    if isinstance(value, dict):
        return {key: _without(one, words) for key, one in value.items()}
    if isinstance(value, tuple):
        made = [_without(one, words) for one in value]
        return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
    return [_without(one, words) for one in value] if isinstance(value, list) else value


def _text(text: str, words: Mapping[str, str]) -> str:
    if not any(word in text for word in words):
        return text
    made = str(text)
    for word, instead in words.items():
        made = made.replace(word, instead)
    return made


def _lines(value: Any, words: Mapping[str, str]) -> Any:
    """Return the dataclass with its texts changed; the very same when nothing in it is."""
    now = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    made = {name: _without(one, words) for name, one in now.items()}
    changed = {name: one for name, one in made.items() if one is not now[name]}
    return replace(value, **changed) if changed else value


def _row(row: Model, words: Mapping[str, str]) -> Model:
    """Return a copy of the row, and of the rows read together with it, to be shown."""
    made = copy(row)
    made._state = copy(row._state)
    made._state.fields_cache = {
        name: _row(one, words) if isinstance(one, Model) else one
        for name, one in row._state.fields_cache.items()
    }
    for name, value in list(vars(row).items()):
        if isinstance(value, (str, dict, list)) and not name.startswith("_"):
            setattr(made, name, _without(value, words))
    return made
