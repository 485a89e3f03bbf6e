"""Pages about a plan: the same ladder for each."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fellesplan.plans import services
from fellesplan.plans.models import Goal, Measure, Participant, SubPlan
from tests import factories as make
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import World, at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


class Things:
    """A goal and a measure in an area the teacher sees, and the teacher's participation."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.goal: Goal = make.goal(world.plan, "daytime", title="Jeg vil være ute i friminuttet")
        self.part: Participant = world.plan.participants.get(employee=world.teacher)
        self.sub_plan = SubPlan.objects.create(
            municipality=world.plan.municipality, plan=world.plan, kind="crisis", title="Krise", where="Legen"
        )
        self.measure: Measure = make.measure(self.goal, title="Voksen ute", responsible=self.part)


@pytest.fixture
def things(world: World) -> Things:
    return Things(world)


Address = Callable[[Things], str]
READ: dict[str, Address] = {
    "plan": lambda t: at("plan", plan=t.world.plan.pk),
    "plan-pdf": lambda t: at("plan-pdf", plan=t.world.plan.pk),
}
WRITE: dict[str, Address] = {
    "plan-start": lambda t: at("plan-start", person=t.world.owner.pk),
    "plan-switch": lambda t: at("plan-switch", plan=t.world.plan.pk),
    "plan-period": lambda t: at("plan-period", plan=t.world.plan.pk),
    "plan-text": lambda t: at("plan-text", plan=t.world.plan.pk, field="matters"),
    "area-edit": lambda t: at("area-edit", plan=t.world.plan.pk, area="leisure"),
    "goal-new": lambda t: at("goal-new", plan=t.world.plan.pk),
    "goal-edit": lambda t: at("goal-edit", goal=t.goal.pk),
    "measure-new": lambda t: at("measure-new", goal=t.goal.pk),
    "measure-edit": lambda t: at("measure-edit", measure=t.measure.pk),
    "participants": lambda t: at("participants", plan=t.world.plan.pk),
    "participant-new": lambda t: at("participant-new", plan=t.world.plan.pk),
    "participant-private": lambda t: at("participant-private", plan=t.world.plan.pk),
    "participant-guest": lambda t: at("participant-guest", plan=t.world.plan.pk),
    "evaluation": lambda t: at("evaluation", plan=t.world.plan.pk),
    "goal-scale": lambda t: at("goal-scale", goal=t.goal.pk),
    "plan-legal": lambda t: at("plan-legal", plan=t.world.plan.pk),
    "plan-relevance": lambda t: at("plan-relevance", plan=t.world.plan.pk, number=10),
    "sub-plan-new": lambda t: at("sub-plan-new", plan=t.world.plan.pk),
    "sub-plan-edit": lambda t: at("sub-plan-edit", sub_plan=t.sub_plan.pk),
    "access-review": lambda t: at("access-review", plan=t.world.plan.pk),
    "participant-stand-in": lambda t: at("participant-stand-in", participant=t.part.pk),
    "participant-edit": lambda t: at("participant-edit", participant=t.part.pk),
    "participant-end": lambda t: at("participant-end", participant=t.part.pk),
}
POST: dict[str, Address] = {
    "goal-archive": lambda t: at("goal-archive", goal=t.goal.pk),
    "goal-restore": lambda t: at("goal-restore", goal=t.goal.pk),
    "plan-advice": lambda t: at("plan-advice", plan=t.world.plan.pk),
    "sub-plan-archive": lambda t: at("sub-plan-archive", sub_plan=t.sub_plan.pk),
    "sub-plan-restore": lambda t: at("sub-plan-restore", sub_plan=t.sub_plan.pk),
    "measure-archive": lambda t: at("measure-archive", measure=t.measure.pk),
    "measure-restore": lambda t: at("measure-restore", measure=t.measure.pk),
}
REPORT = {
    "measure-report": lambda t: at("measure-report", measure=t.measure.pk),
    "goal-rate": lambda t: at("goal-rate", goal=t.goal.pk),
}
EVERY = READ | WRITE | REPORT


@pytest.mark.parametrize("name", EVERY)
def test_works_for_the_coordinator(name: str, things: Things, browser: Browser) -> None:
    response = browser(things.world.coordinator).get(EVERY[name](things))
    assert response.status_code == 200


@pytest.mark.parametrize("name", READ | REPORT)
def test_works_for_a_participant(name: str, things: Things, browser: Browser) -> None:
    assert browser(things.world.teacher).get((READ | REPORT)[name](things)).status_code == 200


