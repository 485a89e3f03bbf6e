"""From rows to the lines of a plan view. No queries here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.consent.queries import SharedWith
from fellesplan.kernel.text import Text
from fellesplan.people.models import Person, Representation
from fellesplan.plans import states
from fellesplan.plans.models import Participant, SubPlan
from fellesplan.plans.rows import AreaRow, GoalRow, MeasureRow
from fellesplan.plans.rules import MeasureFacts, MeasureState, Progress, measure_view
from fellesplan.plans.tools import LifeArea
from fellesplan.plans.view import (
    Archived,
    AreaLine,
    FamilyLine,
    GoalLine,
    MeasureLine,
    ParticipantLine,
    Report,
    SubPlanLine,
)


def measure_line(
    row: MeasureRow, *, actor: Actor, on: date, may_report: bool, report: Report | None, first_name: str
) -> MeasureLine:
    """Return a measure with how it goes on a day."""
    facts = MeasureFacts(progress=Progress(row.state), due_on=row.due_on, done_on=row.done_on)
    view = measure_view(facts, on)
    text = states.MEASURE.states[row.state] if view.state is MeasureState.ASKED else view.text
    return MeasureLine(
        id=row.pk, goal_id=row.goal_id, title=row.title,
        who=first_name if row.responsible_is_person else row.who,
        unit=row.responsible__unit__name or "",
        is_mine=_is_actor(row.responsible__employee_id, row.responsible__private_person_id, actor),
        is_persons_own=row.responsible_is_person,
        where=row.where, amount=row.amount, starts_on=row.starts_on, due_on=row.due_on, done_on=row.done_on,
        decision_reference=row.decision_reference, reported=row.state, note=row.state_note,
        state=view.state, text=text, late_days=view.late_days, report=report, may_report=may_report,
        version=row.version,
    )  # fmt: skip


def goal_line(row: GoalRow, measures: Iterable[MeasureLine]) -> GoalLine:
    """Return a goal with its measures."""
    return GoalLine(
        row.pk, row.area, row.title, row.description, row.now, row.progress, row.version, tuple(measures),
        row.parent_id, row.level_goal,
    )  # fmt: skip


def with_parts(rows: Iterable[GoalRow]) -> list[GoalRow]:
    """Return the live goals, each followed by its parts; a part is only shown after its whole."""
    live = [row for row in rows if row.archived_at is None]
    parts: dict[UUID | None, list[GoalRow]] = {}
    for row in live:
        parts.setdefault(row.parent_id, []).append(row)
    return [one for whole in parts.get(None, []) for one in (whole, *parts.get(whole.pk, []))]


def area_lines(
    known: Iterable[LifeArea], notes: Mapping[str, AreaRow], goals: Iterable[GoalLine], *, empty: bool
) -> tuple[AreaLine, ...]:
    """Return the areas in the municipality's order; `empty` keeps those nothing has been written in."""
    by_area: dict[str, list[GoalLine]] = {}
    for goal in goals:
        by_area.setdefault(goal.area, []).append(goal)
    names = {area.key: area.name for area in known}
    keys = dict.fromkeys([*names, *notes, *by_area])
    lines = (_area(key, names.get(key), notes.get(key), by_area.get(key, [])) for key in keys)
    return tuple(line for line in lines if empty or not line.is_empty)


def _area(key: str, name: Text | None, note: AreaRow | None, goals: list[GoalLine]) -> AreaLine:
    return AreaLine(
        key=key, name=name or Text(key.replace("_", " ").capitalize()),
        own_words=note.own_words if note else "", needs=note.needs if note else "",
        version=note.version if note else 0, goals=tuple(goals),
        resources=note.resources if note else "",
    )  # fmt: skip


def archived(goals: Iterable[GoalRow], measures: Iterable[MeasureRow]) -> tuple[Archived, ...]:
    """Return what has been taken out, the newest first.

    Measures and parts of a goal that is taken out come back with it.
    """
    goals = list(goals)
    kept = {goal.pk for goal in goals if goal.archived_at is None}
    found = [
        Archived("goal", row.pk, row.title, row.archived_at)
        for row in goals
        if row.archived_at and (row.parent_id is None or row.parent_id in kept)
    ]
    found += [
        Archived("measure", row.pk, row.title, row.archived_at)
        for row in measures
        if row.archived_at and row.goal_id in kept
    ]
    return tuple(sorted(found, key=lambda line: line.at, reverse=True))


def with_sub_plans(found: tuple[Archived, ...], rows: Iterable[SubPlan]) -> tuple[Archived, ...]:
    """Return what has been taken out, the links to other plans among it."""
    out = [Archived("sub_plan", row.pk, row.title, row.archived_at) for row in rows if row.archived_at]
    return tuple(sorted((*found, *out), key=lambda line: line.at, reverse=True))


@dataclass(frozen=True)
class Sharing:
    """Who sees what: shares by recipient, and those (employees, persons) who see everything by their role."""

    names: Mapping[str, Text]
    shares: Mapping[UUID, SharedWith]
    whole: frozenset[UUID] = frozenset()

    def of(self, row: Participant) -> tuple[tuple[Text, ...], bool]:
        """Return the areas the participant sees, and whether that is all of them."""
        if {row.employee_id, row.private_person_id} & self.whole:
            return tuple(self.names.values()), True
        recipient = row.unit_id or row.private_person_id
        share = self.shares.get(recipient) if recipient else None
        areas = share.areas if share else ()
        seen = tuple(name for key, name in self.names.items() if key in areas)
        return seen, len(seen) == len(self.names)


def participant_line(
    row: Participant, *, actor: Actor, sharing: Sharing | None = None, contact: bool = False
) -> ParticipantLine:
    """Return a participant; `sharing` is None for one who may not know what the others see.

    `contact`: the actor sees how to reach everybody. Others see it of those who share it, and of themselves.
    """
    who = row.employee or row.private_person
    hidden = row.private_person is not None and row.private_person.protection != Person.Protection.OPEN
    mine = _is_actor(row.employee_id, row.private_person_id, actor)
    shown = mine or (not hidden and (contact or row.shares_contact))
    sees, sees_all = sharing.of(row) if sharing else (None, False)
    return ParticipantLine(
        id=row.pk, name=row.name, role=row.role, unit=row.unit.name if row.unit else "", purpose=row.purpose,
        contribution=row.contribution, phone=who.phone if who and shown else "",
        email=who.email if who and shown else "", is_private=row.private_person_id is not None,
        is_me=mine, sees=sees, sees_all=sees_all,
        employee_id=row.employee_id, person_id=row.private_person_id, shares_contact=row.shares_contact,
        stands_in_for=row.stands_in_for.name if row.stands_in_for else "", until=row.valid_to,
        has_left=bool(getattr(row, "has_left", False)), since=row.valid_from,
        account=who.account_id if who else None,
    )  # fmt: skip


def sub_plan_line(row: SubPlan) -> SubPlanLine:
    """Return another plan; select the responsible with the row."""
    return SubPlanLine(
        row.pk, str(row.get_kind_display()), row.title, row.where,
        row.responsible.name if row.responsible else "", row.dated,
    )  # fmt: skip


def family_line(row: Representation) -> FamilyLine:
    """Return one who acts for the person."""
    return FamilyLine(row.representative_id, row.representative.full_name, str(row.get_kind_display()))


def _is_actor(employee: UUID | None, person: UUID | None, actor: Actor) -> bool:
    by_work = employee is not None and employee == actor.employee
    return by_work or (person is not None and person == actor.person)
