"""Translations of what the rules say, read from the catalogues without Django."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from gettext import GNUTranslations
from io import BytesIO

import polib

from fellesplan.config.environment import PACKAGE
from fellesplan.procedures import sentences
from fellesplan.procedures.law import LawRule


def translator(language: str, new: Iterable[LawRule] = ()) -> Callable[[str], str]:
    """Return bokmål -> language; a sentence without a translation stays in bokmål.

    `new`: rules that are tried, which bring their own words.
    """
    if language == "nb":
        return str
    own = {rule.wording.nb: rule.wording.in_language(language) for rule in new}
    known: Mapping[str, str] = {**sentences.translations(language), **own}
    catalogue = _catalogue(language)
    return lambda text: known.get(text) or catalogue.gettext(text)


@cache
def _catalogue(language: str) -> GNUTranslations:
    """Read the compiled catalogue, or compile it in memory when it is not there or is older."""
    folder = PACKAGE / "locale" / language / "LC_MESSAGES"
    compiled, source = folder / "django.mo", folder / "django.po"
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return GNUTranslations(BytesIO(compiled.read_bytes()))
    return GNUTranslations(BytesIO(polib.pofile(str(source)).to_binary()))
