"""Every ground of the matrix is explained to the person, in plain words."""

import pytest
from django.utils import translation

from fellesplan.access.explanations import GROUNDS
from fellesplan.access.matrix import MATRIX
from fellesplan.web.components.glue import translate

ALL = sorted({grant.ground for grant in MATRIX})


@pytest.mark.parametrize("ground", ALL)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_ground_is_explained_in_every_language(ground: str, language: str) -> None:
    with translation.override(language):
        told = translate(GROUNDS[ground])
    assert told.endswith(".")
    assert "{" not in told


def test_no_explanation_is_left_of_a_ground_that_is_gone() -> None:
    assert set(GROUNDS) <= set(ALL)
