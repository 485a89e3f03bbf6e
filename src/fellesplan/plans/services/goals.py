"""Goals, in the person's own words (forskrift om individuell plan § 9 nr. 1)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.db.models import F

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.plans.fields import SCALE
from fellesplan.plans.models import Goal, Plan
from fellesplan.plans.services.texts import check_area
from fellesplan.plans.services.writing import Change, keep, locked, settle

LEVELS = range(-2, 3)


@dataclass(frozen=True, kw_only=True)
class GoalData:
    """What a goal says. `progress` runs from -2 (start) to 2; 0 is the goal.

    `parent_id`: the goal it is a part of. A part is always in the same area as the whole.
    """

    area: str
    title: str
    description: str = ""
    now: str = ""
    progress: int = -2
    parent_id: UUID | None = None


def add_goal(*, actor: Actor, plan: Plan, data: GoalData) -> Goal:
    """Add a goal last in its area. Raises InvalidInput."""
    held = locked(plan)
    require(actor, "plan.write", held)
    data = _checked(held, data)
    goal = Goal.objects.create(
        municipality_id=held.municipality_id, plan=held, order=held.goals.count(), **asdict(data)
    )
    summary = t("Nytt mål: {title}", title=goal.title)
    keep(actor, held, Change(action="goal.write", row=goal, fields=["title", "area"], summary=summary))
    return goal


def update_goal(*, actor: Actor, goal: Goal, data: GoalData, version: int) -> Goal:
    """Change a goal. Raises InvalidInput, or EditConflict if somebody else has changed it too."""
    held, row = held_goal(actor, goal)
    data = _checked(held, data, row)
    wanted = settle(held, row, version, asdict(data))
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, wanted[name])
    row.version += 1
    row.save()
    if "area" in changed:
        row.parts.update(area=row.area, version=F("version") + 1)
    only_progress = changed == ["progress"]
    said = (
        t("Ny framgang: {title}", title=row.title)
        if only_progress
        else t("Endret mål: {title}", title=row.title)
    )
    change = Change(action="goal.write", row=row, fields=changed, summary=said, essential=not only_progress)
    keep(actor, held, change)
    return row


def set_scale(*, actor: Actor, goal: Goal, words: Mapping[str, str], version: int) -> Goal:
    """Write what each of the five steps means for this goal, in the person's own words, by field.

    Raises EditConflict if somebody else has written other words for the same step.
    """
    held, row = held_goal(actor, goal)
    wanted = settle(held, row, version, {name: words[name].strip() for name in SCALE})
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, wanted[name])
        row.version += 1
        row.save()
        said = t("Ord for trinnene: {title}", title=row.title)
        keep(actor, held, Change(action="goal.write", row=row, fields=changed, summary=said, essential=False))
    return row


def archive_goal(*, actor: Actor, goal: Goal) -> Goal:
    """Take a goal, its parts and its measures out of the plan. It can be brought back; nothing is deleted."""
    held, row = held_goal(actor, goal)
    if row.archived_at is None:
        row.archived_at = clock.now()
        live = row.parts.filter(archived_at__isnull=True)
        live.update(archived_at=row.archived_at, version=F("version") + 1)
        _save_archived(actor, held, row, t("Tatt ut mål: {title}", title=row.title))
    return row


def restore_goal(*, actor: Actor, goal: Goal) -> Goal:
    """Bring a goal back, with the measures and parts it had. Raises Refused for a part without its whole."""
    held, row = held_goal(actor, goal)
    if row.archived_at is not None:
        if row.parent and row.parent.archived_at is not None:
            raise Refused(t("Hent tilbake målet dette er en del av, først."))
        gone = row.parts.filter(archived_at=row.archived_at)
        gone.update(archived_at=None, version=F("version") + 1)
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


def _checked(plan: Plan, data: GoalData, goal: Goal | None = None) -> GoalData:
    """Return the data, with the area of the goal it is a part of. Raises InvalidInput."""
    if not data.title.strip():
        raise InvalidInput({"title": t("Skriv hva målet er.")})
    if data.progress not in LEVELS:
        raise InvalidInput({"progress": t("Velg ett av de fem trinnene.")})
    if data.parent_id is None:
        check_area(plan, data.area)
        return data
    whole = plan.goals.filter(pk=data.parent_id, archived_at__isnull=True, parent__isnull=True).first()
    if whole is None or whole == goal or (goal and goal.parts.exists()):
        raise InvalidInput({"parent": t("Velg et mål som ikke selv er en del av et annet.")})
    return replace(data, area=whole.area)
