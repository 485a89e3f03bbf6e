"""The rows a plan view is made of: a fixed number of queries, however long the plan is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.access.written import ask
from fellesplan.coordinators.models import Appointment, Kind
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.people.models import Assignment, Person
from fellesplan.people.policy import live_on
from fellesplan.plans.models import (
    AccessReview,
    Approval,
    AreaNote,
    Goal,
    Measure,
    MeasureState,
    Participant,
    PlanVersion,
    SubPlan,
)
from fellesplan.plans.rows import AreaRow, GoalRow, MeasureRow
from fellesplan.plans.rules.access_review import review_due
from fellesplan.plans.scope import Scope
from fellesplan.plans.telling import change_of
from fellesplan.plans.view import (
    AccessReviewLine,
    ApprovalLine,
    CoordinatorLine,
    PlanView,
    Report,
    VersionLine,
)

NEWEST_VERSIONS = 12


def areas(scope: Scope) -> dict[str, AreaRow]:
    """Return what the actor may see of what is written of the areas, by area."""
    return {row[0]: AreaRow(*row) for row in scope.values("area.read", AreaNote, AreaRow._fields)}


def goals(scope: Scope) -> list[GoalRow]:
    """Return the goals that the actor may see, archived ones too."""
    return [GoalRow(*row) for row in scope.values("goal.read", Goal, GoalRow._fields)]


def measures(scope: Scope) -> list[MeasureRow]:
    """Return the measures that the actor may see, archived ones too."""
    rows = scope.values("measure.read", Measure, MeasureRow._fields, "goal__plan")
    return [MeasureRow(*row) for row in rows]


def reportable(scope: Scope, rows: Sequence[MeasureRow]) -> frozenset[UUID]:
    """Return the measures whose course the actor may report; at most one query."""
    if not rows:
        return frozenset()
    if scope.implies("measure.report"):
        return frozenset(row.pk for row in rows)
    return frozenset(pk for (pk,) in ask(_reportable, scope.actor, scope.plan))


def _reportable(actor: Actor, plan: UUID) -> "QuerySet[Any, Any]":
    found = visible(actor, "measure.report", Measure).filter(goal__plan_id=plan)
    return found.order_by().values_list("pk")


def participants(scope: Scope) -> list[Participant]:
    """Return those who take part now."""
    return taking_part(scope.rows("participant.read", Participant), scope.actor)


def taking_part(rows: "QuerySet[Participant]", actor: Actor) -> list[Participant]:
    """Return those of the rows who take part now, with their names, and `has_left`: works there no longer."""
    day = clock.civil_day(actor.at)
    at_work = Assignment.objects.filter(
        live_on(day), employee_id=OuterRef("employee_id"), unit_id=OuterRef("unit_id")
    )
    left = ExpressionWrapper(Q(employee__isnull=False) & ~Exists(at_work), output_field=BooleanField())
    live = rows.filter(live_on(day), ended_at__isnull=True).annotate(has_left=left)
    names = ("employee", "unit", "private_person", "stands_in_for__employee")
    return list(live.select_related(*names).order_by("valid_from", "id"))


def appointments(person: Person, actor: Actor) -> list[Appointment]:
    """Return who coordinates for the person now: a part of the plan itself (IPf § 9 nr. 3 and 7)."""
    rows = Appointment.objects.filter(held_on(clock.civil_day(actor.at)), person=person)
    return list(rows.select_related("employee", "unit").order_by("valid_from", "id"))


def coordinators(person: UUID, actor: Actor) -> tuple[CoordinatorLine, ...]:
    """Return who coordinates for the person now, and who stands in for them, with no more than is shown."""
    found: dict[UUID, CoordinatorLine] = {}
    for *holder, kind, unit, vikar, name, phone, email, until in ask(_coordinators, actor, person):
        lead = CoordinatorLine(holder[0], holder[1], str(Kind(kind).label), unit, *holder[2:])
        found.setdefault(lead.employee_id, lead)
        if vikar:
            text = str(t("Vikar for {name} til {day}", name=lead.name, day=until))
            found.setdefault(vikar, CoordinatorLine(vikar, name, text, unit, phone, email))
    return tuple(replace(line, is_me=line.employee_id == actor.employee) for line in found.values())


def _coordinators(actor: Actor, person: UUID) -> "QuerySet[Any, Any]":
    day = clock.civil_day(actor.at)
    now = Q(stand_ins__valid_from__lte=day, stand_ins__valid_to__gte=day, stand_ins__ended_at__isnull=True)
    rows = Appointment.objects.filter(held_on(day), person_id=person)
    rows = rows.annotate(vikar=FilteredRelation("stand_ins", condition=now))
    who = ("employee_id", "employee__name", "employee__phone", "employee__email")
    columns = (*who, "kind", "unit__name", *(f"vikar__{name}" for name in who), "vikar__valid_to")
    return rows.order_by("valid_from", "id").values_list(*columns)


def sub_plans(scope: Scope) -> list[SubPlan]:
    """Return the other plans for the same person, those taken out too; one query."""
    rows = visible(scope.actor, "sub_plan.read", SubPlan).filter(plan=scope.plan)
    return list(rows.select_related("responsible__employee", "responsible__private_person"))


def with_reviews(scope: Scope) -> list[Participant]:
    """Return those who take part now, with who last confirmed each of them and when."""
    newest = AccessReview.objects.filter(participant_id=OuterRef("pk")).order_by("-at", "-id")
    rows = scope.rows("participant.read", Participant).annotate(
        reviewed_at=Subquery(newest.values("at")[:1]), reviewed_by=Subquery(newest.values("by_name")[:1])
    )
    return taking_part(rows, scope.actor)


def access_review(view: PlanView, rows: Sequence[Participant]) -> AccessReviewLine | None:
    """Return when the others were gone through last, and are to be again; None when there is nobody."""
    leads = {line.employee_id for line in view.coordinators}
    others: list[Any] = [row for row in rows if row.employee_id is None or row.employee_id not in leads]
    if not others:
        return None
    at, by_name = max(
        ((row.reviewed_at, row.reviewed_by) for row in others if row.reviewed_at), default=(None, "")
    )
    last = clock.civil_day(at) if at else None
    since = min(row.valid_from for row in others)
    due = review_due(since=since, last=last, evaluate_on=view.evaluate_on)
    return AccessReviewLine(last, by_name, due.due, due.why)


def last_approval(plan: UUID, actor: Actor) -> ApprovalLine | None:
    """Return the owner's last yes."""
    return next((ApprovalLine(*row) for row in ask(_approvals, actor, plan)), None)


def _approvals(actor: Actor, plan: UUID) -> "QuerySet[Any, Any]":
    rows = Approval.objects.filter(municipality_id=actor.municipality, plan_id=plan)
    return rows.order_by("-version").values_list("version", "by_name", "at")[:1]


def newest_versions(plan: UUID) -> tuple[VersionLine, ...]:
    """Return the newest versions without their content."""
    rows = PlanVersion.objects.filter(plan_id=plan).order_by("-number")
    newest = rows.values_list("number", "content__changed", "by_name", "at", "kind")[:NEWEST_VERSIONS]
    return tuple(
        VersionLine(number, change_of(changed), by_name, at, kind)
        for number, changed, by_name, at, kind in newest
    )


def reports(rows: Sequence[MeasureRow]) -> dict[UUID, Report]:
    """Return what was last told, with a note, of each of the measures; one query if there are any."""
    if not rows:
        return {}
    steps = MeasureState.objects.filter(measure__in=[row.pk for row in rows]).exclude(note="")
    newest = steps.order_by("measure_id", "-at", "-id").distinct("measure_id")
    return {step.measure_id: Report(step.note, step.by_name, step.at) for step in newest}
