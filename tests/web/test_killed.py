"""The server is killed at random while many write: every acknowledged write is there afterwards."""

import os

import psycopg
import pytest

from tests import storm
from tests.small_site import Small, small_site

__all__ = ["small_site"]
WRITES = int(os.environ.get("FELLESPLAN_SOAK_WRITES", "40"))
"""How many writes are acknowledged before it is over; `make soak` asks for thousands."""
WRITERS, CALM = 5, 2.5


@pytest.fixture(autouse=True)
def _time_stands_still() -> None:
    """The server is another process, in which time goes on."""


def test_no_acknowledged_write_is_lost_when_the_server_is_killed(small_site: Small) -> None:
    taken = storm.rage(small_site.server, small_site.owner_url, writes=WRITES, writers=WRITERS, calm=CALM)
    small_site.server.kill()
    assert taken.count >= WRITES
    assert taken.saved
    assert taken.drafts
    assert storm.missing(small_site.owner_url, taken) == set()
    with psycopg.connect(small_site.owner_url) as connection:
        connection.execute("delete from plans_draft")
        connection.execute("alter table plans_planversion disable trigger user")
        connection.execute("delete from plans_planversion")
    assert storm.missing(small_site.owner_url, taken) == taken.saved | taken.drafts
