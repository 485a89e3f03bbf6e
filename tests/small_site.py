"""A real server on a small database: three plans in Lund, with coordinators `lund-0` to `lund-2`."""

import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.access import tenancy
from fellesplan.people.models import Account
from fellesplan.plans import services
from tests import databases, storm
from tests import factories as make
from tests.committed import using

PLANS = 3


@dataclass(frozen=True)
class Small:
    """The server, and how the owner of the tables reaches its database."""

    server: storm.Server
    owner_url: str = field(repr=False)


@pytest.fixture
def small_site(
    template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Small]:
    """Yield a running server."""
    name = f"fp_small_{os.getpid()}"
    databases.clone(template_database, name)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_fill, name, django_db_blocker).result()
    env = os.environ | databases.urls(name) | {"FELLESPLAN_DEMO": "1", "FELLESPLAN_WORKERS": "1"}
    server = storm.Server(env, _free_port())
    yield Small(server, databases.urls(name)["DATABASE_OWNER_URL"])
    server.kill()
    databases.drop(name)


def _fill(name: str, blocker: DjangoDbBlocker) -> None:
    """Make the plans; in a thread of its own, for a running browser forbids the database in the test's."""
    with using(name, blocker):
        where = make.municipality()
        with tenancy.working_in(where.id):
            for number in range(PLANS):
                _plan(number)


def _plan(number: int) -> None:
    owner = make.person(make.municipality(), login=True)
    Account.objects.filter(pk=owner.account_id).update(subject=f"demo:lund-owner-{number}")
    who = make.coordinator(owner, name=f"Koordinator {number}")
    Account.objects.filter(pk=who.account_id).update(subject=f"demo:lund-{number}")
    make.consent(owner, "plan")
    services.start(actor=make.actor(who), person=owner, tool="individual_plan")


def _free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
