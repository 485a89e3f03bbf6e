"""The small version: queries and page size do not depend on the machine, so they are held in every run."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import override_settings

from tests.bench import goals
from tests.bench.crowd import MEASURES, Crowd, populate
from tests.bench.goals import Goal
from tests.bench.measuring import BACKEND, measure

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def crowd(db: None) -> Iterator[Crowd]:
    """A hundred people, all within this test's transaction."""
    with override_settings(AUTHENTICATION_BACKENDS=[BACKEND]), goals.long_lists():
        yield populate("lund", 105)


@pytest.mark.parametrize("goal", goals.goals(), ids=lambda goal: goal.name)
def test_costs_no_more_queries_and_bytes_than_agreed(crowd: Crowd, goal: Goal) -> None:
    cost = measure(goal.prepare(crowd), runs=1, warm_up=1)
    assert cost.queries <= goal.queries
    assert goal.size is None or cost.size <= goal.size
    connection.check_constraints()


def test_the_participant_sees_the_whole_plan(crowd: Crowd) -> None:
    plan = goals.goals()[0].prepare(crowd)().decode()
    assert plan.count("Gjøre noe nyttig") >= MEASURES


def test_the_list_is_as_long_as_it_says(crowd: Crowd) -> None:
    page = goals.goals()[1].prepare(crowd)().decode()
    assert page.count("Oppdiktet") >= goals.LIST_OF
