"""Henvisninger til forvaltningsloven fra 1967, skrevet om når den nye loven gjelder den dagen."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from fellesplan.procedures import law
from fellesplan.procedures.values import Value

_RULE = "statute.forvaltningsloven"
_NUMBER = r"\d+(?: [a-z](?![a-zæøå]))?"
_DETAIL = r"(?: (?:første|andre|annet|tredje|fjerde|femte) ledd)?(?: (?:bokstav|nr\.) \w+)?"
_LIST = rf"{_NUMBER}{_DETAIL}(?:(?:, | og |–|-){_NUMBER}{_DETAIL})*"
_OLD = re.compile(rf"(forvaltnings(?:loven|lova)) §+ ({_LIST})")
_RANGE = re.compile(r"(\d+)[–-](\d+)")


def restated(source: str, on: date) -> str:
    """Return a reference with full names as it reads on the day: "forvaltningsloven (2025) § 63".

    Only paragraphs are kept: the new act divides them otherwise. One it does not have stands as it is.
    """
    try:
        new = law.value(_RULE, on)
    except LookupError:  # not in force, or not in this law at all
        return source
    if not isinstance(new, Mapping):
        return source
    return _OLD.sub(lambda found: _rewritten(found, new), source)


def _rewritten(found: re.Match[str], new: Mapping[str, Value]) -> str:
    numbers: list[str] = []
    for old in _numbers(found[2]):
        places = new.get(old)
        numbers += [str(place) for place in places] if isinstance(places, tuple) else []
    if not numbers:
        return found[0]
    unique = sorted(set(numbers), key=int)
    listed = " og ".join(part for part in (", ".join(unique[:-1]), unique[-1]) if part)
    return f"{found[1]} (2025) {'§§' if len(unique) > 1 else '§'} {listed}"


def _numbers(text: str) -> Iterator[str]:
    bare = re.sub(r" (?:første|andre|annet|tredje|fjerde|femte) ledd| (?:bokstav|nr\.) \w+", "", text)
    if spread := _RANGE.fullmatch(bare):
        yield from (str(number) for number in range(int(spread[1]), int(spread[2]) + 1))
    else:
        yield from re.findall(_NUMBER, bare)
