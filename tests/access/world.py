"""One person with everything about them, and one actor of each kind, in a chosen state of consent."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from django.db.models import Model

from fellesplan.access.actor import Actor
from fellesplan.access.models import Event
from fellesplan.cases.models import Decision, JournalEntry, Letter
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, Nomination
from fellesplan.documents.models import store
from fellesplan.kernel import clock
from fellesplan.meetings.models import Invitation, Meeting, Task
from fellesplan.people.models import Employee, Municipality, Person
from fellesplan.plans.models import AreaNote
from tests import factories as make


class ConsentState(StrEnum):
    """Where the consents of the world stand."""

    NONE = "none"
    LIVE = "live"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    FUTURE = "future"


CONSENT_VALUES: dict[ConsentState, dict[str, object]] = {
    ConsentState.LIVE: {},
    ConsentState.REFUSED: {"answer": Consent.Answer.REFUSED},
    ConsentState.WITHDRAWN: {"withdrawn_at": datetime(2026, 11, 24, 8, 59, tzinfo=UTC)},
    ConsentState.EXPIRED: {"valid_from": date(2025, 1, 1), "valid_to": date(2026, 11, 23)},
    ConsentState.FUTURE: {"valid_from": date(2026, 11, 25)},
}

Pair = tuple[str, str]


@dataclass
class World:
    """`objects` by model label, `actors` by kind, `pairs`: which (role, relation) each kind stands in."""

    objects: dict[str, Model] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def add(self, obj: Model) -> None:
        self.objects[obj._meta.label] = obj


OFFICE = ("in_municipality", "own_municipality")
PAIRS: dict[str, frozenset[Pair]] = {
    "owner": frozenset({("person", "self")}),
    "parent": frozenset({("representative", "represents")}),
    "caseworker": frozenset(("caseworker", relation) for relation in OFFICE),
    "system_coordinator": frozenset(("system_coordinator", relation) for relation in OFFICE),
    "office_leader": frozenset(("office_leader", relation) for relation in OFFICE),
    "unit_leader": frozenset(("unit_leader", r) for r in (*OFFICE, "leads_unit")),
    "coordinator": frozenset(("coordinator", r) for r in (*OFFICE, "coordinates", "own_appointment")),
    "participant": frozenset(("participant", r) for r in ("takes_part", "responsible", "invited")),
    "private_participant": frozenset({("participant", "takes_part")}),
    "administrator": frozenset(("administrator", relation) for relation in OFFICE),
    "outsider": frozenset(),
    "stranger": frozenset(),
    "visitor": frozenset(),
}
EVERY_EMPLOYEE = frozenset({("coordinator", relation) for relation in OFFICE})
EMPLOYEES = frozenset(PAIRS) - {"owner", "parent", "private_participant", "stranger", "visitor"}


def pairs(kind: str) -> frozenset[Pair]:
    """Return the (role, relation) pairs of a kind; every employee may hold the role of coordinator."""
    return PAIRS[kind] | (EVERY_EMPLOYEE if kind in EMPLOYEES else frozenset())


def build(where: Municipality, state: ConsentState, *, issued: bool = True) -> World:
    """Make the world in the running transaction."""
    world = World()
    owner = make.person(where, born=date(2016, 5, 5), login=True)
    world.add(where)
    world.add(owner)
    school = make.unit(where)
    _people(world, where, owner, school)
    teacher = make.employee(where, at=school)
    uncle = make.person(where, login=True)
    _plan(world, owner, teacher, uncle)
    _case(world, owner, school, issued=issued)
    _consents(owner, school, uncle, state)
    world.add(_some_consent(owner))
    world.add(ConsentGrant.objects.filter(consent__person=owner).first() or _dead_grant(owner, school))
    world.actors |= {"participant": make.actor(teacher), "private_participant": make.actor(uncle)}
    return world


def _people(world: World, where: Municipality, owner: Person, school: Model) -> None:
    staff = ("caseworker", "system_coordinator", "office_leader", "administrator")
    world.actors = {role: make.actor(make.employee(where, role)) for role in staff}
    leader = make.employee(where, "unit_leader", at=school)  # type: ignore[arg-type]
    coordinator = make.employee(where, at=make.unit(where))
    case = make.case(owner, "active")
    world.add(case)
    world.add(school)
    world.add(coordinator)
    world.add(coordinator.assignments.get())
    world.add(
        Appointment.objects.create(
            municipality=where, person=owner, case=case, kind="coordinator", employee=coordinator,
            unit=school, valid_from=clock.today(),
        )
    )  # fmt: skip
    world.add(CoordinatorProfile.objects.create(municipality=where, employee=coordinator, unit=school))
    world.actors |= {
        "owner": make.actor(owner),
        "parent": make.actor(make.parent_of(owner)),
        "unit_leader": make.actor(leader),
        "coordinator": make.actor(coordinator),
        "outsider": make.actor(make.employee(where, at=make.unit(where))),
        "stranger": make.actor(make.person(where, login=True)),
        "visitor": Actor(municipality=where.id),
    }


def _plan(world: World, owner: Person, teacher: Employee, uncle: Person) -> None:
    where = owner.municipality
    plan = make.plan(owner)
    part = make.participant(plan, teacher)
    make.participant(plan, uncle, role="Onkel")
    goal = make.goal(plan)
    meeting = Meeting.objects.create(
        municipality=where, person=owner, kind="ansvarsgruppemote", starts_at=clock.now(),
        ends_at=clock.now() + timedelta(hours=1),
    )  # fmt: skip
    Invitation.objects.create(municipality=where, meeting=meeting, participant=part, purpose="Skolen")
    for obj in (
        plan,
        part,
        goal,
        make.measure(goal, responsible=part),
        AreaNote.objects.create(municipality=where, plan=plan, area="daily"),
        meeting,
        Task.objects.create(
            municipality=where, person=owner, meeting=meeting, title="Ringe", responsible=part
        ),
        Event.objects.create(
            municipality=where, kind="read", action="plan.read", subject=owner.id, object_type="plans.Plan"
        ),
    ):
        world.add(obj)


def _case(world: World, owner: Person, school: Model, *, issued: bool) -> None:
    where, case = owner.municipality, world.objects["cases.Case"]
    document = store(person=owner, kind="letter", title="Brev", media_type="application/pdf", data=b"%PDF-")
    letter = Letter.objects.create(
        municipality=where, case=case, kind="decision", title="Vedtak", language="nb",
        recipient_name=owner.full_name, document=document,
    )  # fmt: skip
    final = {"issued_at": clock.now(), "decided_on": clock.today(), "letter": letter} if issued else {}
    for obj in (
        document,
        letter,
        Decision.objects.create(
            municipality=where, case=case, right="plan", outcome="granted", reason="Ja",
            legal_basis="pbrl_2_5", profile_version="test", **final,
        ),
        JournalEntry.objects.create(
            municipality=where, case=case, number=str(case.pk)[-20:], direction="in", title="Melding",
            public_title="Melding", dated=clock.today(),
        ),
        Nomination.objects.create(
            municipality=where, case=case, kind="coordinator", unit=school, asked_at=clock.now(),
            answer_by=clock.today(),
        ),
    ):  # fmt: skip
        world.add(obj)


def _consents(owner: Person, school: Model, uncle: Person, state: ConsentState) -> None:
    if state is ConsentState.NONE:
        return
    values = CONSENT_VALUES[state]
    make.consent(owner, **values)
    make.share(owner, school, **values)  # type: ignore[arg-type]
    make.share(owner, uncle, **values)


def _some_consent(owner: Person) -> Consent:
    return owner.consents.first() or make.consent(owner, answer=Consent.Answer.REFUSED)


def _dead_grant(owner: Person, school: Model) -> ConsentGrant:
    refused = make.consent(owner, Consent.Purpose.SHARING, answer=Consent.Answer.REFUSED)
    return ConsentGrant.objects.create(
        municipality=owner.municipality, consent=refused, unit=school, area="daily", valid_from=clock.today()
    )
