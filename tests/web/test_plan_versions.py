"""The versions of a plan: list, two beside each other, bringing back; in both rooms."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.plans import services
from tests import factories as make
from tests.plans.conftest import World, world
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
__all__ = ["world"]


@pytest.fixture
def written(world: World) -> World:
    """Two texts written one after the other."""
    for n, text in enumerate(("Jeg vil ha ro.", "Jeg vil ha ro og musikk."), 1):
        services.update_text(actor=world.lead, plan=world.plan, field="matters", text=text, version=n)
    return world


def test_the_list_says_who_did_what(written: World, browser: Browser) -> None:
    shown = browser(written.coordinator).get(at("plan-versions", plan=written.plan.pk)).content.decode()
    assert "Marit Skogmo skrev om «Det som er viktig»" in shown
    assert "Marit Skogmo begynte på planen" in shown


def test_two_versions_are_compared_word_by_word(written: World, browser: Browser) -> None:
    address = at("plan-compare", plan=written.plan.pk)
    shown = browser(written.coordinator).get(address, {"fra": "2", "til": "3"}).content.decode()
    assert "<ins>" in shown
    assert " og musikk" in shown
    assert "lagt til:" in shown
    assert browser(written.coordinator).get(address, {"fra": "2", "til": "99"}).status_code == 404


def test_restore_asks_once_and_makes_a_version(written: World, browser: Browser) -> None:
    lead = browser(written.coordinator)
    address = at("plan-version-restore", plan=written.plan.pk, number=2)
    assert "Vil du hente tilbake planen" in lead.get(address).content.decode()
    assert lead.post(address, {"version": "2"}).status_code == 409
    assert lead.post(address, {"version": "3"}).status_code == 302
    written.plan.refresh_from_db()
    assert (written.plan.matters, written.plan.version) == ("Jeg vil ha ro.", 4)


def test_one_field_is_brought_back(written: World, browser: Browser) -> None:
    goal = services.add_goal(
        actor=written.lead, plan=written.plan, data=services.GoalData(area="leisure", title="Svømme")
    )
    data = services.GoalData(area="leisure", title="Dykke", description="Under vann")
    services.update_goal(actor=written.lead, goal=goal, data=data, version=1)
    address = at("plan-field-restore", plan=written.plan.pk, number=4)
    sent = {"version": "5", "part": "goal", "key": str(goal.pk), "name": "title"}
    lead = browser(written.coordinator)
    assert lead.post(address, sent | {"version": "4"}).status_code == 409
    assert lead.post(address, sent).status_code == 302
    goal.refresh_from_db()
    assert (goal.title, goal.description, goal.version) == ("Svømme", "Under vann", 3)
    for bad in ({"key": "x"}, {"name": "id"}, {"part": "plan"}):
        assert lead.post(address, sent | {"version": "6"} | bad).status_code == 404


def test_the_person_has_the_same_pages(written: World, browser: Browser) -> None:
    owner, who = browser(written.owner), {"person": written.owner.pk}
    assert "skrev om" in owner.get(at("my-versions", **who)).content.decode()
    assert "<ins>" in owner.get(at("my-compare", **who), {"fra": "2", "til": "3"}).content.decode()
    assert owner.get(at("my-drafts", **who)).status_code == 200
    address = at("my-version-restore", number=1, **who)
    assert owner.get(address).status_code == 200
    assert owner.post(address, {"version": "3"}).status_code == 302
    written.plan.refresh_from_db()
    assert written.plan.matters == ""
    sent = {"version": "4", "part": "text", "key": "", "name": "matters"}
    assert owner.post(at("my-field-restore", number=3, **who), sent).status_code == 302
    written.plan.refresh_from_db()
    assert written.plan.matters == "Jeg vil ha ro og musikk."


def test_who_may_not_write_sees_no_versions(written: World, browser: Browser) -> None:
    stranger = make.employee(written.owner.municipality)
    for who in (written.teacher, stranger):
        for name, more in (
            ("plan-versions", {}),
            ("plan-compare", {}),
            ("plan-version-restore", {"number": 1}),
        ):
            address = at(name, plan=written.plan.pk, **more)
            assert browser(who).get(address).status_code == 404
    assert browser(written.teacher).get(at("plan-drafts", plan=written.plan.pk)).status_code == 200
    assert browser(stranger).get(at("plan-drafts", plan=written.plan.pk)).status_code == 404


def test_methods(written: World, browser: Browser) -> None:
    lead, plan = browser(written.coordinator), written.plan.pk
    assert lead.post(at("plan-versions", plan=plan)).status_code == 405
    assert lead.post(at("plan-compare", plan=plan)).status_code == 405
    assert lead.get(at("plan-field-restore", plan=plan, number=1)).status_code == 405
    assert lead.post(at("plan-drafts", plan=plan)).status_code == 405


def test_the_list_has_the_same_queries_however_long(written: World, browser: Browser) -> None:
    lead, address = browser(written.coordinator), at("plan-versions", plan=written.plan.pk)
    lead.get(address)

    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            assert lead.get(address).status_code == 200
        return len(found)

    few = count()
    for n in range(60):
        services.update_text(
            actor=written.lead, plan=written.plan, field="resources", text=f"Tekst {n}", version=3 + n
        )
    assert count() == few <= 16
    assert "Versjon 63" in lead.get(address).content.decode()
    assert "Versjon 1<" in lead.get(address, {"side": "3"}).content.decode()
