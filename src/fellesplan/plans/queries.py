"""Reads about plans. Each returns only what the actor may see."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import look, visible
from fellesplan.consent.areas import CONTACT
from fellesplan.consent.queries import acting, live_purposes, shares_for
from fellesplan.kernel import clock
from fellesplan.people.ages import age_on
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Person
from fellesplan.plans import building, reading, states, tools
from fellesplan.plans.checking import checked
from fellesplan.plans.contact import contact_of
from fellesplan.plans.models import Plan, SubPlan
from fellesplan.plans.next_thing import next_thing
from fellesplan.plans.rows import GoalRow, MeasureRow, PlanRow
from fellesplan.plans.scope import Scope, scope_of
from fellesplan.plans.view import (
    AreaLine,
    GoalLine,
    MeasureLine,
    PlanView,
    Rights,
    SubPlanLine,
)
from fellesplan.procedures.loader import Procedure, load

INFORMATION = ("plan",)


def plan_view(actor: Actor, plan_id: UUID) -> PlanView:
    """Return the plan as the actor may see it, and log the read; raises NotFound.

    The number of queries does not depend on how long the plan is.
    """
    ground, values = look(actor, "plan.read", Plan, plan_id, PlanRow._fields, information=INFORMATION)
    plan = PlanRow(*values)
    scope = scope_of(actor, ground, plan=plan.pk, person=plan.person_id)
    following = load(plan.municipality__profile, clock.civil_day(actor.at))
    goals, measures = reading.goals(scope), reading.measures(scope)
    view = _head(actor, plan, scope.rights(), following)
    may = view.rights
    view = replace(
        view,
        areas=_areas(scope, view, following, goals, measures),
        archived=building.archived(goals, measures) if may.write else (),
        coordinators=reading.coordinators(plan.person_id, actor),
    )
    view = _followed(view, scope, following) if may.follows else _joined(view, scope)
    return _concealed(plan, replace(view, next=next_thing(view)))


def _concealed(plan: PlanRow, view: PlanView) -> PlanView:
    """Return the view without what tells where a protected person is; for the others nothing is asked."""
    if plan.person__protection == Person.Protection.OPEN:
        return view
    related = ("municipality", "daily_unit")
    return concealed(Person.objects.select_related(*related).get(pk=plan.person_id), view)


def _joined(view: PlanView, scope: Scope) -> PlanView:
    """Add the participants for one who is a participant too: not what each of them sees.

    What is written of family and other services belongs to no area, so no share opens it. In an emergency
    the whole plan is open, and how to reach each of them.
    """
    rows, whole = reading.participants(scope), view.rights.emergency
    lines = (building.participant_line(row, actor=scope.actor, contact=whole) for row in rows)
    if whole:
        return replace(view, participants=tuple(lines), sub_plans=_sub_plans(reading.sub_plans(scope)))
    return replace(
        view, participants=tuple(lines), family_contributes="", child_participation="", cooperation="",
        person_contributes="", contact_doctor="",
        contact=contact_of(scope.actor, scope.person) if CONTACT in scope.shared_areas else None,
    )  # fmt: skip


def _followed(view: PlanView, scope: Scope, following: Procedure) -> PlanView:
    """Add what only those who lead or own the plan see."""
    plan = Plan.objects.select_related("person").get(pk=scope.plan)
    person, others = plan.person, reading.sub_plans(scope)
    view = replace(
        view, legal_basis=tuple(plan.legal_basis), not_relevant=plan.not_relevant,
        sub_plans=_sub_plans(others), archived=building.with_sub_plans(view.archived, others),
    )  # fmt: skip
    family = tuple(building.family_line(row) for row in acting(person, view.on))
    sharing = building.Sharing(
        names={area.key: area.name for area in tools.life_areas(following)},
        shares={
            key: share for share in shares_for(person, view.on) if (key := share.unit or share.recipient)
        },
        whole=frozenset(
            [*(one.employee_id for one in view.coordinators), *(one.person_id for one in family)]
        ),
    )
    rows = reading.with_reviews(scope)
    lines = tuple(
        building.participant_line(row, actor=scope.actor, sharing=sharing, contact=True) for row in rows
    )
    view = replace(view, family=family, participants=lines, versions=reading.newest_versions(scope.plan))
    view = replace(view, access_review=reading.access_review(view, rows))
    return replace(view, checklist=checked(view, live_purposes(person, view.on)))


def _sub_plans(rows: Iterable[SubPlan]) -> tuple[SubPlanLine, ...]:
    return tuple(building.sub_plan_line(row) for row in rows if row.archived_at is None)


def _head(actor: Actor, plan: PlanRow, may: Rights, following: Procedure) -> PlanView:
    given, family, born = plan.person__given_name, plan.person__family_name, plan.person__birth_date
    on = clock.civil_day(actor.at)
    return PlanView(
        id=plan.pk, person_id=plan.person_id, name=f"{given} {family}".strip(), first_name=given or family,
        birth_date=born, age=age_on(born, on) if born else None, on=on, tool=plan.tool,
        tool_name=tools.tool_name(following, plan.tool), state=plan.state,
        state_text=states.PLAN.states[plan.state], version=plan.version, period_from=plan.period_from,
        period_to=plan.period_to, evaluate_on=plan.evaluate_on, matters=plan.matters,
        resources=plan.resources, person_contributes=plan.person_contributes,
        family_contributes=plan.family_contributes, contact_doctor=plan.contact_doctor,
        child_participation=plan.child_participation, cooperation=plan.cooperation, made_by=plan.made_by,
        rights=may, areas=(), approval=reading.last_approval(plan.pk, actor),
    )  # fmt: skip


def _areas(
    scope: Scope, view: PlanView, following: Procedure, goals: list[GoalRow], measures: list[MeasureRow]
) -> tuple[AreaLine, ...]:
    live = [row for row in measures if row.archived_at is None]
    stuck = [row for row in live if row.state == states.NOT_WORKING]
    reports, reportable = reading.reports(stuck), _reportable(scope, view.rights, live)
    by_goal: dict[UUID, list[MeasureLine]] = {}
    for row in live:
        line = building.measure_line(
            row, actor=scope.actor, on=view.on, may_report=row.pk in reportable,
            report=reports.get(row.pk), first_name=view.first_name,
        )  # fmt: skip
        by_goal.setdefault(row.goal_id, []).append(line)
    lines: list[GoalLine] = [
        building.goal_line(row, by_goal.get(row.pk, [])) for row in building.with_parts(goals)
    ]
    known, notes = tools.life_areas(following), reading.areas(scope)
    return building.area_lines(known, notes, lines, empty=view.rights.write)


def _reportable(scope: Scope, may: Rights, live: list[MeasureRow]) -> frozenset[UUID]:
    """Return what the actor may report; a participant, only of measures somebody answers for."""
    return reading.reportable(scope, live if may.write else [row for row in live if row.responsible_id])


def live_plan_of(actor: Actor, person: Person) -> Plan | None:
    """Return the person's live plan, if there is one and the actor may see it."""
    return visible(actor, "plan.read", Plan).filter(person=person).exclude(state=states.ENDED).first()
