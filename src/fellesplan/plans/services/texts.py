"""The plan's own texts, its period, and what is said of each area of life."""

from collections.abc import Mapping
from datetime import date

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.plans.earlier import plan_then
from fellesplan.plans.fields import PERIOD, TEXTS
from fellesplan.plans.models import AreaNote, Plan
from fellesplan.plans.services.writing import Change, keep, locked, settle, settled
from fellesplan.plans.tools import area_name, life_areas, procedure

NAMES: Mapping[str, Text] = {
    "matters": t("Det som er viktig"),
    "resources": t("Det personen er god på"),
    "person_contributes": t("Det personen selv bidrar med"),
    "family_contributes": t("Det familien bidrar med"),
    "child_participation": t("Hvordan barnet har vært med"),
    "cooperation": t("Samarbeid med andre"),
    "contact_doctor": t("Kontaktlege"),
    "made_by": t("Hvem som lager planen"),
}


def update_text(*, actor: Actor, plan: Plan, field: str, text: str, version: int) -> Plan:
    """Change one of the plan's texts. `version` is the plan's when the writer began.

    Raises EditConflict only if this very text has been changed since then; ValueError for another field.
    """
    if field not in TEXTS:
        raise ValueError(field)
    held = locked(plan)
    require(actor, "plan.write", held)
    text, present = text.strip(), getattr(held, field)
    if version != held.version and text != present:
        then = plan_then(held, version)
        found = settled(held, held, {field: text}, then and then["texts"], version=held.version)
        text = str(found[field])
    if text == present:
        return held
    setattr(held, field, text)
    held.save(update_fields=[field])
    summary = t("Ny tekst: {name}", name=str(NAMES[field]))
    keep(actor, held, Change(action="plan.write", row=held, fields=[field], summary=summary))
    return held


def set_period(
    *,
    actor: Actor,
    plan: Plan,
    period_from: date,
    period_to: date | None,
    evaluate_on: date | None,
    version: int | None = None,
) -> Plan:
    """Set how long the plan lasts and when it is looked at anew (IPf § 9 nr. 8).

    `version` is the plan's when the writer began; raises EditConflict if another period was set since then.
    """
    held = locked(plan)
    require(actor, "plan.write", held)
    if period_to and period_to < period_from:
        raise InvalidInput({"period_to": t("Planen kan ikke slutte før den begynner.")})
    if evaluate_on and evaluate_on < period_from:
        raise InvalidInput({"evaluate_on": t("Evalueringen kan ikke være før planen begynner.")})
    wanted: dict[str, object] = {
        "period_from": period_from, "period_to": period_to, "evaluate_on": evaluate_on
    }  # fmt: skip
    if version is not None and version != held.version:
        then = plan_then(held, version)
        wanted = settled(held, held, wanted, then and then["period"], version=held.version, together=[PERIOD])
    changed = [name for name, value in wanted.items() if getattr(held, name) != value]
    if changed:
        for name in changed:
            setattr(held, name, wanted[name])
        held.save(update_fields=changed)
        keep(actor, held, Change(action="plan.write", row=held, fields=changed, summary=t("Ny planperiode")))
    return held


def area(
    *,
    actor: Actor,
    plan: Plan,
    key: str,
    own_words: str,
    needs: str,
    version: int,
    resources: str | None = None,
) -> AreaNote:
    """Write what the person says, and needs, in one area of life (IPf § 9 nr. 1). `version` 0: nothing yet.

    Without `resources`, what is written of them stays.

    Raises InvalidInput for an area the municipality does not have, EditConflict if it was changed meanwhile.
    """
    held = locked(plan)
    require(actor, "plan.write", held)
    check_area(held, key)
    row = held.areas.filter(area=key).first()
    note = row or AreaNote(municipality_id=held.municipality_id, plan=held, area=key, version=0)
    written = {"own_words": own_words.strip(), "needs": needs.strip()}
    if resources is not None:
        written["resources"] = resources.strip()
    wanted = settle(held, note, version, written)
    changed = [name for name, value in wanted.items() if getattr(note, name) != value]
    if changed or row is None:
        for name in changed:
            setattr(note, name, wanted[name])
        note.version += 1
        note.save()
        named = area_name(procedure(held.person.municipality, clock.today()), key)
        summary = t("Ny tekst: {name}", name=str(named))
        keep(actor, held, Change(action="area.write", row=note, fields=changed, summary=summary))
    return note


def check_area(plan: Plan, key: str) -> None:
    """Raise InvalidInput unless the area is one of the municipality's, or in use in the plan already."""
    known = {found.key for found in life_areas(procedure(plan.person.municipality, clock.today()))}
    used = plan.goals.filter(area=key).exists() or plan.areas.filter(area=key).exists()
    if key not in known and not used:
        raise InvalidInput({"area": t("Velg et av områdene i planen.")})
