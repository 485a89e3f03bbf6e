"""One template database per run, one copy per worker, and every query as the application role."""

import fcntl
from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.config import environment
from fellesplan.config.databases import connection
from tests import databases

pytest_plugins = ["tests.fixtures"]


@pytest.fixture(scope="session")
def template_database(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> str:
    """Return the name of this run's migrated template database; the first worker to ask makes it."""
    environment.database()
    name = f"fp_{testrun_uid[:12]}"
    with (tmp_path_factory.getbasetemp().parent / f"{name}.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        if not lock.read():
            databases.create_template(name)
            lock.write("made")
    return name


@pytest.fixture(scope="session")
def django_db_setup(
    template_database: str, worker_id: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give this worker its own copy, reached as the role that may neither migrate nor see other tenants."""
    name = f"{template_database}_{worker_id}"
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


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Drop the template when the whole run is over."""
    if not hasattr(session.config, "workerinput"):
        databases.drop_templates()
