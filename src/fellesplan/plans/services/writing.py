"""What every change to a plan does: lock first, and afterwards state, version and log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import Text, t
from fellesplan.plans import states
from fellesplan.plans.content import content_of, plain
from fellesplan.plans.earlier import row_then
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.merging import merge
from fellesplan.plans.models import Plan, PlanState, PlanVersion

LONGEST_SUMMARY = 200


@dataclass(frozen=True, kw_only=True)
class Change:
    """What was done: the permission it rests on, to which row and which fields, told in one line.

    `essential`: the owner must approve the plan anew (forskrift om individuell plan §§ 4 and 5).
    `about`: what else the version remembers of the change, such as which version was brought back.
    """

    action: str
    row: Model
    fields: Sequence[str] = ()
    summary: Text
    essential: bool = True
    kind: str = PlanVersion.Kind.CHANGE
    about: Mapping[str, object] = field(default_factory=dict)


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


def settle(
    plan: Plan, row: Any, version: int, mine: Mapping[str, object], together: Iterable[tuple[str, ...]] = ()
) -> dict[str, object]:
    """Return what each field of `row` shall hold when the writer began from `version` of it.

    What somebody else has changed since, and the writer did not touch, stays. Raises EditConflict if both
    have changed the same. `together`: fields that only make sense from one and the same writer.
    """
    if row.version == version:
        return dict(mine)
    return settled(plan, row, mine, row_then(plan, row, version), version=row.version, together=together)


def settled(
    plan: Plan, row: Any, mine: Mapping[str, object], then: Mapping[str, object] | None, *, version: int,
    together: Iterable[tuple[str, ...]] = (),
) -> dict[str, object]:  # fmt: skip
    """Return the same, from what the row said `then`; `version` is the one to write on from."""
    present = {name: getattr(row, name) for name in mine}
    found = merge(then, _plain(mine), _plain(present), together)
    if found.clashes:
        raise conflict(
            plan, row.pk, {name: mine[name] for name in found.clashes}, present, version=version,
            base={name: then.get(name) for name in mine} if then is not None else None, merged=found.values,
        )  # fmt: skip
    ours = {name for name, value in mine.items() if plain(value) == found.values[name]}
    return {name: mine[name] if name in ours else present[name] for name in mine}


def conflict(
    plan: Plan, changed: object, mine: Mapping[str, object], theirs: Mapping[str, object], *, version: int,
    base: Mapping[str, object] | None = None, merged: Mapping[str, object] | None = None,
) -> EditConflict:  # fmt: skip
    """Return a conflict that tells who wrote the other text, and when."""
    last = _last_to_change(plan, changed, list(mine))
    return EditConflict(
        _texts(mine), _texts(theirs), version=version, by_name=last.by_name if last else "",
        at=last.at if last else None, base=None if base is None else _texts(base),
        merged=_texts(merged or mine),
    )  # fmt: skip


def _last_to_change(plan: Plan, changed: object, fields: list[str]) -> PlanVersion | None:
    """Return the version that last changed one of the fields of a row, or brought a whole plan back."""
    touched = Q()
    for name in fields:
        touched |= Q(content__changed__fields__contains=[name])
    by_hand = Q(content__changed__id=str(changed)) & touched
    return plan.versions.filter(by_hand | Q(content__changed__whole=True)).order_by("-number").first()


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {name: plain(value) for name, value in values.items()}


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: _shown(value) for name, value in values.items()}


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _version(actor: Actor, plan: Plan, change: Change) -> PlanVersion:
    told = {"msgid": change.summary.msgid, "params": dict(change.summary.params)}
    changed = {"id": str(change.row.pk), "fields": list(change.fields), "essential": change.essential}
    changed |= told | dict(change.about)
    return PlanVersion.objects.create(
        municipality_id=plan.municipality_id, plan=plan, number=plan.version, by_name=actor.name,
        kind=change.kind, summary=str(change.summary)[:LONGEST_SUMMARY],
        content=content_of(plan) | {"changed": changed},
    )  # fmt: skip