@pytest.mark.parametrize("name", WRITE)
def test_a_participant_may_not_write(name: str, things: Things, browser: Browser) -> None:
    assert browser(things.world.teacher).get(WRITE[name](things)).status_code == 404


@pytest.mark.parametrize("name", POST)
def test_a_participant_may_not_take_out(name: str, things: Things, browser: Browser) -> None:
    assert browser(things.world.teacher).post(POST[name](things)).status_code == 404


@pytest.mark.parametrize("name", EVERY)
def test_an_outsider_finds_nothing(name: str, things: Things, browser: Browser) -> None:
    outsider = make.employee(things.world.owner.municipality)
    caseworker = make.employee(things.world.owner.municipality, "caseworker")
    for who in (outsider, caseworker):
        assert browser(who).get(EVERY[name](things)).status_code == 404


@pytest.mark.parametrize("name", EVERY)
def test_a_visitor_is_sent_to_log_in(name: str, things: Things, browser: Browser) -> None:
    assert browser().get(EVERY[name](things)).status_code == 302


def test_bad_ids_are_not_found(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    for address in (
        at("plan", plan=uuid4()), at("goal-edit", goal=uuid4()), at("measure-edit", measure=uuid4()),
        at("participant-edit", participant=uuid4()), at("goal-rate", goal=uuid4()),
        at("evaluation", plan=uuid4()), at("sub-plan-edit", sub_plan=uuid4()),
        at("plan-relevance", plan=world.plan.pk, number=9), at("plan-start", person=uuid4()),
        at("plan-text", plan=world.plan.pk, field="state"),
        "/lund/plan/not-an-id/",
    ):  # fmt: skip
        assert lead.get(address).status_code == 404


@pytest.mark.parametrize("name", READ)
def test_pages_to_read_take_no_post(name: str, things: Things, browser: Browser) -> None:
    assert browser(things.world.coordinator).post(READ[name](things)).status_code == 405


@pytest.mark.parametrize("name", POST)
def test_taking_out_takes_a_post(name: str, things: Things, browser: Browser) -> None:
    lead = browser(things.world.coordinator)
    assert lead.get(POST[name](things)).status_code == 405
    assert lead.post(POST[name](things)).status_code == 302


def test_another_municipality_finds_nothing(things: Things, browser: Browser) -> None:
    make.municipality("luster")
    lead = browser(things.world.coordinator)
    assert lead.get(f"/luster/plan/{things.world.plan.pk}/").status_code == 404


def test_withdrawn_consent_closes_the_page_on_the_next_request(things: Things, browser: Browser) -> None:
    teacher = browser(things.world.teacher)
    assert teacher.get(READ["plan"](things)).status_code == 200
    things.world.owner.consents.filter(purpose="sharing").update(withdrawn_at=things.world.lead.at)
    assert teacher.get(READ["plan"](things)).status_code == 404


def test_participant_reads_only_the_shared_area(things: Things, browser: Browser) -> None:
    make.measure(make.goal(things.world.plan, "health", title="Sove hele natta"), title="Hemmelig medisin")
    services.area(
        actor=things.world.lead, plan=things.world.plan, key="health", own_words="Vondt", needs="Lege",
        version=0,
    )  # fmt: skip
    shown = browser(things.world.teacher).get(READ["plan"](things)).content.decode()
    assert "Voksen ute" in shown
    for hidden in ("Hemmelig medisin", "Sove hele natta", "Vondt", "Lege", "Endre målet", "Inviter"):
        assert hidden not in shown


def _budget(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return len(caught)


def test_query_budget(things: Things, browser: Browser) -> None:
    lead, teacher = browser(things.world.coordinator), browser(things.world.teacher)
    address = READ["plan"](things)
    few = _budget(lead, address), _budget(teacher, address)
    for n in range(195):
        make.measure(things.goal, title=f"Tiltak {n}", state="not_working")
    many = _budget(lead, address), _budget(teacher, address)
    assert many[0] <= few[0] + 1
    assert many[1] <= few[1] + 1
    assert many[0] <= 28
    assert many[1] <= 20


def test_a_shared_plan_is_small(things: Things, browser: Browser) -> None:
    for n in range(19):
        make.measure(things.goal, title=f"Tiltak nummer {n}", responsible=things.part)
    for _ in range(4):
        make.participant(things.world.plan, make.employee(things.world.owner.municipality))
    page = browser(things.world.teacher).get(READ["plan"](things))
    assert len(page.content) <= 40_000
