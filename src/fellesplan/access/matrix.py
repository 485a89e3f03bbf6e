"""The one matrix: the only place where anybody is permitted anything.

A row grants an action to a role that stands in a relation to the thing, when all its conditions hold.
Relations and conditions are named here and given meaning in each capability's `policy.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fellesplan.access.actor import Role

P, R = Role.PERSON, Role.REPRESENTATIVE
CW, SC, OL = Role.CASEWORKER, Role.SYSTEM_COORDINATOR, Role.OFFICE_LEADER
UL, CO, PA, AD = Role.UNIT_LEADER, Role.COORDINATOR, Role.PARTICIPANT, Role.ADMINISTRATOR

OFFICE = (CW, SC, OL)
STAFF = (*OFFICE, UL, CO, AD)


@dataclass(frozen=True)
class Grant:
    """One row of the matrix."""

    action: str
    model: str
    role: Role
    relation: str
    conditions: tuple[str, ...] = ()

    @property
    def ground(self) -> str:
        """Name the row as the access log stores it."""
        return f"{self.role}:{self.relation}"


def _rows(
    model: str, actions: str, roles: tuple[Role, ...], relation: str, *conditions: str
) -> Iterator[Grant]:
    for action in actions.split():
        for role in roles:
            yield Grant(action, model, role, relation, conditions)


def _own(model: str, actions: str) -> Iterator[Grant]:
    """Grant to the person, and to whoever represents the person within a dated scope."""
    yield from _rows(model, actions, (P,), "self")
    yield from _rows(model, actions, (R,), "represents")


def _coordinated(model: str, actions: str) -> Iterator[Grant]:
    """Grant to the person's coordinator while the consent to coordination lives (IPf § 5, hol § 7-2 a)."""
    yield from _rows(model, actions, (CO,), "coordinates", "consent_to_coordination")


