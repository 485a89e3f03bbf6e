"""The whole content of a plan as plain data: what a version keeps, so that nothing written is ever lost."""

from datetime import date
from typing import Any

from fellesplan.plans.fields import AREA, GOAL, MEASURE, PARTICIPANT, PERIOD, SUB_PLAN, TEXTS
from fellesplan.plans.models import Plan


def content_of(plan: Plan) -> dict[str, Any]:
    """Return everything in the plan, archived things too; five queries."""
    goals = plan.goals.prefetch_related("measures")
    people = plan.participants.select_related("employee", "private_person")
    return {
        "tool": plan.tool,
        "state": plan.state,
        "texts": _fields(plan, TEXTS),
        "period": _fields(plan, PERIOD),
        "legal_basis": list(plan.legal_basis),
        "not_relevant": dict(plan.not_relevant),
        "areas": [_fields(area, AREA) for area in plan.areas.all()],
        "goals": [_kept(goal, GOAL) | {"measures": _measures(goal)} for goal in goals],
        "sub_plans": [_kept(one, SUB_PLAN) for one in plan.sub_plans.all()],
        "participants": [_kept(person, PARTICIPANT) | {"name": person.name} for person in people],
    }


def _measures(goal: Any) -> list[dict[str, Any]]:
    return [_kept(measure, MEASURE) for measure in goal.measures.all()]


def _kept(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    archived = getattr(row, "archived_at", None)
    return {"id": str(row.pk), **_fields(row, names), "archived": archived is not None}


def _fields(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: plain(getattr(row, name)) for name in names}


def plain(value: Any) -> Any:
    """Return a value as a version keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | str) else str(value)
