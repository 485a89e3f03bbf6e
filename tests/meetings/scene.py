"""A person with plan, coordinator and mother; a teacher whom consent covers, NAV whom it does not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.meetings import services
from fellesplan.meetings.data import Invited, MeetingData
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Employee, Municipality, Person, Unit
from fellesplan.plans.models import Participant, Plan
from tests import factories as make
from tests.fixtures import NOW

SOON = NOW + timedelta(days=9, hours=3)
"""Thursday 3 December at 13.00 in Norway."""


@dataclass
class Scene:
    """The people of a meeting."""

    mina: Person
    plan: Plan
    school: Unit
    marit: Employee
    teacher: Employee
    siri: Employee
    siri_part: Participant
    teacher_part: Participant
    mother: Person

    @property
    def leader(self) -> Actor:
        return make.actor(self.marit)

    def data(self, **values: Any) -> MeetingData:
        """Return a call that can be sent."""
        values.setdefault("kind", "ansvarsgruppemote")
        values.setdefault("starts_at", SOON)
        values.setdefault("ends_at", values["starts_at"] + timedelta(hours=1))
        values.setdefault("place", "Rom 204")
        values.setdefault("agenda", ("Skolen", "Søvn"))
        values.setdefault("invited", (self.herself, self.by_school))
        return MeetingData(**values)

    @property
    def herself(self) -> Invited:
        return Invited(person=self.mina)

    @property
    def by_school(self) -> Invited:
        return Invited(participant=self.teacher_part, purpose="Forteller om skolen")

    @property
    def by_nav(self) -> Invited:
        return Invited(participant=self.siri_part, purpose="Arbeid")

    def call(self, **values: Any) -> Meeting:
        return services.call(actor=self.leader, person=self.mina, data=self.data(**values))


def build(where: Municipality) -> Scene:
    """Make the scene in the running transaction."""
    mina = make.person(where, born=datetime(2013, 4, 4).date(), login=True)  # noqa: DTZ001
    school = make.unit(where, name="Storgata skole")
    nav = make.unit(where, Unit.Kind.NAV, name="NAV")
    marit = make.coordinator(mina, name="Marit Skogmo", email="marit@example.no")
    teacher = make.employee(where, at=school, name="Ola Lærer", email="ola@example.no")
    siri = make.employee(where, at=nav, name="Siri Dahl", email="siri@example.no")
    plan = make.plan(mina)
    teacher_part = make.participant(plan, teacher, purpose="Skolehverdagen")
    siri_part = make.participant(plan, siri, role="Veileder")
    make.share(mina, school)
    make.share(mina, nav, "economy")
    mother = make.parent_of(mina)
    return Scene(mina, plan, school, marit, teacher, siri, siri_part, teacher_part, mother)


def moments_after(days: int) -> datetime:
    """Return the present moment of the tests plus some days."""
    return NOW + timedelta(days=days)