MATRIX: tuple[Grant, ...] = (
    # people
    *_rows("people.Person", "person.read", OFFICE, "in_municipality"),
    *_rows("people.Person", "person.edit consent.register", (CW, SC), "in_municipality"),
    *_own("people.Person", "person.read consent.give consent.withdraw"),
    *_coordinated("people.Person", "person.read consent.register"),
    *_rows("people.Person", "person.read", (PA,), "takes_part", "shared_with"),
    *_rows("people.Unit", "unit.read", STAFF, "in_municipality"),
    *_rows("people.Unit", "unit.edit", (AD,), "in_municipality"),
    *_rows("people.Employee", "employee.read", STAFF, "in_municipality"),
    *_rows("people.Employee", "employee.edit", (AD,), "in_municipality"),
    *_rows("people.Municipality", "referral.register case.work", (CW, SC), "own_municipality"),
    *_rows("people.Municipality", "case.overview", OFFICE, "own_municipality"),
    *_rows("people.Municipality", "report.read", (SC, OL), "own_municipality"),
    *_rows("people.Municipality", "report.read", (CW,), "own_municipality"),
    *_rows("people.Municipality", "procedure.read", (*OFFICE, AD), "own_municipality"),
    *_rows("people.Municipality", "coordination.work", (CO,), "own_municipality"),
    *_rows("people.Municipality", "unit.lead", (UL,), "own_municipality"),
    *_rows("people.Municipality", "users.manage", (AD,), "own_municipality"),
    # consent
    *_rows("consent.Consent", "consent.read", OFFICE, "in_municipality"),
    *_own("consent.Consent", "consent.read"),
    *_coordinated("consent.Consent", "consent.read"),
    *_rows("consent.ConsentGrant", "share.read", OFFICE, "in_municipality"),
    *_own("consent.ConsentGrant", "share.read share.withdraw"),
    *_coordinated("consent.ConsentGrant", "share.read"),
    # cases
    *_rows("cases.Case", "case.list case.read", OFFICE, "in_municipality"),
    *_rows("cases.Case", "case.handle", (CW, SC), "in_municipality"),
    *_rows("cases.Case", "case.decide", (CW, OL), "in_municipality"),
    *_rows("cases.Case", "case.appoint", (CW, SC), "in_municipality"),
    *_own("cases.Case", "case.follow"),
    *_rows("cases.Decision", "decision.read", OFFICE, "in_municipality"),
    *_rows("cases.Decision", "decision.read", (P,), "self", "issued"),
    *_rows("cases.Decision", "decision.read", (R,), "represents", "issued"),
    *_rows("cases.JournalEntry", "journal.read", OFFICE, "in_municipality"),
    *_rows("cases.Letter", "letter.read", OFFICE, "in_municipality"),
    *_own("cases.Letter", "letter.read"),
    *_rows("documents.Document", "document.read", OFFICE, "in_municipality"),
    *_own("documents.Document", "document.read"),
    # coordinators
    *_rows("coordinators.CoordinatorProfile", "coordinator.read", OFFICE, "in_municipality"),
    *_rows("coordinators.CoordinatorProfile", "coordinator.edit", (SC,), "in_municipality"),
    *_rows("coordinators.CoordinatorProfile", "coordinator.read", (UL,), "leads_unit"),
    *_rows("coordinators.Nomination", "nomination.read", OFFICE, "in_municipality"),
    *_rows("coordinators.Nomination", "nomination.read nomination.answer", (UL,), "leads_unit"),
    *_rows("coordinators.Appointment", "appointment.read", OFFICE, "in_municipality"),
    *_rows("coordinators.Appointment", "appointment.read", (UL,), "leads_unit"),
    *_rows("coordinators.Appointment", "appointment.read", (CO,), "own_appointment"),
    *_own("coordinators.Appointment", "appointment.read"),
    # plans
    *_own("plans.Plan", "plan.read plan.write plan.approve"),
    *_coordinated("plans.Plan", "plan.read plan.write plan.lead"),
    *_rows("plans.Plan", "plan.read", (PA,), "takes_part", "shared_with"),
    *_rows("plans.Plan", "plan.count", OFFICE, "in_municipality"),
    *_own("plans.AreaNote", "area.read area.write"),
    *_coordinated("plans.AreaNote", "area.read area.write"),
    *_rows("plans.AreaNote", "area.read", (PA,), "takes_part", "area_shared_with"),
    *_own("plans.Goal", "goal.read goal.write"),
    *_coordinated("plans.Goal", "goal.read goal.write"),
    *_rows("plans.Goal", "goal.read", (PA,), "takes_part", "area_shared_with"),
    *_own("plans.Measure", "measure.read measure.write measure.report"),
    *_coordinated("plans.Measure", "measure.read measure.write measure.report"),
    *_rows("plans.Measure", "measure.read", (PA,), "takes_part", "area_shared_with"),
    *_rows("plans.Measure", "measure.report", (PA,), "responsible", "area_shared_with"),
    *_own("plans.Participant", "participant.read"),
    *_coordinated("plans.Participant", "participant.read participant.write"),
    *_rows("plans.Participant", "participant.read", (PA,), "takes_part", "shared_with"),
    # meetings
    *_own("meetings.Meeting", "meeting.read meeting.reply meeting.suggest"),
    *_coordinated("meetings.Meeting", "meeting.read meeting.lead"),
    *_rows("meetings.Meeting", "meeting.read meeting.reply", (PA,), "invited", "minutes_shared_with"),
    *_own("meetings.Task", "task.read task.do"),
    *_coordinated("meetings.Task", "task.read task.do"),
    *_rows("meetings.Task", "task.read task.do", (PA,), "responsible", "minutes_shared_with"),
    # the log
    *_own("access.Event", "log.read"),
)

MODEL_OF = {grant.action: grant.model for grant in MATRIX}
ACTIONS = tuple(MODEL_OF)


@cache
def grants(action: str, roles: frozenset[Role]) -> tuple[Grant, ...]:
    """Return the rows that permit `action` to any of `roles`."""
    return tuple(grant for grant in MATRIX if grant.action == action and grant.role in roles)
