"""Every page of the demo in three languages, wide and narrow: axe finds nothing, nothing scrolls sideways."""

import pytest

from tests.journeys.crawler import first_of_each_kind, kind_of
from tests.journeys.walker import Walker

pytestmark = pytest.mark.journey

PERSONAS = (
    "lund-caseworker",
    "alesund-system-coordinator",
    "molde-unit-leader",
    "luster-coordinator",
    "arendal-participant",
    "lund-admin",
    "luster-owner",
    "alesund-parent",
)

SEEN: set[str] = set()
"""Kinds of pages that this process has looked at in all languages."""


@pytest.mark.parametrize("persona", PERSONAS)
def test_no_barriers_in_any_language(walker: Walker, persona: str) -> None:
    pages = first_of_each_kind(walker.become(persona))
    assert len(pages) >= 3
    unseen = [path for path in pages if _elsewhere(path) not in SEEN]
    for language in ("nb", "nn", "en"):
        walker.speak(language)
        for path in unseen:
            walker.go(path).has_no_barriers()
    SEEN.update(_elsewhere(path) for path in unseen)


def _elsewhere(path: str) -> str:
    """Return the kind of page without the municipality: the same page, whoever's it is."""
    return kind_of(path).partition("/")[2].partition("/")[2]


def test_no_barriers_for_visitors(walker: Walker) -> None:
    for language in ("nb", "nn", "en"):
        walker.speak(language)
        for path in ("/", "/demo", "/lund/", "/luster/meld/", "/lund/personvern/", "/lund/tilgjengelighet/"):
            walker.go(path).has_no_barriers()
