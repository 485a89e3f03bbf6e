"""A coordinator's day, and the plans others share: the same ladder."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import World, at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_today_says_what_presses(world: World, browser: Browser) -> None:
    goal = make.goal(world.plan, "leisure")
    make.measure(goal, title="Heisen i svømmehallen", due_on=date(2026, 11, 15))
    shown = browser(world.coordinator).get(at("today")).content.decode()
    assert "Følg opp for Emil: Heisen i svømmehallen" in shown
    assert "Forsinket" in shown
    assert "Lund anbefaler høyst fem" in shown


def test_a_day_without_persons_says_so(world: World, browser: Browser) -> None:
    shown = browser(make.employee(world.owner.municipality)).get(at("today")).content.decode()
    assert "Du følger ingen nå" in shown
    assert world.owner.full_name not in shown


def test_a_person_without_consent_is_counted_but_not_named(world: World, browser: Browser) -> None:
    world.owner.consents.update(withdrawn_at=world.lead.at)
    shown = browser(world.coordinator).get(at("today")).content.decode()
    assert "mangler samtykke" in shown
    assert world.owner.full_name not in shown


def test_shared_plans(world: World, browser: Browser) -> None:
    part = world.plan.participants.get(employee=world.teacher)
    make.measure(make.goal(world.plan, "daytime"), title="Voksen ute", responsible=part)
    shown = browser(world.teacher).get(at("shared-plans")).content.decode()
    assert world.owner.full_name in shown
    assert "Voksen ute" in shown
    empty = browser(make.employee(world.owner.municipality)).get(at("shared-plans")).content.decode()
    assert "Ingen har delt en plan med deg nå" in empty


def test_who_coordinates_nobody_starts_with_the_shared_plans(world: World, browser: Browser) -> None:
    assert browser(world.teacher).get(at("start"))["Location"] == at("shared-plans")
    assert browser(world.coordinator).get(at("start"))["Location"] == at("today")
    missing = browser(world.teacher).get(f"{at('shared-plans')}finnes-ikke/")
    assert missing.status_code == 404


@pytest.mark.parametrize("name", ["today", "shared-plans"])
def test_ladder(name: str, world: World, browser: Browser) -> None:
    assert browser().get(at(name)).status_code == 302
    assert browser(world.coordinator).post(at(name)).status_code == 405


def test_citizens_have_no_working_day(world: World, browser: Browser) -> None:
    assert browser(world.owner).get(at("today")).status_code == 404


def test_query_budget(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    with CaptureQueriesContext(connection) as few:
        lead.get(at("today"))
    for n in range(20):
        make.measure(make.goal(world.plan, "leisure"), title=f"Tiltak {n}", due_on=date(2026, 11, 1))
    with CaptureQueriesContext(connection) as many:
        lead.get(at("today"))
    assert len(many) <= len(few) + 1
    assert len(many) <= 28
