"""Random lives, checked after every step against a ledger kept by hand; `make soak` lives thousands."""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.access.everybody import Everybody

LIVES = int(os.environ.get("LIVES", "10"))


@pytest.mark.django_db(databases=["default", "audit"])
def test_nobody_sees_what_no_live_ground_covers() -> None:
    run_state_machine_as_test(
        Everybody,
        settings=settings(
            max_examples=LIVES, stateful_step_count=16, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
