"""The people of the meetings, for every test here."""

import pytest

from fellesplan.people.models import Municipality
from tests.meetings.scene import Scene, build


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return build(lund)
