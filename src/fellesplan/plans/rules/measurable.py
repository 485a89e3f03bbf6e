"""Om en formulering kan etterprøves: ord som «bedre» og «ved behov» sier ikke når noe er gjort."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Wordlist:
    """Patterns for vague words, and for what makes a sentence countable after all."""

    vague: re.Pattern[str]
    counted: re.Pattern[str]

    @classmethod
    def of(cls, vague: Iterable[str], numbers: Iterable[str]) -> "Wordlist":
        """Make the patterns; a star at the end of a word stands for any ending."""
        return cls(_pattern(vague), _pattern(numbers))

    def found(self, text: str) -> str:
        """Return the first vague word of a text, as it is written; nothing when something can be counted."""
        hit = self.vague.search(text)
        if hit is None or re.search(r"\d", text) or self.counted.search(text):
            return ""
        return hit.group()


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    parts = [re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in longest_first]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE) if parts else _NOTHING
