"""A database where what is saved is saved, for tests with threads of their own."""

import os
from collections.abc import Callable, Iterator
from contextvars import copy_context
from threading import Thread
from typing import Any

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.config.databases import connection
from tests import databases


@pytest.fixture
def committed(
    template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give the test a database of its own, in which transactions are committed."""
    name = f"fp_committed_{os.getpid()}"
    databases.clone(template_database, name)
    before = {alias: dict(connections[alias].settings_dict) for alias in ("default", "audit")}
    url = databases.urls(name)["DATABASE_URL"]
    with django_db_blocker.unblock():
        _point({alias: connection(url, persistent=0) for alias in before})
        yield
        _point(before)
    databases.drop(name)


def _point(settings: dict[str, Any]) -> None:
    for alias, values in settings.items():
        connections[alias].close()
        connections[alias].settings_dict.update(values)


class Running:
    """Something that runs beside the test, on connections of its own; `result()` waits for it."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act, self._result = act, None
        self._error: Exception | None = None
        self._thread = Thread(target=copy_context().run, args=(self._run,))
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self._act()
        except Exception as error:
            self._error = error
        finally:
            connections.close_all()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def result(self) -> object:
        self._thread.join(30)
        if self._error:
            raise self._error
        return self._result
