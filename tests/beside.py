"""Something that runs beside a test, in a database where what is saved is saved."""

import os
from collections.abc import Callable, Iterator
from contextvars import copy_context
from threading import Thread

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from tests.committed import own_database


@pytest.fixture
def committed(
    template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give the test a database of its own, in which transactions are committed."""
    with own_database(template_database, f"fp_beside_{os.getpid()}", django_db_blocker):
        yield


class Running:
    """Something that runs beside the test, on connections of its own; `result()` waits for it."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self._result: object = None
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
