"""What every change to a plan does: lock first, and afterwards state, version and log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import Text, t
from fellesplan.plans import states
from fellesplan.plans.content import content_of
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import Plan, PlanState, PlanVersion

LONGEST_SUMMARY = 200


@dataclass(frozen=True, kw_only=True)
class Change:
    """What was done: the permission it rests on, to which row and which fields, told in one line.

    `essential`: the owner must approve the plan anew (forskrift om individuell plan §§ 4 and 5).
    """

    action: str
    row: Model
    fields: Sequence[str] = ()
    summary: Text
    essential: bool = True


def locked(plan: Plan) -> Plan:
    """Hold the plan for the transaction and return it as it is now. Raises Refused when it has ended."""
    held = Plan.objects.select_for_update(of=("self",)).select_related("person").get(pk=plan.pk)
    if held.state == states.ENDED:
        raise Refused(t("Planen er avsluttet og kan ikke endres."))
    return held


def keep(actor: Actor, plan: Plan, change: Change) -> PlanVersion:
    """Give the plan a new version with its whole content, and log the change. The plan must be locked."""
    if change.essential and plan.state == states.APPROVED:
        move(actor, plan, "changed")
    plan.version += 1
    plan.save(update_fields=["version"])
    version = _version(actor, plan, change)
    audit.changed(
        actor, change.action, change.row, subject=plan.person_id, fields=list(change.fields),
        ground=ground(actor, change.action, change.row),
    )  # fmt: skip
    return version


def first_version(actor: Actor, plan: Plan, change: Change) -> None:
    """Keep the first version of a new plan, and log that it was made."""
    _version(actor, plan, change)
    audit.changed(
        actor, change.action, plan, subject=plan.person_id, fields=list(change.fields),
        ground=ground(actor, change.action, plan),
    )  # fmt: skip


def move(actor: Actor, plan: Plan, event: str) -> None:
    """Move the plan along its state table and write the step down. Raises Refused."""
    plan.state = states.PLAN.after(plan.state, event)
    plan.save(update_fields=["state"])
    PlanState.objects.create(
        municipality_id=plan.municipality_id, plan=plan, event=event, state=plan.state,
        by_account=actor.account, by_name=actor.name,
    )  # fmt: skip


def check_version(plan: Plan, row: Any, version: int, mine: Mapping[str, object]) -> None:
    """Raise EditConflict if `row` has a later version that says something else in the fields of `mine`."""
    if row.version == version:
        return
    theirs = {name: getattr(row, name) for name in mine}
    differing = [name for name in mine if mine[name] != theirs[name]]
    if differing:
        raise conflict(plan, row.pk, {n: mine[n] for n in differing}, theirs, version=row.version)


def conflict(
    plan: Plan, changed: object, mine: Mapping[str, object], theirs: Mapping[str, object], *, version: int
) -> EditConflict:
    """Return a conflict that tells who wrote the other text, and when."""
    last = plan.versions.filter(content__changed__id=str(changed)).order_by("-number").first()
    return EditConflict(
        {name: _shown(value) for name, value in mine.items()},
        {name: _shown(value) for name, value in theirs.items()},
        version=version, by_name=last.by_name if last else "", at=last.at if last else None,
    )  # fmt: skip


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _version(actor: Actor, plan: Plan, change: Change) -> PlanVersion:
    told = {"msgid": change.summary.msgid, "params": dict(change.summary.params)}
    changed = {"id": str(change.row.pk), "fields": list(change.fields), "essential": change.essential} | told
    return PlanVersion.objects.create(
        municipality_id=plan.municipality_id, plan=plan, number=plan.version, by_name=actor.name,
        content=content_of(plan) | {"changed": changed}, summary=str(change.summary)[:LONGEST_SUMMARY],
    )  # fmt: skip
