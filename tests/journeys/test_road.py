"""From a referral to a living plan, in a browser, in each municipality; once also without JavaScript."""

import pytest

from tests.journeys.road import Road
from tests.journeys.travellers import NEIGHBOUR, TRAVELLERS, Traveller
from tests.journeys.walker import Walker

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("traveller", TRAVELLERS, ids=lambda traveller: traveller.municipality)
def test_the_whole_road(walker: Walker, traveller: Traveller) -> None:
    Road(walker, traveller).walk_all()


def test_the_whole_road_without_javascript(plain_walker: Walker) -> None:
    Road(plain_walker, NEIGHBOUR).walk_all()
