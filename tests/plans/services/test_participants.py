"""Inviting, and ending participation."""

import pytest

from fellesplan.access.functions import can
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.plans import services
from fellesplan.plans.queries import plan_view
from fellesplan.plans.services.participants import NewPerson
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_invited_employee_waits_for_consent(world: World) -> None:
    therapist = make.employee(world.owner.municipality, at=make.unit(world.owner.municipality))
    services.invite(actor=world.lead, plan=world.plan, employee=therapist, role="Fysioterapeut")
    line = plan_view(world.lead, world.plan.pk).participants[-1]
    assert line.lacks_consent
    assert not can(make.actor(therapist), "plan.read", world.plan)
    make.share(world.owner, therapist.assignments.get().unit, "health")
    assert [str(a) for a in plan_view(world.lead, world.plan.pk).participants[-1].sees or ()] == [
        "Forebygging, helse og omsorg"
    ]
    assert can(make.actor(therapist), "plan.read", world.plan)


def test_nobody_is_invited_twice(world: World) -> None:
    with pytest.raises(Refused):
        services.invite(actor=world.lead, plan=world.plan, employee=world.teacher, role="Lærer")


def test_private_person_by_name(world: World) -> None:
    grandmother = services.invite_new_person(
        actor=world.lead, plan=world.plan, person=NewPerson(given_name="Berit", family_name="Prøve"),
        role="Bestemor",
    )  # fmt: skip
    assert (grandmother.name, grandmother.unit) == ("Berit Prøve", None)


def test_ended_participation_closes_the_plan_at_once(world: World) -> None:
    row = world.plan.participants.get(employee=world.teacher)
    services.end_participation(actor=world.lead, participant=row)
    assert not can(make.actor(world.teacher), "plan.read", world.plan)
    again = services.invite(actor=world.lead, plan=world.plan, employee=world.teacher, role="Lærer")
    assert again.pk != row.pk


def test_what_must_be_said(world: World) -> None:
    therapist = make.employee(world.owner.municipality)
    elsewhere = make.unit(world.owner.municipality)
    with pytest.raises(InvalidInput):
        services.invite(actor=world.lead, plan=world.plan, employee=therapist, role=" ")
    with pytest.raises(InvalidInput):
        services.invite(actor=world.lead, plan=world.plan, employee=therapist, unit=elsewhere, role="x")
    with pytest.raises(InvalidInput):
        services.invite(actor=world.lead, plan=world.plan, role="x")


def test_participant_invites_nobody(world: World) -> None:
    who = make.employee(world.owner.municipality)
    with pytest.raises(NotAllowed):
        services.invite(actor=make.actor(world.teacher), plan=world.plan, employee=who, role="x")
