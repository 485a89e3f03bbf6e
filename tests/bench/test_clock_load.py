"""The small version of the night: fast enough for its size, still the second time, and bounded queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.access import tenancy
from fellesplan.cases.models import ClockWarning
from tests.bench.clock_crowd import caseworker, populate
from tests.bench.clock_load import night, worklist

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
CASES, SECONDS = 3000, 20
"""A tenth of the speed that is asked for: this runs beside other tests."""
QUERIES_A_PART = 30


def test_the_night_is_fast_and_the_same_when_done_again() -> None:
    tenant = populate("lund", CASES)
    office = caseworker(tenant)
    with CaptureQueriesContext(connection) as caught:
        first = night(tenant)
    tenancy.use(tenant.pk)
    assert (first.done.cases, first.done.moved) == (CASES, CASES)
    assert first.cpu < SECONDS
    assert len(caught) <= QUERIES_A_PART * 4
    kept = list(ClockWarning.objects.order_by("pk").values())
    assert len(kept) == first.done.raised > 0
    assert night(tenant).is_still
    tenancy.use(tenant.pk)
    assert list(ClockWarning.objects.order_by("pk").values()) == kept
    assert all(int(line.split()[-2]) <= 40 for line in worklist(tenant, office))
