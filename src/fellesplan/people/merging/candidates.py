"""Who may be the same human twice. Only suggestions: somebody looks, and decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person

SAME_NAME_AND_DAY = t("Samme navn og fødselsdato")
SAME_PHONE = t("Samme telefon og etternavn")
UNBORN_AND_BORN = t("Et barn som ventes, og et som er født")
TWO_NUMBERS = t("Samme navn, den ene med d-nummer")
_DAYS_ROUND_DUE = 75
"""Days before and after the due date within which a child may be born."""


_LOOKED_AT = ("given_name", "family_name", "birth_date", "due_date", "number_kind", "phone")


@dataclass(frozen=True)
class Pair:
    """Two that may be one: the elder row first, and why."""

    first: Person
    second: Person
    why: Text


class _Key(NamedTuple):
    kind: str
    value: tuple[object, ...]


def pairs(actor: Actor, about: Person | None = None) -> tuple[Pair, ...]:
    """Return the pairs among those the actor may merge, or those with one person; one query."""
    rows = visible(actor, "person.merge", Person).filter(merged_into__isnull=True).order_by("id")
    if about is not None:
        rows = rows.filter(family_name__iexact=about.family_name)
    found = _pairs(list(rows.only(*_LOOKED_AT)))
    return tuple(pair for pair in found if about is None or about in (pair.first, pair.second))


def _pairs(rows: list[Person]) -> Iterator[Pair]:
    """Yield each pair once, with the first reason that holds."""
    seen: set[tuple[UUID, UUID]] = set()
    for one, other in _close(rows):
        key = (one.pk, other.pk)
        if key not in seen and (why := reason(one, other)):
            seen.add(key)
            yield Pair(one, other, why)


def _close(rows: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs that share something, so that not everybody is held against everybody."""
    groups: dict[_Key, list[Person]] = {}
    for row in rows:
        for key in _keys(row):
            groups.setdefault(key, []).append(row)
    for group in groups.values():
        yield from combinations(group, 2)


def _keys(row: Person) -> Iterable[_Key]:
    name = row.full_name.casefold()
    yield _Key("name", (name,))
    if phone := _digits(row.phone):
        yield _Key("phone", (phone, row.family_name.casefold()))
    yield _Key("family", (row.family_name.casefold(),))


def reason(one: Person, other: Person) -> Text | None:
    """Return why the two may be the same, or None. Two with numbers of one kind are two."""
    if one.number_kind == other.number_kind != Person.NumberKind.NONE:
        return None
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        return None
    same_name = one.full_name.casefold() == other.full_name.casefold()
    if same_name and Person.NumberKind.D in (one.number_kind, other.number_kind):
        return TWO_NUMBERS
    if same_name and one.birth_date and one.birth_date == other.birth_date:
        return SAME_NAME_AND_DAY
    if _expected(one, other) or _expected(other, one):
        return UNBORN_AND_BORN
    same_first = one.first_name.casefold() == other.first_name.casefold()
    same_phone = bool(_digits(one.phone)) and _digits(one.phone) == _digits(other.phone)
    return SAME_PHONE if same_phone and same_first else None


def _expected(unborn: Person, born: Person) -> bool:
    """Return whether one is expected about when the other, of the same family, was born."""
    same_family = unborn.family_name.casefold() == born.family_name.casefold()
    return same_family and unborn.is_unborn and near_due(unborn, born)


def near_due(unborn: Person, born: Person) -> bool:
    """Return whether one is born about when the other is due."""
    if unborn.due_date is None or born.birth_date is None:
        return False
    return abs((born.birth_date - unborn.due_date).days) <= _DAYS_ROUND_DUE


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdigit())[-8:]
