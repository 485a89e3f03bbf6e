"""A plan as one actor may see it: frozen facts, for the staff page, the person's own pages and the PDF."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fellesplan.kernel.text import Text
from fellesplan.plans.contact import Contact
from fellesplan.plans.rules import CheckItem, CheckState, MeasureState


@dataclass(frozen=True)
class Rights:
    """What the actor may do with the plan besides reading it."""

    write: bool = False
    lead: bool = False
    approve: bool = False
    emergency: bool = False

    @property
    def follows(self) -> bool:
        """Return whether the actor leads or owns the plan, and so sees how it is made."""
        return self.lead or self.approve


@dataclass(frozen=True)
class Report:
    """What somebody last told about a measure."""

    note: str
    by_name: str
    at: datetime


@dataclass(frozen=True)
class MeasureLine:
    """Tiltak. `state` and `text` tell how it goes; `late_days` is 0 when it is not late."""

    id: UUID
    goal_id: UUID
    title: str
    who: str
    unit: str
    is_mine: bool
    is_persons_own: bool
    where: str
    amount: str
    starts_on: date | None
    due_on: date | None
    done_on: date | None
    decision_reference: str
    reported: str
    note: str
    state: MeasureState
    text: Text
    late_days: int
    report: Report | None
    may_report: bool
    version: int

    @property
    def is_open(self) -> bool:
        return self.state is not MeasureState.DONE

    @property
    def needs_attention(self) -> bool:
        return self.state in {MeasureState.NOT_WORKING, MeasureState.LATE}


@dataclass(frozen=True)
class GoalLine:
    """Mål with its measures. `progress` runs from -2 to 2; 0 is the goal, and `reached` how one sees it."""

    id: UUID
    area: str
    title: str
    description: str
    now: str
    progress: int
    version: int
    measures: tuple[MeasureLine, ...]
    parent_id: UUID | None = None
    reached: str = ""

    @property
    def may_rate(self) -> bool:
        """Return whether the actor, as a participant, answers for something that leads to the goal."""
        return any(measure.is_mine and measure.may_report for measure in self.measures)


@dataclass(frozen=True)
class AreaLine:
    """Livsområde: what the person says, what is needed, and the goals."""

    key: str
    name: Text
    own_words: str
    needs: str
    version: int
    goals: tuple[GoalLine, ...]
    resources: str = ""

    @property
    def measures(self) -> tuple[MeasureLine, ...]:
        return tuple(measure for goal in self.goals for measure in goal.measures)

    @property
    def is_empty(self) -> bool:
        return not (self.goals or self.own_words or self.needs or self.resources)


@dataclass(frozen=True)
class Archived:
    """What has been taken out, and can be brought back. `kind` is goal, measure or sub_plan."""

    kind: str
    id: UUID
    title: str
    at: datetime


@dataclass(frozen=True)
class ParticipantLine:
    """Deltaker. `sees`: the areas that consent opens to them; None when the actor may not know.

    `has_left`: no longer works where they took part from, and so sees nothing. `until`: their last day.
    """

    id: UUID
    name: str
    role: str
    unit: str
    purpose: str
    contribution: str
    phone: str
    email: str
    is_private: bool
    is_me: bool
    sees: tuple[Text, ...] | None
    sees_all: bool = False
    employee_id: UUID | None = None
    person_id: UUID | None = None
    shares_contact: bool = False
    stands_in_for: str = ""
    until: date | None = None
    has_left: bool = False
    since: date | None = None
    account: UUID | None = None

    @property
    def lacks_consent(self) -> bool:
        return self.sees == ()


@dataclass(frozen=True)
class SubPlanLine:
    """Delplan: another plan for the same person, and where it is kept."""

    id: UUID
    kind: str
    title: str
    where: str
    who: str
    dated: date | None


@dataclass(frozen=True)
class CoordinatorLine:
    """Koordinator or barnekoordinator, as appointed."""

    employee_id: UUID
    name: str
    kind: str
    unit: str
    phone: str
    email: str
    is_me: bool = False


@dataclass(frozen=True)
class FamilyLine:
    """One who acts for the person, and so sees the whole plan."""

    person_id: UUID
    name: str
    kind: str


@dataclass(frozen=True)
class ApprovalLine:
    """The last time the owner said yes, and to which version."""

    version: int
    by_name: str
    at: datetime


@dataclass(frozen=True)
class VersionLine:
    """A version: what was changed, by whom and when. `kind` is change, or why the whole plan was kept."""

    number: int
    text: Text
    by_name: str
    at: datetime
    kind: str = "change"


@dataclass(frozen=True)
class AccessReviewLine:
    """Ny vurdering av tilgang: who went through the participants last and when, and when it is due again."""

    last: date | None
    by_name: str
    due: date
    why: Text


@dataclass(frozen=True)
class NextThing:
    """What is next with the plan. `kind` says which page it is done on; `subject` which row it is about."""

    kind: str
    title: Text
    why: Text
    due: date | None = None
    subject: UUID | None = None

    @property
    def is_wait(self) -> bool:
        return self.kind == "wait"


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """A plan as one actor may see it. `checklist`, `versions` and `access_review` only for
    who leads or owns it."""

    id: UUID
    person_id: UUID
    name: str
    first_name: str
    birth_date: date | None
    age: int | None
    on: date
    tool: str
    tool_name: Text
    state: str
    state_text: Text
    version: int
    period_from: date
    period_to: date | None
    evaluate_on: date | None
    matters: str
    resources: str
    family_contributes: str
    child_participation: str
    cooperation: str
    made_by: str
    rights: Rights
    areas: tuple[AreaLine, ...]
    archived: tuple[Archived, ...] = ()
    participants: tuple[ParticipantLine, ...] = ()
    coordinators: tuple[CoordinatorLine, ...] = ()
    family: tuple[FamilyLine, ...] = ()
    approval: ApprovalLine | None = None
    versions: tuple[VersionLine, ...] = ()
    checklist: tuple[CheckItem, ...] = ()
    access_review: AccessReviewLine | None = None
    person_contributes: str = ""
    contact_doctor: str = ""
    legal_basis: tuple[str, ...] = ()
    not_relevant: Mapping[str, str] = field(default_factory=dict)
    sub_plans: tuple[SubPlanLine, ...] = ()
    next: NextThing | None = None
    contact: Contact | None = None

    @property
    def is_child(self) -> bool:
        return self.age is None or self.age < 18

    @property
    def measures(self) -> tuple[MeasureLine, ...]:
        return tuple(measure for area in self.areas for measure in area.measures)

    @property
    def goals(self) -> tuple[GoalLine, ...]:
        return tuple(goal for area in self.areas for goal in area.goals)

    @property
    def missing(self) -> tuple[CheckItem, ...]:
        return tuple(item for item in self.checklist if item.state is CheckState.MISSING)

    @property
    def changes(self) -> tuple[VersionLine, ...]:
        """Return what has been changed since the owner approved the plan, the newest first."""
        approved = self.approval.version if self.approval else 0
        return tuple(
            version for version in self.versions if version.number > approved and version.kind == "change"
        )
