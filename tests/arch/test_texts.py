"""Every text has its nynorsk and its English, and the nynorsk is nynorsk."""

import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
BOKMAAL = (
    "ikke", "jeg", "hva", "hvordan", "hvem", "hvor", "hvorfor", "hvilke", "hvilken", "hvilket", "hvis",
    "hver", "noe", "noen", "fra", "nå", "være", "vært", "ble", "gjør", "gjøre", "mer", "bare", "selv",
    "dere", "deres", "uke", "uker", "trenger", "mangler", "venter", "ønsker", "verge", "vergen", "ansatt",
    "ansatte", "enheten", "koordinerende", "tjeneste", "tjenester", "virksomhet", "skole", "sykehus",
    "navn", "navnet", "saken", "siden", "begrunnelse", "avgjørelse", "utredning", "foresatt", "en", "et",
)  # fmt: skip
QUOTED = re.compile(r"«[^»]*»|%\(\w+\)[sd]|%s|\{\w*\}")
PLACES = re.compile(r"%\(\w+\)[sd]|%s|\{\w*\}")
# Words above that are also nynorsk, or part of a name, in exactly these texts.
ALLOWED = {
    "Skriv kven som har avgjort, og kvar ein kan nå dei.": {"nå"},
    "Har du lånt telefonen eller pc-en?": {"en"},
    "Kladden er lagra. Du finn han igjen på denne telefonen eller pc-en.": {"en"},
}


@cache
def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("texts", ROOT / "tools" / "texts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _current(language: str) -> polib.POFile:
    """Return the catalogue as the tool would write it now, from the texts in use."""
    current: polib.POFile = _tool().updated(language, _in_use())
    return current


@cache
def _in_use() -> frozenset[tuple[str | None, ...]]:
    return frozenset(_tool().messages())


@cache
def _catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(_tool().catalogue(language)))


def _forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_text_in_use_is_translated(language: str) -> None:
    assert list(_tool().problems(_current(language))) == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_catalogue_holds_no_text_that_is_gone(language: str) -> None:
    in_use = {entry.msgid for entry in _current(language)}
    assert {entry.msgid for entry in _catalogue(language)} - in_use == set()


@pytest.mark.parametrize("language", ["nn", "en"])
def test_translations_keep_the_places_to_fill_in(language: str) -> None:
    wrong = [
        entry.msgid
        for entry in _catalogue(language)
        if set(PLACES.findall(_forms(entry)[-1])) != set(PLACES.findall(entry.msgid_plural or entry.msgid))
    ]
    assert wrong == []


def _bokmaal_words(text: str) -> set[str]:
    words = set(re.findall(r"\w+", QUOTED.sub(" ", text).lower()))
    return words & set(BOKMAAL) - ALLOWED.get(text, set())


def _nynorsk() -> Iterator[str]:
    for entry in _catalogue("nn"):
        yield from _forms(entry)


def test_nynorsk_has_no_word_that_is_only_bokmaal() -> None:
    assert {text: found for text in _nynorsk() if (found := _bokmaal_words(text))} == {}


@pytest.mark.parametrize(("text", "found"), [("Det er ikke noe", {"ikke", "noe"}), ("Skriv «hva»", set())])
def test_bokmaal_is_found_outside_quotation_marks(text: str, found: set[str]) -> None:
    assert _bokmaal_words(text) == found


def _edges(text: str) -> tuple[bool, bool, str]:
    """Return the outer spaces of a text and its question mark or colon, which the pages rely on."""
    last = text.strip()[-1:]
    return text.startswith(" "), text.endswith(" "), last if last in "?:" else ""


@pytest.mark.parametrize("language", ["nn", "en"])
def test_a_translation_begins_and_ends_as_its_source(language: str) -> None:
    wrong = [
        entry.msgid
        for entry in _catalogue(language)
        if any(_edges(form) != _edges(entry.msgid) for form in _forms(entry) if form)
    ]
    assert wrong == []
