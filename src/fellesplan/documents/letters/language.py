"""Sentences in one language, spoken to one reader or several, to the person or about the person."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from fellesplan.documents.glyphs import NBSP, tidy
from fellesplan.documents.letters.facts import LawRef
from fellesplan.documents.letters.words import Language, Right

_HERE = Path(__file__).parent
_FOLDERS = (_HERE / "texts", _HERE / "complaint_texts", _HERE.parent / "sheets" / "texts")


@lru_cache
def texts(language: Language) -> Mapping[str, Any]:
    """Return the text table of a language: that of the letters and that of the sheets."""
    merged: dict[str, Any] = {}
    for folder in _FOLDERS:
        merged |= tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    return merged


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the texts of one language. `name` is empty when the reader is the person."""

    language: Language
    name: str = ""
    many: bool = False

    def say(self, key: str, **params: str) -> str:
        """Return the sentence `key` ("part.name") with parameters; {Xyz} is {xyz} with a capital."""
        sentence = self._entry(key)
        if isinstance(sentence, Mapping):
            sentence = sentence["other" if self.name else "self"]
        words = {**self._voice(), "name": self.name, **params}
        capitals = {capital(word): capital(value) for word, value in words.items()}
        return capital(tidy(sentence.format_map({**words, **capitals})))

    def items(self, key: str) -> tuple[str, ...]:
        """Return the list of sentences `key`."""
        return tuple(tidy(line) for line in self._entry(key))

    def table(self, key: str) -> Mapping[str, Any]:
        """Return a whole table of words, for a template that has its own order."""
        words: Mapping[str, Any] = self._entry(key)
        return words

    def day(self, on: date) -> str:
        """Return a date in words, glued together."""
        month = self._entry("months")[on.month - 1]
        return tidy(self._entry("date").format(day=on.day, month=month, year=on.year)).replace(" ", NBSP)

    def moment(self, at: datetime) -> str:
        """Return date and clock of a local time."""
        return tidy(self._entry("time").format(date=self.day(at.date()), clock=f"{at:%H.%M}"))

    def weeks(self, count: int) -> str:
        """Return a number of weeks in words."""
        return str(self._entry("weeks").get(str(count), f"{count}"))

    def right(self, right: Right) -> str:
        """Return what a right is called."""
        return str(self._entry(f"right.{right}"))

    def definite(self, right: Right) -> str:
        """Return what the koordinator is called with the article that fits a heading."""
        return str(self._entry(f"appointment.definite_{right}"))

    def rights(self, rights: Iterable[Right], joiner: str = "and") -> str:
        """Return rights as a list in a sentence; `joiner` is "and" or "or"."""
        return self.listed([self.right(right) for right in rights], joiner)

    def listed(self, words: Sequence[str], joiner: str = "and") -> str:
        """Return words as a list in a sentence."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self._entry(joiner)} {words[-1]}"

    def laws(self, references: Iterable[LawRef]) -> str:
        """Return law references as a list in a sentence."""
        return self.listed([self.law(reference) for reference in references])

    def law(self, reference: LawRef) -> str:
        """Return one law with its sections: "pasient- og brukerrettighetsloven §§ 7-2 og 7-5"."""
        name = str(self._entry("laws").get(reference.law, reference.law))
        if not reference.sections:
            return tidy(name)
        sign = "§" if len(reference.sections) == 1 else "§§"
        return tidy(f"{name} {sign}{NBSP}{self.listed([s.replace(' ', NBSP) for s in reference.sections])}")

    def _voice(self) -> Mapping[str, str]:
        words: Mapping[str, str] = self._entry("voice.many" if self.many else "voice.one")
        return words

    def _entry(self, key: str) -> Any:
        entry: Any = texts(self.language)
        for part in key.split("."):
            entry = entry[part]
        return entry


def capital(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]
