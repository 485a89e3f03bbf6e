"""The lists of words that say nothing that can be seen, read once from `texts/vague_words.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from fellesplan.plans.rules.measurable import Wordlist

_FILE = Path(__file__).parent / "texts" / "vague_words.toml"


@cache
def vague_words() -> Wordlist:
    """Return the lists of both written languages together: people write both in the same plan."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Wordlist.of((*data["nb"], *data["nn"]), data["numbers"])
