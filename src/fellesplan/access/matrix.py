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
EM = Role.EMERGENCY

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


def _own(model: str, actions: str, *conditions: str) -> Iterator[Grant]:
    """Grant to the person, and to whoever represents the person within a dated scope.

    Those who represent a child do not see what is kept from them (pbrl § 3-4).
    """
    yield from _rows(model, actions, (P,), "self", *conditions)
    yield from _rows(model, actions, (R,), "represents", "not_withheld", *conditions)


def _parents(model: str, actions: str, *conditions: str) -> Iterator[Grant]:
    """Grant to parents until the child is 18: little, from when the youth decides at 16 (pbrl § 3-4)."""
    yield from _rows(model, actions, (R,), "parent_of_minor", *conditions)


def _for_health(model: str, actions: str, opened: str) -> Iterator[Grant]:
    """Grant to health personnel who take part, unless the person objects (hpl §§ 25 and 29)."""
    conditions = ("consent_to_coordination", opened)
    yield from _rows(model, actions, (PA,), "takes_part_for_health", *conditions)


def _office(model: str, actions: str, roles: tuple[Role, ...] = OFFICE) -> Iterator[Grant]:
    """Grant to the office. A person with strengt fortrolig adresse is open to the caseworker of the case,
    and to those who lead the office's work.
    """
    for role in roles:
        conditions = ("not_shielded_or_mine",) if role is CW else ()
        yield from _rows(model, actions, (role,), "in_municipality", *conditions)


def _coordinated(model: str, actions: str) -> Iterator[Grant]:
    """Grant to the person's coordinator while the consent to coordination lives (IPf § 5, hol § 7-2 a)."""
    yield from _rows(model, actions, (CO,), "coordinates", "consent_to_coordination")


def _in_emergency(model: str, actions: str) -> Iterator[Grant]:
    """Grant to an employee with an open emergency session to the person; reviewed afterwards by another."""
    yield from _rows(model, actions, (EM,), "emergency")


