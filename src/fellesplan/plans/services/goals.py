"""Goals, in the person's own words (forskrift om individuell plan § 9 nr. 1)."""

from dataclasses import asdict, dataclass

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.plans.models import Goal, Plan
from fellesplan.plans.services.texts import check_area
from fellesplan.plans.services.writing import Change, keep, locked, settle

LEVELS = range(-2, 3)


@dataclass(frozen=True, kw_only=True)
class GoalData:
    """What a goal says. `progress` runs from -2 (start) to 2; 0 is the goal."""

    area: str
    title: str
    description: str = ""
    now: str = ""
    progress: int = -2


def add_goal(*, actor: Actor, plan: Plan, data: GoalData) -> Goal:
    """Add a goal last in its area. Raises InvalidInput."""
    held = locked(plan)
    require(actor, "plan.write", held)
    _check(held, data)
    goal = Goal.objects.create(
        municipality_id=held.municipality_id, plan=held, order=held.goals.count(), **asdict(data)
    )
    summary = t("Nytt mål: {title}", title=goal.title)
    keep(actor, held, Change(action="goal.write", row=goal, fields=["title", "area"], summary=summary))
    return goal


def update_goal(*, actor: Actor, goal: Goal, data: GoalData, version: int) -> Goal:
    """Change a goal. Raises InvalidInput, or EditConflict if somebody else has changed it too."""
    held, row = held_goal(actor, goal)
    _check(held, data)
    wanted = settle(held, row, version, asdict(data))
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, wanted[name])
    row.version += 1
    row.save()
    only_progress = changed == ["progress"]
    said = (
        t("Ny framgang: {title}", title=row.title)
        if only_progress
        else t("Endret mål: {title}", title=row.title)
    )
    change = Change(action="goal.write", row=row, fields=changed, summary=said, essential=not only_progress)
    keep(actor, held, change)
    return row


def archive_goal(*, actor: Actor, goal: Goal) -> Goal:
    """Take a goal and its measures out of the plan. It can be brought back; nothing is deleted."""
    held, row = held_goal(actor, goal)
    if row.archived_at is None:
        row.archived_at = clock.now()
        _save_archived(actor, held, row, t("Tatt ut mål: {title}", title=row.title))
    return row


def restore_goal(*, actor: Actor, goal: Goal) -> Goal:
    """Bring a goal back, with the measures it had."""
    held, row = held_goal(actor, goal)
    if row.archived_at is not None:
        row.archived_at = None
        _save_archived(actor, held, row, t("Hentet tilbake mål: {title}", title=row.title))
    return row


def held_goal(actor: Actor, goal: Goal) -> tuple[Plan, Goal]:
    """Lock the plan and return it with the goal as it is now; raises NotAllowed for who may not write it."""
    held = locked(goal.plan)
    row = Goal.objects.select_for_update().get(pk=goal.pk)
    require(actor, "goal.write", row)
    row.plan = held
    return held, row


def _save_archived(actor: Actor, plan: Plan, goal: Goal, summary: Text) -> None:
    goal.version += 1
    goal.save(update_fields=["archived_at", "version"])
    keep(actor, plan, Change(action="goal.write", row=goal, fields=["archived_at"], summary=summary))


def _check(plan: Plan, data: GoalData) -> None:
    if not data.title.strip():
        raise InvalidInput({"title": t("Skriv hva målet er.")})
    if data.progress not in LEVELS:
        raise InvalidInput({"progress": t("Velg ett av de fem trinnene.")})
    check_area(plan, data.area)
