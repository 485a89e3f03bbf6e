"""Goal attainment: the T-score against values worked out by hand, and what the newest rating is."""

from datetime import date
from math import isclose
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.plans.rules.gas import Point, Rated, Standing, course, explained, standing, t_score

BUS, SWIM = UUID(int=1), UUID(int=2)
SEPTEMBER, OCTOBER = date(2026, 9, 2), date(2026, 10, 7)


@pytest.mark.parametrize(
    ("levels", "score"),
    [
        ([0], 50.0),  # one goal: ten for each step
        ([1], 60.0),
        ([-2], 30.0),
        ([0, 0, 0], 50.0),
        ([-1, 1], 50.0),  # what is above makes up for what is below
        ([-1, -1], 37.60),  # 50 - 20/√(0,7·2 + 0,3·4) = 50 - 20/√2,6
        ([1, 0, 2], 63.69),  # 50 + 30/√(0,7·3 + 0,3·9) = 50 + 30/√4,8
        ([-2, -2, -2, -2], 20.98),  # 50 - 80/√(0,7·4 + 0,3·16) = 50 - 80/√7,6
        ([2, 1, 0, -1, 1], 59.05),  # 50 + 30/√(0,7·5 + 0,3·25) = 50 + 30/√11
    ],
)
def test_the_score_is_that_of_kiresuk_and_sherman(levels: list[int], score: float) -> None:
    found = t_score(levels)
    assert found is not None
    assert isclose(found, score, abs_tol=0.005)


def test_without_goals_there_is_no_score_and_off_the_scale_is_refused() -> None:
    assert t_score([]) is None
    with pytest.raises(ValueError, match="3"):
        t_score([0, 3])


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=12))
def test_turning_every_goal_around_turns_the_score_around_fifty(levels: list[int]) -> None:
    up, down = t_score(levels), t_score([-level for level in levels])
    assert up is not None
    assert down is not None
    assert isclose(up + down, 100)


@given(st.lists(st.integers(-2, 1), min_size=1, max_size=12), st.data())
def test_a_step_forward_in_any_goal_is_a_higher_score(levels: list[int], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(levels) - 1))
    better = [level + (n == which) for n, level in enumerate(levels)]
    assert (t_score(better) or 0) > (t_score(levels) or 0)


def test_the_newest_rating_counts_and_the_person_and_the_others_apart() -> None:
    rated = [
        Rated(BUS, OCTOBER, True, -1), Rated(BUS, SEPTEMBER, True, -2), Rated(BUS, SEPTEMBER, False, -2),
        Rated(SWIM, OCTOBER, False, 1),
    ]  # fmt: skip
    assert standing(rated) == Standing({BUS: -1}, {BUS: -2, SWIM: 1})


def test_the_course_has_one_point_a_day_and_says_when_nobody_answered() -> None:
    rated = [
        Rated(BUS, OCTOBER, True, -1), Rated(BUS, SEPTEMBER, True, 0), Rated(BUS, SEPTEMBER, True, -2),
        Rated(BUS, SEPTEMBER, False, -2),
    ]  # fmt: skip
    assert course(rated) == (Point(SEPTEMBER, -2, -2), Point(OCTOBER, -1, None))


def test_the_score_is_explained_in_words() -> None:
    assert [str(explained(score)).split(",")[0] for score in (49.0, 50.2, 61.0)] == [
        "Målene er ikke nådd ennå", "Målene sett under ett er nådd.", "Det går bedre enn målene",
    ]  # fmt: skip
