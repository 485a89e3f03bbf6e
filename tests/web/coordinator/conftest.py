"""The plan's world for page tests, and its addresses."""

from typing import Any

import pytest
from django.urls import reverse

from tests.plans.conftest import World, world
from tests.web.conftest import BACKEND

__all__ = ["World", "at", "world"]


def at(name: str, **kwargs: Any) -> str:
    """Return the address of a page in Lund."""
    return reverse(name, kwargs={"tenant": "lund", **kwargs})


@pytest.fixture(autouse=True)
def _logged_in(settings: Any) -> None:
    settings.AUTHENTICATION_BACKENDS = [BACKEND]
