"""Bringing back what the plan said before: a new version each time, and nothing is deleted.

Who takes part, what they have consented to, which tool is used and what has been reported of how it goes
stay as they are: they are not text, and going back in them would open or hide something behind their backs.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound, Refused
from fellesplan.kernel.text import t
from fellesplan.plans.comparing import DATES
from fellesplan.plans.content import plain
from fellesplan.plans.earlier import plan_then
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.fields import PERIOD, SCALE, TEXTS
from fellesplan.plans.labels import LABELS
from fellesplan.plans.models import AreaNote, Goal, Measure, Plan, SubPlan
from fellesplan.plans.services.writing import Change, keep, locked

PLAN = ("legal_basis", "not_relevant")
SUB_PLAN = ("kind", "title", "where", "dated")
AREA = ("own_words", "resources", "needs")
GOAL = ("area", "title", "description", "now", *SCALE, "order")
MEASURE = ("title", "where", "amount", "starts_on", "due_on", "decision_reference", "order")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": TEXTS,
    "period": PERIOD,
    "area": AREA,
    "goal": ("area", "title", "description", "now", "progress", *SCALE),
    "sub_plan": SUB_PLAN,
    "measure": ("title", "responsible_id", *MEASURE[1:-1]),
}
"""The fields that can be brought back one by one, by the part of the plan they stand in."""
_MODELS: Mapping[str, tuple[type[Goal | Measure | SubPlan], str]] = {
    "goal": (Goal, "plan"), "measure": (Measure, "goal__plan"), "sub_plan": (SubPlan, "plan"),
}  # fmt: skip


def restore_version(*, actor: Actor, plan: Plan, number: int, version: int) -> Plan:
    """Let the plan say what it said in a version. `version` is the plan's when the actor was asked.

    What has been added since is taken out, and can be brought back like anything else. Raises NotFound, and
    EditConflict when the plan has been changed since the actor read it.
    """
    held, content = _held(actor, plan, number, version)
    changed = [*_own(held, content), *_areas(held, content["areas"]), *_goals(held, content["goals"])]
    changed += _sub_plans(held, content)
    if changed:
        said = t("Planen slik den var i versjon {number}", number=number)
        about = {"whole": True, "restored": number}
        keep(actor, held, Change(action="plan.write", row=held, fields=changed, summary=said, about=about))
    return held


def restore_field(
    *, actor: Actor, plan: Plan, number: int, part: str, key: str, name: str, version: int
) -> Plan:
    """Let one field say what it said in a version. `part` is text, period, area, goal or measure, `key` its
    row or area. Raises NotFound, Refused when it does not fit with the rest, EditConflict as above.
    """
    held, content = _held(actor, plan, number, version)
    if name not in FIELDS.get(part, ()):
        raise NotFound
    row, action, kept = _row(held, content, part, key)
    require(actor, action, row if row.pk and not row._state.adding else held)
    simple = {name: _value(name, kept.get(name, ""))}
    values = _responsible(held, kept) if name == "responsible_id" else simple
    if name == "responsible_id" and not values:
        raise Refused(t("Den som hadde ansvaret, er ikke med i planen lenger."))
    if fields := _set(row, values):
        _refuse_backwards(row)
        row.save()
        said = t("Hentet fra versjon {number}: {name}", number=number, name=str(LABELS[name]))
        about = {"restored": number}
        keep(actor, held, Change(action=action, row=row, fields=fields, summary=said, about=about))
    return held


def _held(actor: Actor, plan: Plan, number: int, version: int) -> tuple[Plan, dict[str, Any]]:
    held = locked(plan)
    require(actor, "plan.write", held)
    content = plan_then(held, number)
    if content is None:
        raise NotFound
    if held.version != version:
        raise EditConflict({}, {}, version=held.version)
    return held, content


def _row(held: Plan, content: Mapping[str, Any], part: str, key: str) -> tuple[Any, str, Mapping[str, Any]]:
    """Return the row as it is now, what one must be allowed, and what the version says of it."""
    if part in {"text", "period"}:
        return held, "plan.write", content["texts" if part == "text" else part]
    if part == "area":
        return _note(held, key), "area.write", _kept_area(content, key)
    kept = {one["id"]: one for goal in content["goals"] for one in (goal, *goal["measures"])}
    kept |= {one["id"]: one for one in content.get("sub_plans", ())}
    if key not in kept:
        raise NotFound
    model, path = _MODELS[part]
    found = (
        model._default_manager.select_for_update(of=("self",)).filter(**{path: held}, pk=UUID(key)).first()
    )
    if found is None:
        raise NotFound
    return found, f"{part}.write", kept[key]


def _note(held: Plan, key: str) -> AreaNote:
    made = AreaNote(municipality_id=held.municipality_id, plan=held, area=key, version=0)
    return held.areas.select_for_update().filter(area=key).first() or made


def _kept_area(content: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    known = {row["area"]: row for row in content["areas"]}
    return known.get(key) or dict.fromkeys(AREA, "")


def _own(held: Plan, content: Mapping[str, Any]) -> list[str]:
    texts = content["texts"]
    wanted = {name: _value(name, texts[name]) for name in TEXTS if name in texts}
    wanted |= {name: _value(name, content["period"][name]) for name in PERIOD}
    wanted |= {name: content[name] for name in PLAN if name in content}
    changed = _set(held, wanted, versioned=False)
    if changed:
        held.save(update_fields=changed)
    return changed


def _areas(held: Plan, kept: Iterable[Mapping[str, Any]]) -> list[str]:
    wanted = {row["area"]: row for row in kept}
    changed = []
    for key in dict.fromkeys((*wanted, *held.areas.values_list("area", flat=True))):
        note = _note(held, key)
        if _set(note, {name: wanted.get(key, {}).get(name, "") for name in AREA}):
            note.save()
            changed.append(key)
    return changed


def _goals(held: Plan, kept: Iterable[Mapping[str, Any]]) -> list[str]:
    goals = {row["id"]: row for row in kept}
    measures = {row["id"]: row for goal in goals.values() for row in goal["measures"]}
    changed = []
    for goal in held.goals.select_for_update():
        changed += _restored(held, goal, goals.get(str(goal.pk)), GOAL)
    for measure in Measure.objects.select_for_update(of=("self",)).filter(goal__plan=held):
        changed += _restored(held, measure, measures.get(str(measure.pk)), MEASURE)
    return changed


def _sub_plans(held: Plan, content: Mapping[str, Any]) -> list[str]:
    """Let the sub-plans say what they said; a version from before there were any says nothing of them."""
    kept = {row["id"]: row for row in content.get("sub_plans", ())}
    changed: list[str] = []
    for row in held.sub_plans.select_for_update() if "sub_plans" in content else ():
        changed += _restored(held, row, kept.get(str(row.pk)), SUB_PLAN)
    return changed


def _restored(held: Plan, row: Any, kept: Mapping[str, Any] | None, names: tuple[str, ...]) -> list[str]:
    """Let a goal or a measure say what it said; one that was not there yet is taken out."""
    known = kept or {}
    wanted: dict[str, object] = {name: _value(name, known[name]) for name in names if name in known}
    if kept and isinstance(row, Measure):
        wanted |= _responsible(held, kept)
    if (row.archived_at is not None) != (kept is None or kept["archived"]):
        wanted["archived_at"] = clock.now() if row.archived_at is None else None
    if not _set(row, wanted):
        return []
    row.save()
    return [str(row.pk)]


def _responsible(held: Plan, kept: Mapping[str, Any]) -> dict[str, object]:
    """Return who answered for a measure; nothing when they take part no longer."""
    who = kept["responsible_id"]
    if who and not held.participants.filter(pk=who, ended_at__isnull=True).exists():
        return {}
    return {
        "responsible_id": UUID(who) if who else None,
        "responsible_is_person": kept["responsible_is_person"],
    }


def _set(row: Any, wanted: Mapping[str, object], *, versioned: bool = True) -> list[str]:
    """Set what differs and return the names; a row with its own version gets a new one."""
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
    if changed and versioned and not isinstance(row, Plan):
        row.version += 1
    return changed


def _value(name: str, kept: Any) -> Any:
    return date.fromisoformat(kept) if kept and name in DATES else plain(kept)


def _refuse_backwards(row: Any) -> None:
    pairs = (("period_from", "period_to"), ("starts_on", "due_on"))
    for first, last in pairs:
        begins, ends = getattr(row, first, None), getattr(row, last, None)
        if begins and ends and ends < begins:
            raise Refused(t("Da ville sluttdatoen komme før startdatoen. Endre datoene hver for seg."))
