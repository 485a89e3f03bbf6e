"""The text catalogues are complete in three languages, and each is itself."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from fellesplan.documents.letters import LANGUAGES, Language
from fellesplan.documents.letters.language import texts
from tests.documents.samples import every_letter

SPOKEN = {"du", "deg", "din", "ditt", "dine", "name", "plain", "definite"}
BOKMAL_ONLY = frozenset(
    """ikke jeg hvem hva hvor hvordan hvorfor noe noen fra dere deres være gjøre mener henne et en også uke
    uker opplysninger tjenester tjenestene loven senest saken begrunnelse nå gir tar sier vet kommer dem
    selv sammen hele bare""".split()  # noqa: SIM905 - a list of words reads best as words
)
NYNORSK_ONLY = frozenset(
    """ikkje eg kven kva kvar korleis kvifor noko nokon frå dykk dykkar vere gjere meiner eit ein òg veke
    veker opplysningar tenester tenestene lova seinast saka grunngjeving no gjev tek seier veit kjem
    dei sjølv saman
    heile berre""".split()  # noqa: SIM905
)
UNKIND = ("dessverre", "beklag", "bruker ", "iht", "jf.", "vedkommende", "herved", "overnevnte", "ovennevnte")


def leaves(table: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(table, list):
        for number, value in enumerate(table):
            yield from leaves(value, f"{path}.{number}")
    else:
        yield path, table


def words(language: Language) -> set[str]:
    found: set[str] = set()
    for path, text in leaves(texts(language)):
        if not path.startswith((".laws", ".months")):
            found |= set(re.findall(r"\w+", re.sub(r"\{\w+\}", " ", text).lower()))
    return found


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_text_exists_in_every_language(language: Language) -> None:
    assert {path for path, _ in leaves(texts(language))} == {path for path, _ in leaves(texts("nb"))}


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_text_uses_the_same_facts(language: Language) -> None:
    other = dict(leaves(texts(language)))
    for path, text in leaves(texts("nb")):
        assert facts(text) == facts(other[path]), path


def facts(text: str) -> set[str]:
    names = {name.lower() for _, name, _, _ in Formatter().parse(text) if name}
    return {"right" if name in ("right", "plain") else name for name in names} - SPOKEN


def test_nynorsk_is_nynorsk() -> None:
    assert not words("nn") & BOKMAL_ONLY


def test_bokmal_is_bokmal() -> None:
    assert not words("nb") & NYNORSK_ONLY


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_talked_down_to(language: Language) -> None:
    for path, text in leaves(texts(language)):
        assert not [word for word in UNKIND if word in text.lower()], path


@pytest.mark.parametrize("content", [c for _, c in every_letter()], ids=[name for name, _ in every_letter()])
def test_no_letter_has_an_unfilled_place(content: Any) -> None:
    said = " ".join(
        (
            content.title,
            *content.intro,
            *(p for s in content.sections for p in (s.heading, *s.paragraphs, *s.items)),
        )
    )
    assert not re.search(r"[{}]|  | \.|\.\.", said), said
