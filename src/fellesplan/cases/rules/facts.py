"""Fakta om en sak, slik reglene trenger dem. Rene verdier: hvem det gjelder, står ikke her."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from fellesplan.consent.status import ConsentStatus
from fellesplan.consent.upcoming import Upcoming

if TYPE_CHECKING:
    from fellesplan.cases.rules.steps import NextStep


class RightKind(StrEnum):
    """Det det kan bes om og bestemmes om (pbrl §§ 2-5, 2-5 b og 2-5 c)."""

    PLAN = "plan"
    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"


COORDINATORS = frozenset({RightKind.COORDINATOR, RightKind.CHILD_COORDINATOR})


class PlanStage(StrEnum):
    """Hvor planen står."""

    NONE = "none"
    DRAFT = "draft"
    APPROVED = "approved"
    ENDED = "ended"


class Actor(StrEnum):
    """Hvem som skal gjøre noe."""

    CASEWORKER = "caseworker"
    APPROVER = "approver"
    UNIT_LEADER = "unit_leader"
    COORDINATOR = "coordinator"
    CONSENTER = "consenter"
    PERSON = "person"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The case on one day. Dates are civil days; None means that it has not happened.

    `consent` is for what is asked for, `coming` the first of what is coming up about it. `consenter_known`:
    it is clear who may consent. `decided` and `granted` are the rights a decision is made on; both are empty
    before. `complaint_step` is what the office does about a complaint (`rules.complaint`), `complaint_waits`
    that the complaint body has one. `second_notice_due`: a letter has lain unopened since, raised at night.
    """

    received_on: date
    asked_for: frozenset[RightKind]
    consent: ConsentStatus = ConsentStatus.NOT_OBTAINED
    receipt_sent: bool = True
    closed: bool = False
    deceased: bool = False

    consenter_known: bool = True
    consent_asked_on: date | None = None

    criteria: int = 0
    criteria_reasoned: int = 0
    child_must_be_heard: bool = False
    child_heard: bool = False
    assessment_done: bool = False
    assessment_due: date | None = None

    preliminary_due: date | None = None
    preliminary_sent_on: date | None = None
    promise_due: date | None = None

    prior_notice_needed: bool = False
    prior_notice_answered: bool = False
    decided: frozenset[RightKind] = frozenset()
    granted: frozenset[RightKind] = frozenset()
    awaits_approval: bool = False
    letter_sent_on: date | None = None

    complaint_due: date | None = None
    complaint_open: bool = False
    second_notice_due: date | None = None
    complaint_step: "NextStep | None" = None
    complaint_waits: "NextStep | None" = None

    wish_asked: bool = False
    nomination_asked_on: date | None = None
    nomination_due: date | None = None
    nominated: bool = False
    appointed_on: date | None = None

    coming: Upcoming | None = None
    plan_declined: bool = False
    plan_responsible_agreed: bool = False
    has_other_live_plan: bool = False
    plan: PlanStage = PlanStage.NONE
    evaluate_on: date | None = None

    @property
    def wants_coordinator(self) -> bool:
        """Whether an appointment belongs to the case: asked for, and after the decision also granted."""
        return bool(COORDINATORS & (self.granted if self.is_decided else self.asked_for))

    @property
    def wants_plan(self) -> bool:
        """Whether a plan belongs to the case: asked for or granted, and not declined by the person."""
        wanted = self.granted if self.is_decided else self.asked_for
        return RightKind.PLAN in wanted and not self.plan_declined

    @property
    def is_decided(self) -> bool:
        """Whether there is a decision on everything that was asked for."""
        return bool(self.decided) and self.decided >= self.asked_for
