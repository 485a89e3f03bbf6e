"""Vikar for a coordinator, set by the office or the leader of the unit, for all the persons at once."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from fellesplan.access.functions import can
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, StandIn
from fellesplan.people.models import Municipality
from fellesplan.plans.models import Plan
from tests import factories as make
from tests.web.conftest import BACKEND, Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


class Scene:
    """A coordinator with two persons, and a colleague who can step in."""

    def __init__(self, where: Municipality) -> None:
        self.unit = make.unit(where)
        self.owner = make.person(where)
        self.plan: Plan = make.plan(self.owner)
        self.lead = make.coordinator(self.owner, at=self.unit, name="Marit Skogmo")
        second = make.person(where)
        make.consent(second)
        Appointment.objects.create(
            municipality=where, person=second, case=make.case(second, "active"), kind="coordinator",
            employee=self.lead, unit=self.unit, valid_from="2026-01-01",
        )  # fmt: skip
        self.profile = CoordinatorProfile.objects.create(
            municipality=where, employee=self.lead, unit=self.unit
        )
        self.vikar = make.employee(where, at=self.unit, name="Ola Vik")
        self.page = reverse("coordinator-stand-in", args=["lund", self.profile.pk])

    def data(self, **values: str) -> dict[str, str]:
        asked = {"employee": str(self.vikar.pk), "valid_from": "24.11.2026", "valid_to": "1.12.2026"}
        return asked | {"reason": "Ferie"} | values


@pytest.fixture
def scene(lund: Municipality, settings: Any) -> Scene:
    settings.AUTHENTICATION_BACKENDS = [BACKEND]
    return Scene(lund)


@pytest.mark.parametrize("role", ["system_coordinator", "caseworker", "unit_leader"])
def test_set_for_all_and_ended_again(scene: Scene, browser: Browser, lund: Municipality, role: str) -> None:
    client = browser(make.employee(lund, role, at=scene.unit if role == "unit_leader" else None))
    assert "Ola Vik" in client.get(scene.page).content.decode()
    for _ in range(2):
        assert client.post(scene.page, scene.data()).status_code == 302
    assert StandIn.objects.count() == 2
    assert can(make.actor(scene.vikar), "plan.lead", scene.plan)
    coordinator = reverse("coordinator", args=["lund", scene.profile.pk])
    assert "Ola Vik" in client.get(coordinator).content.decode()
    end = reverse("coordinator-stand-in-end", args=["lund", scene.profile.pk, scene.vikar.pk])
    assert client.get(end).status_code == 405
    assert client.post(end).status_code == 302
    assert not can(make.actor(scene.vikar), "plan.lead", scene.plan)


@pytest.mark.parametrize(
    "values",
    [{"employee": ""}, {"valid_from": "1.1.2020"}, {"valid_to": "23.11.2026"}, {"reason": ""}],
)
def test_something_missing(
    scene: Scene, browser: Browser, lund: Municipality, values: dict[str, str]
) -> None:
    client = browser(make.employee(lund, "system_coordinator"))
    assert client.post(scene.page, scene.data(**values)).status_code == 422
    assert not StandIn.objects.exists()


def test_closed_to_others(scene: Scene, browser: Browser, lund: Municipality) -> None:
    others = [make.employee(lund, role) for role in ("administrator", "unit_leader", "provider")]
    for who in (scene.lead, scene.vikar, *others):
        assert browser(who).get(scene.page).status_code == 404
    office = browser(make.employee(lund, "system_coordinator"))
    assert office.get(reverse("coordinator-stand-in", args=["lund", uuid4()])).status_code == 404
    assert office.put(scene.page).status_code == 405


def test_one_who_follows_nobody_needs_none(scene: Scene, browser: Browser, lund: Municipality) -> None:
    Appointment.objects.update(valid_from="2026-01-01", valid_to="2026-11-23")
    office = browser(make.employee(lund, "system_coordinator"))
    assert "trenger ingen vikar" in office.get(scene.page).content.decode()
    assert office.post(scene.page, scene.data()).status_code == 404
