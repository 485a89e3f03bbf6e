"""What a coordinator has to do today, across all their persons; and the plans others share with one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.consent.models import Consent
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.people.models import Person
from fellesplan.people.policy import live_on
from fellesplan.plans import states
from fellesplan.plans.building import measure_line
from fellesplan.plans.models import Goal, Measure, Participant, Plan, PlanVersion
from fellesplan.plans.policy import as_coordinator, as_participant, live_participations
from fellesplan.plans.rows import MeasureRow
from fellesplan.plans.view import MeasureLine

RECENT = timedelta(days=7)
CONSENT_ENDS = timedelta(days=45)
NEWEST = 6


@dataclass(frozen=True)
class Followed:
    """A person one coordinates for, with what is in the plan, if there is one."""

    person_id: UUID
    name: str
    first_name: str
    age: int | None
    kind: str
    plan_id: UUID | None
    tool: str
    state: str
    evaluate_on: date | None
    goals: int
    measures: tuple[MeasureLine, ...]
    consent_until: date | None


@dataclass(frozen=True)
class News:
    """Something another has done in a plan."""

    plan_id: UUID
    first_name: str
    by_name: str
    text: Text
    at: datetime


@dataclass(frozen=True)
class Today:
    """A coordinator's day. `closed`: persons whose consent does not let the coordinator in now."""

    persons: tuple[Followed, ...]
    news: tuple[News, ...]
    closed: int


@dataclass(frozen=True)
class SharedPlan:
    """A plan one takes part in, with one's own measures."""

    plan_id: UUID
    name: str
    role: str
    unit: str
    mine: tuple[MeasureLine, ...]


def today(actor: Actor) -> Today:
    """Return the coordinator's day; the number of queries does not depend on how many persons there are."""
    lead = as_coordinator(actor)
    appointed = visible(lead, "appointment.read", Appointment).filter(held_on(clock.civil_day(actor.at)))
    kinds = {row.person_id: str(row.get_kind_display()) for row in appointed.order_by("-kind")}
    persons = visible(lead, "person.read", Person).order_by("given_name", "family_name")
    plans = _live_plans(lead)
    followed = tuple(_followed(actor, lead, list(persons), plans, kinds))
    return Today(followed, _news(actor, plans), len(kinds) - len(followed))


def _live_plans(actor: Actor) -> dict[UUID, Plan]:
    rows = visible(actor, "plan.read", Plan).exclude(state=states.ENDED).select_related("person")
    return {plan.person_id: plan for plan in rows}


def _followed(
    actor: Actor, lead: Actor, persons: list[Person], plans: dict[UUID, Plan], kinds: dict[UUID, str]
) -> Iterable[Followed]:
    live = list(plans.values())
    goals = visible(lead, "goal.read", Goal).filter(plan__in=live, archived_at__isnull=True)
    counted = list(goals.order_by().values_list("plan_id", flat=True))
    lines = _lines(actor, visible(lead, "measure.read", Measure).filter(goal__plan__in=live))
    ends = _consent_ends(lead)
    for person in persons:
        plan = plans.get(person.pk)
        yield Followed(
            person.pk, person.full_name, person.first_name, person.age(clock.civil_day(actor.at)),
            kinds.get(person.pk, ""), plan.pk if plan else None, plan.tool if plan else "",
            plan.state if plan else "", plan.evaluate_on if plan else None,
            counted.count(plan.pk) if plan else 0, tuple(lines.get(plan.pk, ())) if plan else (),
            ends.get(person.pk),
        )  # fmt: skip


def _lines(actor: Actor, rows: "QuerySet[Measure]") -> dict[UUID, list[MeasureLine]]:
    live = rows.filter(archived_at__isnull=True, goal__archived_at__isnull=True)
    columns = ("goal__plan_id", "goal__plan__person__given_name", "goal__plan__person__family_name")
    found: dict[UUID, list[MeasureLine]] = {}
    for plan, given, family, *row in live.values_list(*columns, *MeasureRow._fields):
        line = measure_line(
            MeasureRow(*row), actor=actor, on=clock.civil_day(actor.at), may_report=True, report=None,
            first_name=given or family,
        )  # fmt: skip
        found.setdefault(plan, []).append(line)
    return found


def _consent_ends(lead: Actor) -> dict[UUID, date]:
    """Return, by person, the first day on which a live consent ends soon."""
    on = clock.civil_day(lead.at)
    rows = visible(lead, "consent.read", Consent).filter(
        live_on(on), answer=Consent.Answer.GIVEN, withdrawn_at__isnull=True, valid_to__lte=on + CONSENT_ENDS
    )
    return {row.person_id: row.valid_to for row in rows.order_by("-valid_to") if row.valid_to}


def _news(actor: Actor, plans: dict[UUID, Plan]) -> tuple[News, ...]:
    by_id = {plan.pk: plan for plan in plans.values()}
    rows = PlanVersion.objects.filter(plan__in=by_id, at__gte=actor.at - RECENT).exclude(by_name=actor.name)
    newest = rows.order_by("-at").values_list("plan_id", "by_name", "content__changed", "at")[:NEWEST]
    return tuple(
        News(plan, by_id[plan].person.first_name, name, Text(changed["msgid"], changed["params"]), at)
        for plan, name, changed, at in newest
    )


def shared_plans(actor: Actor) -> tuple[tuple[SharedPlan, ...], int]:
    """Return the plans one takes part in, and the number of those that consent does not open yet."""
    part = as_participant(actor)
    mine = {row.plan_id: row for row in live_participations(actor).select_related("unit")}
    rows = visible(part, "plan.read", Plan).filter(pk__in=mine).select_related("person")
    own = visible(part, "measure.report", Measure).filter(goal__plan__in=mine)
    lines = _lines(actor, own)
    plans = [_shared(plan, mine[plan.pk], lines.get(plan.pk, [])) for plan in rows]
    leads = set(
        visible(as_coordinator(actor), "plan.read", Plan).filter(pk__in=mine).values_list("pk", flat=True)
    )
    others = tuple(sorted((p for p in plans if p.plan_id not in leads), key=lambda shared: shared.name))
    return others, len(mine) - len({plan.plan_id for plan in plans} | leads)


def _shared(plan: Plan, row: Participant, lines: list[MeasureLine]) -> SharedPlan:
    return SharedPlan(
        plan.pk, plan.person.full_name, row.role, row.unit.name if row.unit else "", tuple(lines)
    )
