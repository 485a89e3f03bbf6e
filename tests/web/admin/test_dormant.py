"""Access that nobody uses: found in the log, ended by the administrator, and no word of any plan."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access.models import Event
from fellesplan.access.tenancy import working_in
from fellesplan.people.models import Employee, Municipality
from tests import factories as make
from tests.fixtures import NOW
from tests.web.conftest import BACKEND, Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
LONG_AGO = NOW.date() - timedelta(days=400)


@pytest.fixture
def boss(browser: Browser, lund: Municipality, settings: Any) -> Client:
    settings.AUTHENTICATION_BACKENDS = [BACKEND]
    return browser(make.employee(lund, "administrator", name="Adm In"))


def old(where: Municipality, name: str) -> Employee:
    who = make.employee(where, name=name)
    who.assignments.update(valid_from=LONG_AGO)
    return who


def reads(who: Employee, at: datetime) -> None:
    with working_in(who.municipality_id, using="audit"):
        Event.objects.using("audit").create(
            municipality=who.municipality, kind="read", action="plan.read", object_type="plans.Plan",
            account=who.account_id, at=at,
        )  # fmt: skip


def page(client: Client) -> str:
    return client.get(reverse("access-dormant", args=["lund"])).content.decode().replace("\xa0", " ")


def test_who_has_not_read_for_months_is_listed(boss: Client, lund: Municipality) -> None:
    asleep, awake, never = old(lund, "Sov Lenge"), old(lund, "Les Nylig"), old(lund, "Aldri Inne")
    reads(asleep, datetime(2026, 1, 5, 12, tzinfo=UTC))
    reads(awake, datetime(2026, 11, 1, 12, tzinfo=UTC))
    make.employee(lund, name="Ny Ansatt")
    text = page(boss)
    assert "Sov Lenge" in text
    assert "Sist brukt 5. januar" in text
    assert never.name in text
    assert "Aldri brukt" in text
    assert "Les Nylig" not in text
    assert "Ny Ansatt" not in text


def test_ended_in_one_go(boss: Client, lund: Municipality) -> None:
    who = old(lund, "Sov Lenge")
    leave = reverse("employee-leave", args=["lund", who.pk])
    assert leave in page(boss)
    assert boss.post(leave, {"last_day": "23.11.2026"}).status_code == 302
    assert not make.actor(who).roles
    page(boss)
    assert leave not in page(boss)
    assert boss.post(leave, {"last_day": "23.11.2026"}).status_code == 302


@pytest.mark.parametrize("day", ["", "tull"])
def test_a_day_that_cannot_be_used(boss: Client, lund: Municipality, day: str) -> None:
    who = old(lund, "Sov Lenge")
    assert boss.post(reverse("employee-leave", args=["lund", who.pk]), {"last_day": day}).status_code == 422
    assert make.actor(who).roles


def test_closed_to_others(boss: Client, browser: Browser, lund: Municipality) -> None:
    who = old(lund, "Sov Lenge")
    for role in ("caseworker", "office_leader", "unit_leader", "provider"):
        client = browser(make.employee(lund, role))
        assert client.get(reverse("access-dormant", args=["lund"])).status_code == 404
        assert client.get(reverse("employee-leave", args=["lund", who.pk])).status_code == 404
    assert boss.get(reverse("employee-leave", args=["lund", uuid4()])).status_code == 404
    assert boss.post(reverse("access-dormant", args=["lund"])).status_code == 405


def test_queries_do_not_grow(boss: Client, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    for number in range(8):
        old(lund, f"Sov Lenge {number}")
    with django_assert_max_num_queries(18):
        page(boss)