MATRIX: tuple[Grant, ...] = (
    # people
    *_office("people.Person", "person.read"),
    *_office("people.Person", "person.edit consent.register", (CW, SC)),
    *_office("people.Person", "person.protect person.merge person.deceased person.limit", (CW, SC)),
    *_office("people.Person", "person.contact"),
    *_rows("people.Person", "person.read person.contact consent.give consent.withdraw", (P,), "self"),
    *_rows("people.Person", "person.read person.contact consent.give consent.withdraw", (R,), "represents"),
    *_parents("people.Person", "child.follow family_wish.give"),
    *_coordinated("people.Person", "person.read person.contact consent.register"),
    *_in_emergency("people.Person", "person.read"),
    *_rows("people.Person", "person.read", (PA,), "takes_part", "shared_with"),
    *_rows("people.Person", "person.contact", (PA,), "takes_part", "contact_shared_with"),
    *_for_health("people.Person", "person.read", "health_open"),
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
    # emergency access
    *_rows("people.Municipality", "emergency.open", (CW, SC), "own_municipality"),
    *_rows("people.Municipality", "emergency.open", (CO,), "coordinates_someone"),
    *_rows("people.EmergencySession", "emergency.end", (EM,), "own_session"),
    *_rows("people.EmergencySession", "emergency.review", (OL, SC), "in_municipality", "by_another"),
    *_own("people.EmergencySession", "emergency.read"),
    # consent
    *_office("consent.Consent", "consent.read"),
    *_own("consent.Consent", "consent.read"),
    *_coordinated("consent.Consent", "consent.read"),
    *_office("consent.ConsentGrant", "share.read"),
    *_own("consent.ConsentGrant", "share.read share.withdraw"),
    *_coordinated("consent.ConsentGrant", "share.read"),
    *_parents("consent.Consent", "consent.read family_wish.withdraw", "own_family_wish"),
    *_office("consent.CapacityAssessment", "capacity.read"),
    *_own("consent.CapacityAssessment", "capacity.read"),
    *_coordinated("consent.CapacityAssessment", "capacity.read"),
    *_office("consent.Objection", "objection.read"),
    *_own("consent.Objection", "objection.read"),
    *_coordinated("consent.Objection", "objection.read"),
    *_office("consent.Withholding", "withholding.read"),
    *_rows("consent.Withholding", "withholding.read", (P,), "self"),
    *_coordinated("consent.Withholding", "withholding.read"),
    *_office("consent.ParentalInformation", "parental_information.read"),
    *_rows("consent.ParentalInformation", "parental_information.read", (P,), "self"),
    *_parents("consent.ParentalInformation", "parental_information.read"),
    *_coordinated("consent.ParentalInformation", "parental_information.read"),
    *_office("consent.ChildsWish", "childs_wish.read"),
    *_rows("consent.ChildsWish", "childs_wish.read", (P,), "self"),
    *_coordinated("consent.ChildsWish", "childs_wish.read"),
    # cases
    *_office("cases.Case", "case.list case.read"),
    *_office("cases.Case", "case.handle", (CW, SC)),
    *_office("cases.Case", "case.decide", (CW, OL)),
    *_office("cases.Case", "case.appoint", (CW, SC)),
    *_own("cases.Case", "case.follow"),
    *_office("cases.Decision", "decision.read"),
    *_rows("cases.Decision", "decision.read", (P,), "self", "issued"),
    *_rows("cases.Decision", "decision.read", (R,), "represents", "issued", "not_withheld"),
    *_office("cases.Decision", "complaint.lodge", (CW, SC)),
    *_rows("cases.Decision", "complaint.lodge", (P,), "self", "issued"),
    *_rows("cases.Decision", "complaint.lodge", (R,), "represents", "issued", "not_withheld"),
    *_office("cases.Complaint", "complaint.read"),
    *_office("cases.Complaint", "complaint.handle", (CW, SC)),
    *_office("cases.Complaint", "complaint.decide", (CW, OL)),
    *_own("cases.Complaint", "complaint.read complaint.supplement complaint.withdraw"),
    *_office("cases.JournalEntry", "journal.read"),
    *_office("cases.Letter", "letter.read"),
    *_own("cases.Letter", "letter.read", "not_anothers_copy"),
    *_office("documents.Document", "document.read"),
    *_own("documents.Document", "document.read", "not_anothers_copy"),
    *_parents("documents.Document", "document.read", "documents_given_to_me", "not_anothers_copy"),
    *_rows(
        "documents.Document",
        "document.read",
        (PA,),
        "takes_part",
        "documents_shared_with",
        "not_anothers_copy",
    ),
    # coordinators
    *_rows("coordinators.CoordinatorProfile", "coordinator.read", OFFICE, "in_municipality"),
    *_rows("coordinators.CoordinatorProfile", "coordinator.edit", (SC,), "in_municipality"),
    *_rows("coordinators.CoordinatorProfile", "coordinator.read", (UL,), "leads_unit"),
    *_office("coordinators.Nomination", "nomination.read"),
    *_rows("coordinators.Nomination", "nomination.read nomination.answer", (UL,), "leads_unit"),
    *_office("coordinators.Appointment", "appointment.read"),
    *_rows("coordinators.Appointment", "appointment.read", (UL,), "leads_unit"),
    *_rows("coordinators.Appointment", "appointment.read", (CO,), "own_appointment"),
    *_own("coordinators.Appointment", "appointment.read"),
    *_office("coordinators.Appointment", "appointment.stand_in", (CW, SC)),
    *_rows("coordinators.Appointment", "appointment.stand_in", (UL,), "leads_unit"),
    *_parents("coordinators.Appointment", "appointment.read", "child_coordinator"),
    # plans
    *_own("plans.Plan", "plan.read plan.write plan.approve"),
    *_coordinated("plans.Plan", "plan.read plan.write plan.lead"),
    *_in_emergency("plans.Plan", "plan.read"),
    *_rows("plans.Plan", "plan.read", (PA,), "takes_part", "shared_with"),
    *_for_health("plans.Plan", "plan.read", "health_open"),
    *_parents("plans.Plan", "plan.read", "given_to_me"),
    *_office("plans.Plan", "plan.count"),
    *_own("plans.AreaNote", "area.read area.write"),
    *_coordinated("plans.AreaNote", "area.read area.write"),
    *_in_emergency("plans.AreaNote", "area.read"),
    *_rows("plans.AreaNote", "area.read", (PA,), "takes_part", "area_shared_with"),
    *_for_health("plans.AreaNote", "area.read", "health_area_open"),
    *_parents("plans.AreaNote", "area.read", "area_given_to_me"),
    *_own("plans.Goal", "goal.read goal.write goal.rate"),
    *_coordinated("plans.Goal", "goal.read goal.write goal.rate"),
    *_rows("plans.Goal", "goal.rate", (PA,), "answers_for_a_part", "area_shared_with"),
    *_in_emergency("plans.Goal", "goal.read"),
    *_rows("plans.Goal", "goal.read", (PA,), "takes_part", "area_shared_with"),
    *_for_health("plans.Goal", "goal.read", "health_area_open"),
    *_parents("plans.Goal", "goal.read", "area_given_to_me"),
    *_own("plans.Measure", "measure.read measure.write measure.report"),
    *_coordinated("plans.Measure", "measure.read measure.write measure.report"),
    *_in_emergency("plans.Measure", "measure.read"),
    *_rows("plans.Measure", "measure.read", (PA,), "takes_part", "area_shared_with"),
    *_for_health("plans.Measure", "measure.read", "health_area_open"),
    *_parents("plans.Measure", "measure.read", "area_given_to_me"),
    *_rows("plans.Measure", "measure.report", (PA,), "responsible", "area_shared_with"),
    *_own("plans.SubPlan", "sub_plan.read sub_plan.write"),
    *_coordinated("plans.SubPlan", "sub_plan.read sub_plan.write"),
    *_in_emergency("plans.SubPlan", "sub_plan.read"),
    *_own("plans.Participant", "participant.read"),
    *_coordinated("plans.Participant", "participant.read participant.write"),
    *_in_emergency("plans.Participant", "participant.read"),
    *_rows("plans.Participant", "participant.read", (PA,), "takes_part", "shared_with"),
    *_rows("plans.Participant", "participant.contact", (PA,), "own_participation", "shared_with"),
    *_for_health("plans.Participant", "participant.read", "health_open"),
    # meetings
    *_own("meetings.Meeting", "meeting.read meeting.reply meeting.suggest"),
    *_coordinated("meetings.Meeting", "meeting.read meeting.lead"),
    *_parents("meetings.Meeting", "meeting.read", "minutes_given_to_me"),
    *_rows("meetings.Meeting", "meeting.read meeting.reply", (PA,), "invited", "minutes_shared_with"),
    *_own("meetings.Task", "task.read task.do"),
    *_coordinated("meetings.Task", "task.read task.do"),
    *_rows("meetings.Task", "task.read task.do", (PA,), "responsible", "minutes_shared_with"),
    # the log
    *_own("access.Event", "log.read log.ask"),
    *_rows("access.Event", "log.answer", (SC, OL), "in_municipality", "asked_about"),
    *_rows("people.Person", "log.download", (P,), "self"),
    *_rows("people.Person", "log.download", (R,), "represents"),
    *_own("access.LogQuestion", "log_question.read"),
    *_office("access.LogQuestion", "log_question.read log_question.answer", (SC, OL)),
)

MODEL_OF = {grant.action: grant.model for grant in MATRIX}
ACTIONS = tuple(MODEL_OF)


@cache
def grants(action: str, roles: frozenset[Role]) -> tuple[Grant, ...]:
    """Return the rows that permit `action` to any of `roles`."""
    return tuple(grant for grant in MATRIX if grant.action == action and grant.role in roles)
