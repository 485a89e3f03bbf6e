"""Uttrykk og henvisninger som er avløst, funnet i prosedyrens tekster og kilder."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fellesplan.kernel.text import Text
from fellesplan.procedures.profile import Rule
from fellesplan.procedures.sentences import wordings
from fellesplan.procedures.values import DATA, read_toml, tables


def outdated_terms(rules: Iterable[Rule], on: date) -> Iterator[tuple[str, Text, str]]:
    """Yield key, sentence and reference for each outdated term in force on a day."""
    terms = tables(read_toml(DATA / "texts" / "terms.toml"), "term")
    for rule in rules:
        for term in terms:
            if found := find_term(term, _words(rule), on):
                text = wordings("findings")["outdated_term"].with_params(found=found, now=term["now"])
                yield rule.key, text, str(term["reference"])


def find_term(term: Mapping[str, object], text: str, on: date) -> str:
    """Return the outdated words as they stand in the text; "" when there are none or they are spared."""
    start, spare = term["from"], term["spare"]
    if not isinstance(start, date) or on < start:
        return ""
    if isinstance(spare, list) and any(str(context).lower() in text.lower() for context in spare):
        return ""
    found = re.search(str(term["pattern"]), text, flags=re.IGNORECASE)
    return found[0] if found else ""


def _words(rule: Rule) -> str:
    return "\n".join((rule.wording.nb, rule.wording.nn, rule.wording.en, rule.source, str(rule.value)))
