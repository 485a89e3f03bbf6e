"""One person with everything about them, and one actor of each kind, in a chosen state of consent."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from django.db.models import Model

from fellesplan.access.actor import Actor
from fellesplan.access.models import Event, LogQuestion
from fellesplan.cases.models import ComplainedDecision, Complaint, Decision, JournalEntry, Letter
from fellesplan.consent.models import (
    CapacityAssessment,
    ChildsWish,
    Consent,
    ConsentGrant,
    Objection,
    ParentalInformation,
    Withholding,
)
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, Nomination, StandIn
from fellesplan.documents.models import store
from fellesplan.kernel import clock
from fellesplan.kernel.ids import new_reference
from fellesplan.meetings.models import Invitation, Meeting, Task
from fellesplan.people.models import EmergencySession, Employee, Municipality, Person, PersonMerge
from fellesplan.plans.models import AreaNote, Participant, SubPlan
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
COORDINATES = (*OFFICE, "coordinates", "own_appointment", "coordinates_someone")
TAKES_PART = ("takes_part", "responsible", "invited", "answers_for_a_part")
PAIRS: dict[str, frozenset[Pair]] = {
    "owner": frozenset({("person", "self")}),
    "parent": frozenset({("representative", "represents"), ("representative", "parent_of_minor")}),
    "caseworker": frozenset(("caseworker", relation) for relation in OFFICE),
    "system_coordinator": frozenset(("system_coordinator", relation) for relation in OFFICE),
    "office_leader": frozenset(("office_leader", relation) for relation in OFFICE),
    "unit_leader": frozenset(("unit_leader", r) for r in (*OFFICE, "leads_unit")),
    "coordinator": frozenset(("coordinator", r) for r in COORDINATES),
    "coordinators_stand_in": frozenset(("coordinator", r) for r in COORDINATES),
    "participant": frozenset(("participant", r) for r in (*TAKES_PART, "own_participation")),
    "participants_stand_in": frozenset(("participant", r) for r in TAKES_PART),
    "guest": frozenset({("participant", "takes_part")}),
    "emergency": frozenset(
        {
            ("emergency", "emergency"),
            ("emergency", "own_session"),
            ("coordinator", "coordinates_someone"),
        }
    ),
    "private_participant": frozenset({("participant", "takes_part")}),
    "nurse": frozenset(("participant", r) for r in ("takes_part", "takes_part_for_health")),
    "administrator": frozenset(("administrator", relation) for relation in OFFICE),
    "outsider": frozenset(),
    "stranger": frozenset(),
    "visitor": frozenset(),
}
EVERY_EMPLOYEE = frozenset({("coordinator", relation) for relation in OFFICE})
EMPLOYEES = frozenset(PAIRS) - {
    "owner",
    "parent",
    "private_participant",
    "guest",
    "stranger",
    "visitor",
}


def pairs(kind: str) -> frozenset[Pair]:
    """Return the (role, relation) pairs of a kind; every employee may hold the role of coordinator."""
    return PAIRS[kind] | (EVERY_EMPLOYEE if kind in EMPLOYEES else frozenset())


def build(
    where: Municipality, state: ConsentState, *, issued: bool = True, born: date | None = date(2016, 5, 5)
) -> World:
    """Make the world in the running transaction, around a child of ten unless `born` says otherwise."""
    world = World()
    owner = make.person(where, born=born, login=True)
    world.add(where)
    world.add(owner)
    school = make.unit(where)
    _people(world, where, owner, school)
    teacher = make.employee(where, at=school)
    uncle = make.person(where, login=True)
    nurse = make.employee(where, at=make.unit(where, "home_care"))
    _plan(world, owner, teacher, uncle)
    make.participant(world.objects["plans.Plan"], nurse, role="Sykepleier")  # type: ignore[arg-type]
    _stand_ins(world, owner, school)
    _in_emergency(world, owner)
    hospital = make.unit(where, "hospital", external=True)
    guest = make.employee(where, at=hospital)
    make.participant(world.objects["plans.Plan"], guest, role="Lege")  # type: ignore[arg-type]
    _of_the_family(world, owner)
    _case(world, owner, school, issued=issued)
    _complaint(world, owner)
    _consents(owner, (school, hospital, uncle), state)
    world.add(_some_consent(owner))
    world.add(ConsentGrant.objects.filter(consent__person=owner).first() or _dead_grant(owner, school))
    world.actors |= {
        "participant": make.actor(teacher),
        "guest": make.actor(guest),
        "private_participant": make.actor(uncle),
        "nurse": make.actor(nurse),
    }
    return world


def _people(world: World, where: Municipality, owner: Person, school: Model) -> None:
    staff = ("caseworker", "system_coordinator", "office_leader", "administrator")
    world.actors = {role: make.actor(make.employee(where, role)) for role in staff}
    leader = make.employee(where, "unit_leader", at=school)  # type: ignore[arg-type]
    coordinator = make.employee(where, at=school)  # type: ignore[arg-type]
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
        "parent": make.actor(_family(world, owner)),
        "unit_leader": make.actor(leader),
        "coordinator": make.actor(coordinator),
        "outsider": make.actor(make.employee(where, at=make.unit(where))),
        "stranger": make.actor(make.person(where, login=True)),
        "visitor": Actor(municipality=where.id),
    }


def _family(world: World, owner: Person) -> Person:
    """Make a parent, and somebody who was kept twice and has become one with the owner."""
    parent, twin = make.parent_of(owner), make.person(owner.municipality)
    world.add(owner.representations.get())
    twin.merged_into = owner
    twin.save()
    world.add(PersonMerge.objects.create(municipality=owner.municipality, loser=twin, survivor=owner))
    return parent


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
        SubPlan.objects.create(
            municipality=where, plan=plan, kind="crisis", title="Kriseplan", where="Hos legen"
        ),
        meeting,
        Task.objects.create(
            municipality=where, person=owner, meeting=meeting, title="Ringe", responsible=part
        ),
        *_log(owner),
    ):
        world.add(obj)


def _log(owner: Person) -> tuple[Event, LogQuestion]:
    """Make something in the log, and a question about it."""
    where = owner.municipality
    event = Event.objects.create(
        municipality=where, kind="read", action="plan.read", subject=owner.id, object_type="plans.Plan"
    )
    return event, LogQuestion.objects.create(
        municipality=where, person=owner, event=event.pk, about="reason", answer_by=clock.today(),
        asked_by_name=owner.full_name,
    )  # fmt: skip


def _of_the_family(world: World, owner: Person) -> None:
    """Make what is written of capacity and of parents, none of which closes anything now."""
    where, now, today = owner.municipality, clock.now(), clock.today()
    past = today - timedelta(days=30)
    for obj in (
        CapacityAssessment.objects.create(
            municipality=where, person=owner, covers=["plan"], decided_on=past, decided_by_name="Lege",
            decided_by_title="Lege", decided_by_unit="Legesenteret", reason="Fordi", valid_to=today,
            registered_at=now,
        ),
        Objection.objects.create(
            municipality=where, person=owner, since=past, by_name=owner.full_name, withdrawn_on=past
        ),
        Withholding.objects.create(
            municipality=where, person=owner, area="all", basis="weighty", valid_from=past, valid_to=past
        ),
        ParentalInformation.objects.create(
            municipality=where, person=owner, text="Timen", why_necessary="Omsorg", given_on=past,
            child_told_on=past, by_name="Koordinator", written_at=now,
        ),
        ChildsWish.objects.create(municipality=where, person=owner, purpose="sharing", wished_at=now),
    ):  # fmt: skip
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


def _complaint(world: World, owner: Person) -> None:
    """A complaint over the decision, taken up."""
    where, decision = owner.municipality, world.objects["cases.Decision"]
    complaint = Complaint.objects.create(
        municipality=where, case=world.objects["cases.Case"], reference=new_reference(), sector="health",
        rights=["plan"], state="under_reassessment", channel="portal", complainant=owner,
        complainant_name=owner.full_name, capacity="self", wants="Mer", received_at=clock.now(),
        signed_on=clock.today(), deadline=clock.today(), latest=clock.today(), paragraph="pbrl § 7-5",
        timing="in_time", body="Statsforvalteren",
    )  # fmt: skip
    ComplainedDecision.objects.create(municipality=where, complaint=complaint, decision=decision)
    world.add(complaint)


def _stand_ins(world: World, owner: Person, school: Model) -> None:
    """Somebody who is the coordinator for a week, and somebody who is the teacher."""
    where = owner.municipality
    week = {"valid_from": clock.today(), "valid_to": clock.today() + timedelta(days=7)}
    lead = make.employee(where, at=school)  # type: ignore[arg-type]
    StandIn.objects.create(
        municipality=where, appointment=world.objects["coordinators.Appointment"], employee=lead,
        reason="Ferie", **week,
    )  # fmt: skip
    teacher = make.employee(where, at=school)  # type: ignore[arg-type]
    Participant.objects.create(
        municipality=where, plan=world.objects["plans.Plan"], employee=teacher, unit=school, role="Vikar",
        stands_in_for=world.objects["plans.Participant"], **week,
    )  # fmt: skip
    world.actors |= {
        "coordinators_stand_in": make.actor(lead),
        "participants_stand_in": make.actor(teacher),
    }


def _in_emergency(world: World, owner: Person) -> None:
    """Somebody who coordinates for another person, and has opened the plan in an emergency."""
    where = owner.municipality
    who = make.coordinator(make.person(where))
    world.add(
        EmergencySession.objects.create(
            municipality=where, person=owner, employee=who, opened_as="coordinator",
            reason="Fant ikke de pårørende", until=clock.now() + timedelta(minutes=60),
        )
    )  # fmt: skip
    world.actors["emergency"] = make.actor(who)


def _consents(owner: Person, recipients: tuple[Model, ...], state: ConsentState) -> None:
    if state is ConsentState.NONE:
        return
    values = CONSENT_VALUES[state]
    make.consent(owner, **values)
    for recipient in recipients:
        make.share(owner, recipient, **values)  # type: ignore[arg-type]


def _some_consent(owner: Person) -> Consent:
    return owner.consents.first() or make.consent(owner, answer=Consent.Answer.REFUSED)


def _dead_grant(owner: Person, school: Model) -> ConsentGrant:
    refused = make.consent(owner, Consent.Purpose.SHARING, answer=Consent.Answer.REFUSED)
    return ConsentGrant.objects.create(
        municipality=owner.municipality, consent=refused, unit=school, area="daily", valid_from=clock.today()
    )
