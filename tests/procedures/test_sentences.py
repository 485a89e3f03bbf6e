"""Every sentence in the data exists in three languages, with the same places to fill in."""

from string import Formatter

import pytest

from fellesplan.procedures.schema import keys
from fellesplan.procedures.sentences import every, say, translations
from fellesplan.procedures.wording import Wording

WORDINGS = sorted(set(every()), key=lambda wording: wording.nb)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_a_sentence_has_one_translation() -> None:
    by_nb: dict[str, set[Wording]] = {}
    for wording in WORDINGS:
        by_nb.setdefault(wording.nb, set()).add(wording)
    assert not {nb: found for nb, found in by_nb.items() if len(found) > 1}


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.nb[:40])
def test_places_are_the_same_in_each_language(wording: Wording) -> None:
    assert places(wording.nb) == places(wording.nn) == places(wording.en)


def test_nynorsk_has_no_bokmal_words() -> None:
    bokmal = {
        "ikke",
        "hvis",
        "hvem",
        "hva",
        "hvordan",
        "fra",
        "noe",
        "uker",
        "skole",
        "mulig",
        "kommunens",
        "barnets",
    }
    found = {
        (word, wording.nn)
        for wording in WORDINGS
        for word in bokmal & {part.strip(".,:;«»()").lower() for part in wording.nn.split()}
    }
    assert not found


def test_no_sentence_is_english_in_bokmal_or_untranslated() -> None:
    same = {w.nb for w in WORDINGS if w.nb == w.en and len(w.nb.split()) > 3}
    assert not same


def test_translations_are_keyed_by_bokmal() -> None:
    nynorsk = translations("nn")
    assert nynorsk["Hva som telles"] == "Kva som blir talt"
    assert translations("en")["Hva som telles"] == "What is counted"


def test_say_fills_in() -> None:
    assert str(say("child_under_18", age=18)) == "Barnet er under 18 år."
    with pytest.raises(KeyError):
        say("no such sentence")


def test_language_that_is_not_there_gives_bokmal() -> None:
    wording = Wording("a", "b", "c")
    assert [wording.in_language(code) for code in ("nb", "nn", "en", "se")] == ["a", "b", "c", "a"]
    assert (str(wording), str(wording.text)) == ("a", "a")


def test_every_key_has_a_label() -> None:
    assert all(str(spec.label) for spec in keys().values())
