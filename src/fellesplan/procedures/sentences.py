"""Setningene regelmotoren sier, og alle oversettelser av data i denne pakken."""

from collections.abc import Iterator, Mapping
from functools import cache

from fellesplan.kernel.text import Text
from fellesplan.procedures import law, profile
from fellesplan.procedures.schema import keys
from fellesplan.procedures.values import DATA, read_toml
from fellesplan.procedures.wording import Wording


def say(key: str, **params: object) -> Text:
    """Return a sentence of the rule engine with its places filled in. Raises KeyError for an unknown key."""
    found = wordings("sentences")[key]
    return found.with_params(**params) if params else found.text


@cache
def wordings(name: str) -> Mapping[str, Wording]:
    """Return the sentences of a file in texts/ by key."""
    data = read_toml(DATA / "texts" / f"{name}.toml")
    return {key: Wording.from_data(row) for key, row in data.items() if isinstance(row, Mapping)}


@cache
def translations(language: str) -> Mapping[str, str]:
    """Return bokmål -> `nn` or `en` for every sentence in this package's data, for the catalogues."""
    return {wording.nb: wording.in_language(language) for wording in every()}


def every() -> Iterator[Wording]:
    """Yield every wording in the package's data."""
    yield from (rule.wording for rule in (*law.in_package(), *law.pending()))
    yield from (spec.description for spec in keys().values())
    for path in sorted((DATA / "texts").glob("*.toml")):
        yield from _nested(read_toml(path))
    for path in sorted((DATA / "profiles").glob("*.toml")):
        yield from _profile(profile.read(path))


def _profile(found: profile.Profile) -> Iterator[Wording]:
    if found.municipality:
        yield found.municipality.county_governor
    for rule in found.rules:
        yield rule.wording
        yield from _nested(rule.value)


def _nested(data: object) -> Iterator[Wording]:
    if isinstance(data, Mapping):
        if {"nb", "nn", "en"} <= set(data):
            yield Wording.from_data(data)
        else:
            for value in data.values():
                yield from _nested(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _nested(value)
