"""Two have changed the same row: what one changed stands beside what the other changed. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Values = Mapping[str, object]
Fields = tuple[str, ...]


@dataclass(frozen=True)
class Merged:
    """What shall stand in each field, and the fields that both have changed to different things.

    In a clashing field `values` holds mine; nothing may be saved before somebody has chosen.
    """

    values: dict[str, object]
    clashes: Fields


def merge(base: Values | None, mine: Values, theirs: Values, together: Iterable[Fields] = ()) -> Merged:
    """Take each field from the one who changed it. Without a base, every difference is a clash.

    All three hold comparable values for the same fields. Fields that only make sense `together`, such as
    two dates, are taken from one and the same, or they clash.
    """
    grouped = [group for group in together if set(group) <= set(mine)]
    alone = [(name,) for name in mine if not any(name in group for group in grouped)]
    values, clashes = dict(mine), []
    for unit in (*grouped, *alone):
        differing = [name for name in unit if mine[name] != theirs[name]]
        if base is not None and _same(unit, mine, base):
            values |= {name: theirs[name] for name in unit}
        elif base is None or not _same(unit, theirs, base):
            clashes += differing
    return Merged(values, tuple(name for name in mine if name in clashes))


def _same(names: Fields, one: Values, other: Values) -> bool:
    return all(one[name] == other.get(name) for name in names)
