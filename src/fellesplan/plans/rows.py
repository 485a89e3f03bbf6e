"""The plan's content as plain rows: only the columns that are shown, read with SQL that is written once."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID


class PlanRow(NamedTuple):
    """The plan itself and whose it is. The fields are the columns, in this order."""

    pk: UUID
    person_id: UUID
    tool: str
    state: str
    version: int
    period_from: date
    period_to: date | None
    evaluate_on: date | None
    matters: str
    resources: str
    person_contributes: str
    family_contributes: str
    child_participation: str
    cooperation: str
    contact_doctor: str
    made_by: str
    person__given_name: str
    person__family_name: str
    person__birth_date: date | None
    person__protection: str
    municipality__profile: str


class AreaRow(NamedTuple):
    """What is written of an area. The fields are the columns, in this order."""

    area: str
    own_words: str
    resources: str
    needs: str
    version: int


class GoalRow(NamedTuple):
    """A goal. The fields are the columns, in this order."""

    pk: UUID
    area: str
    title: str
    description: str
    now: str
    progress: int
    version: int
    parent_id: UUID | None
    level_goal: str
    archived_at: datetime | None


class MeasureRow(NamedTuple):
    """A measure with whoever is responsible. The fields are the columns, in this order."""

    pk: UUID
    goal_id: UUID
    title: str
    where: str
    amount: str
    starts_on: date | None
    due_on: date | None
    done_on: date | None
    decision_reference: str
    state: str
    state_note: str
    responsible_is_person: bool
    responsible_id: UUID | None
    version: int
    archived_at: datetime | None
    responsible__employee_id: UUID | None
    responsible__employee__name: str | None
    responsible__unit__name: str | None
    responsible__private_person_id: UUID | None
    responsible__private_person__given_name: str | None
    responsible__private_person__family_name: str | None

    @property
    def who(self) -> str:
        """Return the name of whoever is responsible, or nothing."""
        names = (self.responsible__private_person__given_name, self.responsible__private_person__family_name)
        return self.responsible__employee__name or " ".join(filter(None, names))
