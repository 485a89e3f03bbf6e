"""A guest from outside takes part in one plan, for a purpose and a period, and is nothing else here."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from fellesplan.access.actor import Role
from fellesplan.access.functions import visible
from fellesplan.access.matrix import MATRIX
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Assignment, Employee, Unit
from fellesplan.plans import services
from fellesplan.plans.models import Goal, Participant, Plan
from fellesplan.plans.services import GuestData
from tests import factories as make
from tests.arch.test_urls import ADDRESSES
from tests.plans.conftest import World
from tests.web.conftest import as_

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
GUEST = GuestData(
    name="Liv Hagen", title="Overlege", email="liv.hagen@sykehus.example", kind=Unit.Kind.HOSPITAL,
    organisation="Prøve sykehus",
)  # fmt: skip
OPEN_TO_A_GUEST = {"shared-plans", "start", "plan", "plan-pdf"}


def invite(world: World, guest: GuestData = GUEST, **values: Any) -> Participant:
    asked: dict[str, Any] = {"role": "Lege", "purpose": "Følger opp medisinene"} | values
    return services.invite_guest(actor=world.lead, plan=world.plan, guest=guest, **asked)


def logged_in(guest: Participant) -> Employee:
    """Let the guest have an account, as the login service gives one."""
    who = guest.employee
    assert who
    who.account = make.account(who.name)
    who.save()
    return who


def test_a_guest_is_kept_outside_the_municipality(world: World) -> None:
    row = invite(world)
    assert row.unit
    assert row.employee
    assert (row.unit.name, row.unit.external, row.unit.kind) == ("Prøve sykehus", True, "hospital")
    assert [a.role for a in row.employee.assignments.all()] == ["provider"]


def test_a_guest_is_a_participant_and_has_no_other_role(world: World) -> None:
    actor = make.actor(logged_in(invite(world)))
    assert actor.roles == {Role.PARTICIPANT}
    assert not actor.led_units


def test_a_guest_sees_nothing_before_consent_and_only_what_it_covers_after(world: World) -> None:
    row = invite(world, GuestData(**(vars(GUEST) | {"organisation": "NAV Prøve", "kind": Unit.Kind.NAV})))
    who = logged_in(row)
    make.goal(world.plan, "health", title="Sove")
    make.goal(world.plan, "daytime", title="Skole")
    assert not visible(make.actor(who), "plan.read", Plan).exists()
    make.share(world.owner, row.unit, "health")  # type: ignore[arg-type]
    titles = visible(make.actor(who), "goal.read", Goal).values_list("title", flat=True)
    assert list(titles) == ["Sove"]


def test_no_row_of_the_matrix_gives_a_guest_anything_but_the_plans(world: World) -> None:
    row = invite(world)
    make.share(world.owner, row.unit)  # type: ignore[arg-type]
    actor = make.actor(logged_in(row))
    for grant in MATRIX:
        model = apps.get_model(grant.model)
        if grant.role not in actor.roles:
            continue
        assert grant.relation not in {"in_municipality", "own_municipality", "leads_unit"}, grant
        visible(actor, grant.action, model)
    for action, label in (("employee.read", "people.Employee"), ("unit.read", "people.Unit")):
        assert not visible(actor, action, apps.get_model(label)).exists()


def test_every_page_without_an_id_is_closed_but_the_shared_plans(world: World) -> None:
    row = invite(world)
    make.share(world.owner, row.unit)  # type: ignore[arg-type]
    client = as_(logged_in(row))
    opened = set()
    for _, pattern in ADDRESSES:
        converters = set(pattern.pattern.converters)
        public = getattr(pattern.callback, "public", True)
        if public or converters:
            continue
        address = reverse(str(pattern.name), kwargs={"tenant": "lund"})
        if client.get(address).status_code == 200:
            opened.add(str(pattern.name))
    assert opened <= OPEN_TO_A_GUEST
    assert _status(client, "shared-plans") == 200
    assert _status(client, "plan", plan=world.plan.pk) == 200
    assert _status(client, "participants", plan=world.plan.pk) == 404


def _status(client: Client, name: str, **kwargs: Any) -> int:
    return client.get(reverse(name, kwargs={"tenant": "lund", **kwargs})).status_code


def test_the_period_ends_by_itself(world: World) -> None:
    last = clock.today() + timedelta(days=7)
    row = invite(world, valid_to=last)
    make.share(world.owner, row.unit)  # type: ignore[arg-type]
    who = logged_in(row)
    assert visible(make.actor(who), "plan.read", Plan).exists()
    with clock.frozen(clock.now() + timedelta(days=8)):
        assert not visible(make.actor(who), "plan.read", Plan).exists()
        assert not make.actor(who).roles


def test_the_same_guest_again_is_the_same(world: World) -> None:
    first = invite(world)
    with pytest.raises(Refused):
        invite(world, GuestData(**(vars(GUEST) | {"email": "LIV.HAGEN@sykehus.example"})))
    services.end_participation(actor=world.lead, participant=first)
    assert invite(world).employee == first.employee
    assert Unit.objects.filter(name="Prøve sykehus").count() == 1


def test_a_known_guest_gets_the_longer_period(world: World) -> None:
    first = invite(world, valid_to=clock.today() + timedelta(days=3))
    services.end_participation(actor=world.lead, participant=first)
    later = clock.today() + timedelta(days=30)
    invite(world, valid_to=later)
    assert Assignment.objects.get(employee=first.employee).valid_to == later


@pytest.mark.parametrize(
    ("changed", "values", "field"),
    [
        ({"name": " "}, {}, "name"),
        ({"title": ""}, {}, "title"),
        ({"organisation": " "}, {}, "organisation"),
        ({"organisation": "storgata skole"}, {}, "organisation"),
        ({"email": ""}, {}, "email"),
        ({"kind": "office"}, {}, "kind"),
        ({}, {"purpose": " "}, "purpose"),
        ({}, {"valid_to": date(2026, 11, 23)}, "valid_to"),
        ({}, {"role": " "}, "role"),
    ],
)
def test_bad_input_saves_nothing(
    world: World, changed: dict[str, str], values: dict[str, Any], field: str
) -> None:
    before = Employee.objects.count()
    with pytest.raises(InvalidInput) as caught, transaction.atomic():
        invite(world, GuestData(**(vars(GUEST) | changed)), **values)
    assert set(caught.value.fields) == {field}
    assert Employee.objects.count() == before


def test_only_the_coordinator_invites(world: World) -> None:
    with pytest.raises(NotAllowed):
        services.invite_guest(
            actor=make.actor(world.teacher), plan=world.plan, guest=GUEST, role="Lege", purpose="x"
        )
