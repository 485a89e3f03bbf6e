"""Nødtilgang: opened once, with a reason; it ends by itself, and another reviews it."""

from datetime import timedelta

import pytest

from fellesplan.access import audit
from fellesplan.access.actor import Actor, Role
from fellesplan.access.functions import can, fetch, visible
from fellesplan.access.models import Event
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people import administration, emergency, emergency_reads
from fellesplan.people.emergency import Opening
from fellesplan.people.models import EmergencySession, Employee, Municipality, Person
from fellesplan.plans.models import Goal, Plan
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
REASON = "Hun er funnet alene og kan ikke si hvem hun er"


@pytest.fixture
def owner(lund: Municipality) -> Person:
    """Somebody with a plan that is shared with nobody."""
    person = make.person(lund, given_name="Mina", login=True)
    make.goal(make.plan(person))
    return person


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ingrid Nesvik")


def open_it(who: Employee, whose: Person, **values: object) -> EmergencySession:
    return emergency.open_session(
        actor=make.actor(who), tenant=whose.municipality, person=whose,
        opening=Opening(**({"reason": REASON} | values)),  # type: ignore[arg-type]
    )  # fmt: skip


def sees(who: Employee, whose: Person) -> bool:
    return visible(make.actor(who), "goal.read", Goal).filter(plan__person=whose).exists()


def test_opens_the_plan_of_one_person_and_no_other(clerk: Employee, owner: Person) -> None:
    other = make.person(owner.municipality)
    make.goal(make.plan(other))
    assert not sees(clerk, owner)
    open_it(clerk, owner)
    assert sees(clerk, owner)
    assert not sees(clerk, other)


def test_nothing_can_be_written_in_an_emergency(clerk: Employee, owner: Person) -> None:
    open_it(clerk, owner)
    actor, plan = make.actor(clerk), owner.plans.get()
    for action in ("plan.write", "plan.lead", "plan.approve"):
        assert not can(actor, action, plan)


def test_what_is_read_stands_in_the_log_with_its_own_ground(clerk: Employee, owner: Person) -> None:
    open_it(clerk, owner)
    with audit.buffered():
        fetch(make.actor(clerk), "plan.read", Plan, owner.plans.get().pk)
    event = Event.objects.using("audit").filter(action="plan.read", subject=owner.pk).latest("at")
    assert (event.ground, event.name) == ("emergency:emergency", "Ingrid Nesvik")


def test_ends_by_the_clock(clerk: Employee, owner: Person) -> None:
    session = open_it(clerk, owner)
    assert session.until == NOW + timedelta(minutes=60)
    with clock.frozen(NOW + timedelta(minutes=59, seconds=59)):
        assert sees(clerk, owner)
    with clock.frozen(NOW + timedelta(minutes=60)):
        assert not sees(clerk, owner)


def test_ends_at_once_by_hand(clerk: Employee, owner: Person) -> None:
    session = open_it(clerk, owner)
    emergency.end_session(actor=make.actor(clerk), session=session)
    assert not sees(clerk, owner)
    with pytest.raises(NotAllowed):
        emergency.end_session(actor=make.actor(clerk), session=session)


def test_ends_with_the_role_it_was_opened_in(clerk: Employee, owner: Person, lund: Municipality) -> None:
    open_it(clerk, owner)
    boss = make.actor(make.employee(lund, "administrator"))
    yesterday = clock.today() - timedelta(days=1)
    administration.end_assignment(actor=boss, assignment=clerk.assignments.get(), last_day=yesterday)
    assert Role.EMERGENCY not in make.actor(clerk).roles
    assert not sees(clerk, owner)


def test_ends_with_the_role_also_when_other_work_goes_on(clerk: Employee, owner: Person) -> None:
    open_it(clerk, owner)
    make.employee(owner.municipality)
    row = clerk.assignments.get()
    row.role = "provider"
    row.save()
    assert not sees(clerk, owner)


def test_sent_twice_it_is_opened_once(clerk: Employee, owner: Person) -> None:
    assert open_it(clerk, owner) == open_it(clerk, owner)
    assert EmergencySession.objects.count() == 1


def test_one_at_a_time(clerk: Employee, owner: Person) -> None:
    open_it(clerk, owner)
    with pytest.raises(Refused):
        open_it(clerk, make.person(owner.municipality))


