"""What a part of the plan said when somebody began to write in it, found among the versions."""

from typing import Any

from fellesplan.plans.models import AreaNote, Goal, Measure, Plan, SubPlan

Kept = dict[str, Any]


def row_then(plan: Plan, row: Goal | Measure | AreaNote | SubPlan, version: int) -> Kept | None:
    """Return the row as it was kept with that version of its own; None when no version of the plan has it."""
    if isinstance(row, AreaNote):
        return _area_then(plan, row.area, version)
    wanted: Kept = {"id": str(row.pk), "version": version}
    if isinstance(row, SubPlan):
        return _sub_plan_then(plan, wanted)
    holds: Kept = {"measures": [wanted]} if isinstance(row, Measure) else wanted
    content = _newest(plan, goals=[holds])
    if content is None:
        return None
    rows = [one for goal in content["goals"] for one in (goal, *goal["measures"])]
    return next((one for one in rows if one["id"] == wanted["id"]), None)


def _sub_plan_then(plan: Plan, wanted: Kept) -> Kept | None:
    content = _newest(plan, sub_plans=[wanted])
    rows = content["sub_plans"] if content else []
    return next((row for row in rows if row["id"] == wanted["id"]), None)


def plan_then(plan: Plan, version: int) -> Kept | None:
    """Return the whole content of a version."""
    return plan.versions.filter(number=version).values_list("content", flat=True).first()


def _area_then(plan: Plan, area: str, version: int) -> Kept | None:
    if version == 0:
        return {"own_words": "", "resources": "", "needs": ""}
    content = _newest(plan, areas=[{"area": area, "version": version}])
    rows = content["areas"] if content else []
    return next((row for row in rows if row["area"] == area), None)


def _newest(plan: Plan, **holds: list[Kept]) -> Kept | None:
    found = plan.versions.filter(content__contains=holds).order_by("-number")
    return found.values_list("content", flat=True).first()
