"""Who leaves has no access the day after: everywhere, in every role, on the next request."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access import audit
from fellesplan.cases.facts import facts_of
from fellesplan.cases.rules import next_step
from fellesplan.coordinators.models import Appointment, StandIn
from fellesplan.kernel import clock
from fellesplan.people import administration, emergency
from fellesplan.people.emergency import Opening
from fellesplan.people.models import Assignment, Employee, Municipality, Person, Unit
from fellesplan.plans.models import Participant
from fellesplan.plans.queries import plan_view
from tests import factories as make
from tests.fixtures import NOW
from tests.web.conftest import as_

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


class Scene:
    """A plan with everybody around it, all of whom can leave."""

    def __init__(self, where: Municipality) -> None:
        self.where = where
        self.owner: Person = make.person(where, login=True)
        self.school: Unit = make.unit(where, name="Storgata skole")
        self.lead = make.coordinator(self.owner, at=self.school, name="Marit Skogmo")
        self.plan = make.plan(self.owner)
        self.teacher = make.employee(where, at=self.school, name="Tone Birkeland")
        self.part: Participant = make.participant(self.plan, self.teacher)
        hospital = make.unit(where, "nav", external=True)
        self.guest = make.employee(where, at=hospital)
        make.participant(self.plan, self.guest)
        for unit in (self.school, hospital):
            make.share(self.owner, unit)
        self.vikar = make.employee(where, at=self.school)
        StandIn.objects.create(
            municipality=where, appointment=Appointment.objects.get(employee=self.lead), employee=self.vikar,
            reason="Ferie", valid_from=TODAY, valid_to=TODAY + timedelta(days=5),
        )  # fmt: skip
        self.teachers_vikar = make.employee(where, at=self.school)
        Participant.objects.create(
            municipality=where, plan=self.plan, employee=self.teachers_vikar, unit=self.school, role="Vikar",
            stands_in_for=self.part, valid_from=TODAY, valid_to=TODAY + timedelta(days=5),
        )  # fmt: skip
        self.in_emergency = make.employee(where, "caseworker")
        emergency.open_session(
            actor=make.actor(self.in_emergency), tenant=where, person=self.owner,
            opening=Opening(reason="Fant ikke de pårørende"),
        )  # fmt: skip
        self.boss = make.actor(make.employee(where, "administrator"))

    def ends(self, who: Employee, last_day: object = YESTERDAY) -> None:
        for row in who.assignments.all():
            administration.end_assignment(actor=self.boss, assignment=row, last_day=last_day)  # type: ignore[arg-type]


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return Scene(lund)


def status(client: Client, name: str, **kwargs: object) -> int:
    return client.get(reverse(name, kwargs={"tenant": "lund", **kwargs})).status_code


AROUND: dict[str, Callable[[Scene], Employee]] = {
    "coordinator": lambda s: s.lead,
    "coordinators_stand_in": lambda s: s.vikar,
    "participant": lambda s: s.teacher,
    "participants_stand_in": lambda s: s.teachers_vikar,
    "guest": lambda s: s.guest,
    "emergency": lambda s: s.in_emergency,
}


@pytest.mark.parametrize("kind", AROUND)
def test_the_next_request_for_the_plan_is_refused(scene: Scene, kind: str) -> None:
    who = AROUND[kind](scene)
    client = as_(who)
    assert status(client, "plan", plan=scene.plan.pk) == 200
    scene.ends(who)
    assert status(client, "plan", plan=scene.plan.pk) == 404
    assert status(client, "plan-pdf", plan=scene.plan.pk) == 404
    assert status(client, "shared-plans") == 404


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("caseworker", "worklist"),
        ("system_coordinator", "worklist"),
        ("office_leader", "report"),
        ("unit_leader", "unit-today"),
        ("administrator", "admin-home"),
    ],
)
def test_the_next_request_of_an_employee_is_refused(scene: Scene, role: str, page: str) -> None:
    who = make.employee(scene.where, role)
    client = as_(who)
    assert status(client, page) == 200
    scene.ends(who)
    assert status(client, page) == 404


@pytest.mark.parametrize("kind", ["coordinator", "participant", "coordinators_stand_in"])
def test_work_elsewhere_does_not_keep_the_plan_open(scene: Scene, kind: str) -> None:
    who = AROUND[kind](scene)
    Assignment.objects.create(
        municipality=scene.where, employee=who, unit=make.unit(scene.where), role="provider",
        valid_from=YESTERDAY,
    )  # fmt: skip
    row = who.assignments.get(unit=scene.school)
    administration.end_assignment(actor=scene.boss, assignment=row, last_day=YESTERDAY)
    assert status(as_(who), "plan", plan=scene.plan.pk) == 404


def test_access_lasts_through_the_last_day(scene: Scene) -> None:
    scene.ends(scene.teacher, TODAY)
    client = as_(scene.teacher)
    assert status(client, "plan", plan=scene.plan.pk) == 200
    with clock.frozen(NOW + timedelta(days=1)):
        assert status(client, "plan", plan=scene.plan.pk) == 404


def test_the_office_must_find_a_new_coordinator(scene: Scene) -> None:
    case = scene.owner.cases.get()
    assert facts_of(case).appointed_on == TODAY
    scene.ends(scene.lead, TODAY + timedelta(days=3))
    assert Appointment.objects.get().valid_to == TODAY + timedelta(days=3)
    facts = facts_of(case)
    assert facts.appointed_on is None
    case.refresh_from_db()
    assert case.next_step == next_step(facts, TODAY).key


def test_also_when_the_work_was_to_end_from_the_start(scene: Scene) -> None:
    scene.lead.assignments.update(valid_to=YESTERDAY)
    assert facts_of(scene.owner.cases.get()).appointed_on is None


def test_another_role_at_the_same_unit_keeps_the_task(scene: Scene) -> None:
    first = scene.lead.assignments.get()
    Assignment.objects.create(
        municipality=scene.where, employee=scene.lead, unit=scene.school, role="unit_leader",
        valid_from=YESTERDAY,
    )  # fmt: skip
    administration.end_assignment(actor=scene.boss, assignment=first, last_day=YESTERDAY)
    assert Appointment.objects.get().valid_to is None
    assert status(as_(scene.lead), "plan", plan=scene.plan.pk) == 200


def test_the_coordinator_is_told_to_find_who_takes_over(scene: Scene) -> None:
    make.goal(scene.plan)
    scene.ends(scene.teacher)
    view = plan_view(make.actor(scene.lead), scene.plan.pk)
    assert view.next
    assert view.next.kind == "leaver"
    page = as_(scene.lead).get(reverse("plan", kwargs={"tenant": "lund", "plan": scene.plan.pk}))
    assert "Finn ut hvem som tar over etter Tone Birkeland" in page.content.decode()
    shown = as_(scene.lead).get(reverse("participants", kwargs={"tenant": "lund", "plan": scene.plan.pk}))
    assert "Arbeider ikke lenger i Storgata skole" in shown.content.decode()


def test_leaving_ends_everything_at_once(scene: Scene) -> None:
    Assignment.objects.create(
        municipality=scene.where, employee=scene.lead, unit=make.unit(scene.where), role="provider",
        valid_from=TODAY + timedelta(days=20),
    )  # fmt: skip
    with audit.buffered():
        ended = administration.leave(actor=scene.boss, employee=scene.lead, last_day=YESTERDAY)
    assert ended == 2
    assert not make.actor(scene.lead).roles
    with clock.frozen(NOW + timedelta(days=20)):
        assert not make.actor(scene.lead).roles
