"""Fixtures that any test may use. Factories for rows are in `tests.factories`."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from fellesplan.access import tenancy
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from tests import factories

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""A Tuesday; the day on which the tests take place unless they say otherwise."""


@pytest.fixture(autouse=True)
def _time_stands_still() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def lund(db: None) -> Municipality:
    """Lund, and a transaction that sees only Lund."""
    return _here("lund")


@pytest.fixture
def luster(db: None) -> Municipality:
    """Luster, and a transaction that sees only Luster."""
    return _here("luster")


def _here(slug: str) -> Municipality:
    municipality = factories.municipality(slug)
    tenancy.use(municipality.id)
    return municipality
