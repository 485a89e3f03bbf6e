"""Fixtures for tests of pages: a browser for whoever is acting."""

from collections.abc import Callable

import pytest
from django.test import Client

from fellesplan.people.models import Employee, Person

Browser = Callable[..., Client]
BACKEND = "fellesplan.web.site.backend.DemoBackend"


def as_(who: Employee | Person | None = None) -> Client:
    """Return a browser in which the employee or person is logged in; nobody, if none is named."""
    client = Client()
    if who is not None:
        if who.account is None:
            raise ValueError("Only somebody with an account can log in: make.person(..., login=True)")
        client.force_login(who.account, backend=BACKEND)
    return client


@pytest.fixture
def browser(db: None) -> Browser:
    """Give `as_(employee_or_person) -> Client`."""
    return as_
