"""Every page of the demo in three languages, wide and narrow: axe finds nothing, nothing scrolls sideways."""

import pytest

from tests.journeys.crawler import first_of_each_kind
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


@pytest.mark.parametrize("persona", PERSONAS)
def test_no_barriers_in_any_language(walker: Walker, persona: str) -> None:
    pages = first_of_each_kind(walker.become(persona))
    assert len(pages) >= 3
    for language in ("nb", "nn", "en"):
        walker.speak(language)
        for path in pages:
            walker.go(path).has_no_barriers()


def test_no_barriers_for_visitors(walker: Walker) -> None:
    for language in ("nb", "nn", "en"):
        walker.speak(language)
        for path in ("/", "/demo", "/lund/", "/luster/meld/", "/lund/personvern/", "/lund/tilgjengelighet/"):
            walker.go(path).has_no_barriers()
