"""Every change a merge makes is written down with what was there before, so that it can be taken back."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from fellesplan.people.models import MergedRow, PersonMerge

MADE = ""
"""In the place of a column's name: the row itself was made."""


class Recorder:
    """Makes the changes of one merge, in order, and notes what each column held before and after."""

    def __init__(self, merge: PersonMerge) -> None:
        self.merge = merge
        self._order = 0

    def change(self, row: Model, **values: Any) -> None:
        """Set columns of a row, in memory and in the database at once; those that hold the value are left."""
        stored = type(row)._base_manager.filter(pk=row.pk)
        fields: dict[str, Any] = {name: row._meta.get_field(name) for name in values}
        before = stored.values(*(field.attname for field in fields.values())).get()
        changed: dict[str, Any] = {}
        for name, field in fields.items():
            setattr(row, name, values[name])
            new = getattr(row, field.attname)
            if plain(before[field.attname]) != plain(new):
                changed[field.attname] = new
                self._note(row, name, plain(before[field.attname]), plain(new))
        if changed:
            stored.update(**changed)

    def make(self, row: Model) -> None:
        """Add a row."""
        row.save(force_insert=True)
        self._note(row, MADE, None, None)

    def _note(self, row: Model, field: str, old: Any, new: Any) -> None:
        self._order += 1
        MergedRow.objects.create(
            municipality_id=self.merge.municipality_id, merge=self.merge, order=self._order,
            model=row._meta.label, row=row.pk, field=field, old=old, new=new,
        )  # fmt: skip


def take_back(notes: Iterable[MergedRow]) -> None:
    """Put back what each change replaced; `notes` are the last first. What has changed since, stays."""
    for (label, pk), group in groupby(notes, key=lambda note: (note.model, note.row)):
        model = apps.get_model(label)
        stored = model._base_manager.filter(pk=pk)
        own = list(group)
        if any(note.field == MADE for note in own):
            stored.delete()
            continue
        if back := _before(stored.values().first() or {}, own, model):
            stored.update(**back)


def _before(now: dict[str, Any], notes: list[MergedRow], model: type[Model]) -> dict[str, Any]:
    """Return the columns of one row as they were before the notes."""
    back: dict[str, Any] = {}
    for note in notes:
        field: Any = model._meta.get_field(note.field)
        if plain(back.get(field.attname, now.get(field.attname))) == note.new:
            back[field.attname] = _value(field, note.old)
    return back


def plain(value: Any) -> Any:
    """Return a value of a column as it can stand in JSON."""
    if isinstance(value, (bytes, memoryview)):
        return b64encode(bytes(value)).decode()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _value(field: Any, kept: Any) -> Any:
    value = None if kept is None else getattr(field, "target_field", field).to_python(kept)
    return bytes(value) if isinstance(value, memoryview) else value