@pytest.mark.parametrize("reason", ["", "   ", "haster"])
def test_without_a_reason_nothing_opens(clerk: Employee, owner: Person, reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        open_it(clerk, owner, reason=reason)
    assert set(caught.value.fields) == {"reason"}
    assert not EmergencySession.objects.exists()


def test_a_protected_address_asks_for_a_confirmation(clerk: Employee, owner: Person) -> None:
    owner.protection = Person.Protection.STRICT
    owner.save()
    with pytest.raises(InvalidInput) as caught:
        open_it(clerk, owner)
    assert set(caught.value.fields) == {"warned"}
    session = open_it(clerk, owner, warned=True)
    assert session.protected_address
    change = Event.objects.get(action="emergency.open", kind="change")
    assert change.information == ["reason", "protected_address"]


@pytest.mark.parametrize("role", ["unit_leader", "office_leader", "administrator", "provider"])
def test_who_may_not_open(lund: Municipality, owner: Person, role: str) -> None:
    with pytest.raises(NotAllowed):
        open_it(make.employee(lund, role), owner)


def test_a_coordinator_of_another_may(lund: Municipality, owner: Person) -> None:
    lead = make.coordinator(make.person(lund))
    open_it(lead, owner)
    assert sees(lead, owner)


def test_a_guest_may_not(lund: Municipality, owner: Person) -> None:
    guest = make.employee(lund, at=make.unit(lund, "hospital", external=True))
    with pytest.raises(NotAllowed):
        open_it(guest, owner)


def test_never_ones_own(clerk: Employee, owner: Person) -> None:
    owner.account = clerk.account
    owner.save()
    with pytest.raises(Refused):
        open_it(clerk, owner)


class TestReview:
    """Another looks at it afterwards."""

    @pytest.fixture
    def session(self, clerk: Employee, owner: Person) -> EmergencySession:
        session = open_it(clerk, owner)
        with audit.buffered():
            fetch(make.actor(clerk), "plan.read", Plan, owner.plans.get().pk)
        emergency.end_session(actor=make.actor(clerk), session=session)
        return session

    @pytest.fixture
    def leader(self, lund: Municipality) -> Actor:
        return make.actor(make.employee(lund, "office_leader", name="Aud Rage"))

    def test_waits_for_the_leader_with_what_was_read(
        self, session: EmergencySession, leader: Actor, owner: Person
    ) -> None:
        assert list(emergency_reads.to_review(leader)) == [session]
        assert [str(line.what) for line in emergency_reads.read_in(session)] == ["leste planen."]

    def test_the_verdict_is_kept_and_told_the_person(
        self, session: EmergencySession, leader: Actor, owner: Person
    ) -> None:
        emergency.review(actor=leader, session=session, justified=True, comment="Det var fare for liv.")
        assert not emergency_reads.to_review(leader).exists()
        (line,) = emergency_reads.of_person(make.actor(owner), owner)
        assert (line.by_name, line.reason, line.comment) == ("Ingrid Nesvik", REASON, "Det var fare for liv.")
        assert (line.justified, line.reviewed_by) == (True, "Aud Rage")

    def test_never_by_the_one_who_used_it(self, lund: Municipality, owner: Person) -> None:
        who = make.employee(lund, "system_coordinator")
        session = open_it(who, owner)
        emergency.end_session(actor=make.actor(who), session=session)
        assert not emergency_reads.to_review(make.actor(who)).exists()
        with pytest.raises(NotAllowed):
            emergency.review(actor=make.actor(who), session=session, justified=True, comment="Fint")

    def test_not_while_it_is_open(self, clerk: Employee, owner: Person, leader: Actor) -> None:
        session = open_it(clerk, owner)
        assert not emergency_reads.to_review(leader).exists()
        with pytest.raises(Refused):
            emergency.review(actor=leader, session=session, justified=True, comment="Fint")

    def test_a_comment_is_needed_and_once_is_enough(self, session: EmergencySession, leader: Actor) -> None:
        with pytest.raises(InvalidInput):
            emergency.review(actor=leader, session=session, justified=False, comment=" ")
        emergency.review(actor=leader, session=session, justified=False, comment="Ingen grunn.")
        with pytest.raises(Refused):
            emergency.review(actor=leader, session=session, justified=True, comment="Likevel.")
