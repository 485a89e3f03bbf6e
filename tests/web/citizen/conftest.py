"""A family around a plan, and the log on the test's own connection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import connections
from django.urls import reverse

from fellesplan.cases.models import Case, Letter
from fellesplan.documents.models import store
from fellesplan.kernel import clock
from fellesplan.meetings.models import AgendaItem, Invitation, Meeting
from fellesplan.people.models import Employee, Municipality, Person, Unit
from fellesplan.plans.models import Goal, Measure, Plan
from tests import factories as make


@pytest.fixture
def one_connection(db: None) -> Iterator[None]:
    """Let the log's connection see what the test has not committed; for pages that do not fail."""
    own = connections["audit"]
    connections["audit"] = connections["default"]
    yield
    connections["audit"] = own


@dataclass(frozen=True)
class Family:
    """A child of nine with mother, coordinator, teacher, plan, case, meeting and letter."""

    child: Person
    parent: Person
    coordinator: Employee
    teacher: Employee
    school: Unit
    plan: Plan
    goal: Goal
    measure: Measure
    case: Case
    letter: Letter
    meeting: Meeting

    def url(self, name: str, **kwargs: object) -> str:
        where = {"tenant": self.child.municipality.slug, "person": self.child.pk}
        return reverse(name, kwargs=where | kwargs)


def family_in(where: Municipality, *, born: date = date(2017, 3, 3)) -> Family:
    """Make the family in the running transaction."""
    child = make.person(where, born=born, login=True, given_name="Nora")
    case = make.case(child, "active")
    school = make.unit(where, name="Storgata skole")
    coordinator = make.coordinator(child, where=case, name="Marit Skogmo", phone="99887766")
    teacher = make.employee(where, at=school, name="Tone Birkeland", title="Lærer")
    plan = make.plan(child, matters="Jeg vil bestemme mest mulig selv.")
    part = make.participant(plan, teacher)
    goal = make.goal(plan, "daytime")
    measure = make.measure(goal, responsible=part, due_on=clock.today() - timedelta(days=8))
    make.measure(goal, responsible_is_person=True, title="Øve hjemme")
    make.share(child, school, "daytime", "minutes", valid_to=clock.today() + timedelta(days=200))
    return Family(
        child, make.parent_of(child, family_name="Prøvesen"), coordinator, teacher, school, plan, goal,
        measure, case, _letter(child, case), _meeting(child, coordinator),
    )  # fmt: skip


def _letter(child: Person, case: Case) -> Letter:
    document = store(
        person=child, kind="letter", title="Svar", media_type="application/pdf", data=b"%PDF-1.7"
    )
    return Letter.objects.create(
        municipality=child.municipality, case=case, kind="decision", title="Svar om koordinator",
        language="nb", recipient_name=child.full_name, document=document,
        content={"word": "Vedtak", "title": "Svar om koordinator", "intro": ["Du får koordinator."]},
    )  # fmt: skip


def _meeting(child: Person, caller: Employee) -> Meeting:
    starts = clock.now() + timedelta(days=9)
    meeting = Meeting.objects.create(
        municipality=child.municipality, person=child, kind="ansvarsgruppemote", starts_at=starts,
        ends_at=starts + timedelta(hours=1), place="Skolen", called_by=caller,
    )  # fmt: skip
    where = child.municipality
    AgendaItem.objects.create(municipality=where, meeting=meeting, title="Bussen til skolen")
    Invitation.objects.create(municipality=where, meeting=meeting, invited_person=child, purpose="Ditt møte")
    return meeting


@pytest.fixture
def family(lund: Municipality) -> Family:
    """The family in Lund."""
    return family_in(lund)
