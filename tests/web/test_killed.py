"""The server is killed at random while many write: every acknowledged write is there afterwards."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing

import pytest
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.access import tenancy
from fellesplan.people.models import Account
from fellesplan.plans import services
from tests import databases, storm
from tests import factories as make
from tests.committed import own_database

WRITES = int(os.environ.get("FELLESPLAN_SOAK_WRITES", "40"))
"""How many writes are acknowledged before it is over; `make soak` asks for thousands."""
WRITERS, PLANS, CALM = 5, 3, 2.5


@pytest.fixture(autouse=True)
def _time_stands_still() -> None:
    """The server is another process, in which time goes on."""


@pytest.fixture
def database(
    template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Yield the name of a database with a few plans, whose coordinators can log in."""
    name = f"fp_killed_{os.getpid()}"
    with own_database(template_database, name, django_db_blocker):
        where = make.municipality()
        with tenancy.working_in(where.id):
            for number in range(PLANS):
                owner = make.person(where)
                who = make.coordinator(owner)
                Account.objects.filter(pk=who.account_id).update(subject=f"demo:lund-{number}")
                make.consent(owner, "plan")
                services.start(actor=make.actor(who), person=owner, tool="individual_plan")
        yield name


def test_no_acknowledged_write_is_lost_when_the_server_is_killed(database: str) -> None:
    env = os.environ | databases.urls(database) | {"FELLESPLAN_DEMO": "1", "FELLESPLAN_WORKERS": "1"}
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    server, owner = storm.Server(env, port), databases.urls(database)["DATABASE_OWNER_URL"]
    try:
        taken = storm.rage(server, owner, writes=WRITES, writers=WRITERS, calm=CALM)
    finally:
        server.kill()
    assert taken.count >= WRITES
    assert taken.saved
    assert storm.missing(owner, taken) == set()
