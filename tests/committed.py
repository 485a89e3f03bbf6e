"""A database of its own for a test in which what is written is committed, and others see it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.config.databases import connection
from tests import databases


@contextmanager
def own_database(template: str, name: str, blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let this process, with all its threads, use a copy of the template; it is gone afterwards."""
    databases.clone(template, name)
    with using(name, blocker):
        yield
    databases.drop(name)


@contextmanager
def using(name: str, blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let this process use a database."""
    wanted = connection(databases.urls(name)["DATABASE_URL"], persistent=0)
    kept = {alias: dict(connections[alias].settings_dict) for alias in ("default", "audit")}
    with blocker.unblock():
        for alias in kept:
            connections[alias].close()
            connections[alias].settings_dict.update(wanted)
        try:
            yield
        finally:
            connections.close_all()
            for alias, values in kept.items():
                connections[alias].settings_dict.update(values)
