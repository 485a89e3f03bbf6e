"""One template database per run, one copy per worker, and every query as the application role."""

import fcntl
import os
from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import TestCase
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.config import environment
from fellesplan.config.databases import connection
from tests import databases

# Both tell how busy the machine is, not whether the rule holds.
settings.register_profile("fellesplan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fellesplan")

pytest_plugins = ["tests.fixtures", "tests.demo_database"]


@pytest.fixture(scope="session", autouse=True)
def _one_checker_of_constraints() -> Iterator[None]:
    """Let a test end without the log's connection: the chain would wait for the test's other transaction."""
    with pytest.MonkeyPatch.context() as patch:
        checks = TestCase._should_check_constraints
        patch.setattr(
            TestCase, "_should_check_constraints", lambda self, c: c.alias != "audit" and checks(self, c)
        )
        yield


@pytest.fixture(scope="session")
def template_database() -> str:
    """Return the name of the migrated template database; whoever first asks makes it, later runs find it."""
    environment.database()
    name = databases.template_name()
    with (environment.data_dir() / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not databases.exists(name):
            databases.create_template(name)
    return name


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Give this worker its own copy, reached as the role that may neither migrate nor see other tenants."""
    name = f"fp_test_{os.getpid()}"
    databases.clone(template_database, name)
    url = databases.urls(name)["DATABASE_URL"]
    with django_db_blocker.unblock():
        for alias in ("default", "audit"):
            connections[alias].close()
            connections[alias].settings_dict.update(connection(url, persistent=0))
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    databases.drop(name)
