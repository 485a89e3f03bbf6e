"""A person with a coordinator, consent and a plan."""

from dataclasses import dataclass

import pytest

from fellesplan.access.actor import Actor
from fellesplan.people.models import Employee, Municipality, Person
from fellesplan.plans import services
from fellesplan.plans.models import Plan
from tests import factories as make


@dataclass(frozen=True)
class World:
    """The people around one plan."""

    owner: Person
    plan: Plan
    coordinator: Employee
    teacher: Employee

    @property
    def lead(self) -> Actor:
        return make.actor(self.coordinator)


@pytest.fixture
def world(lund: Municipality) -> World:
    """An individual plan in Lund; the teacher takes part, and sees daytime and nothing else."""
    owner = make.person(lund, login=True, given_name="Emil")
    coordinator = make.coordinator(owner, name="Marit Skogmo")
    make.consent(owner, "plan")
    plan = services.start(actor=make.actor(coordinator), person=owner, tool="individual_plan")
    teacher = make.employee(lund, at=make.unit(lund, name="Storgata skole"), name="Tone Birkeland")
    make.participant(plan, teacher)
    make.share(owner, teacher.assignments.get().unit, "daytime")
    return World(owner, plan, coordinator, teacher)
