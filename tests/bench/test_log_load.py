"""The small version: no read is lost when many are written at once."""

import pytest
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.kernel.ids import new_id
from tests.bench.log_load import load

READS, THREADS = 400, 4


@pytest.mark.parametrize("threads", [1, THREADS])
def test_no_read_is_lost_under_load(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, threads: int
) -> None:
    """The rows stay in the tests' own database, in a municipality that nobody else looks into."""
    with django_db_blocker.unblock():
        done = load(new_id(), READS, threads)
    assert done.is_whole, done
