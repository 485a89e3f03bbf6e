"""Measures: who does what, where, how much and until when (forskrift om individuell plan § 9 nr. 4-6)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Employee
from fellesplan.plans import states
from fellesplan.plans.happenings import MeasureReported
from fellesplan.plans.models import Goal, Measure, MeasureState, Participant, Plan
from fellesplan.plans.services.goals import held_goal
from fellesplan.plans.services.responsible import participant_for
from fellesplan.plans.services.writing import Change, keep, locked, settle

REPORTS = states.MEASURE.events
TOGETHER = (("responsible_id", "responsible_is_person"), ("starts_on", "due_on"))
"""Fields that only make sense from one and the same writer."""
_REPORTED = {
    "started": t("Begynt: {title}"),
    "done": t("Fullført: {title}"),
    "not_working": t("Fungerer ikke: {title}"),
}


@dataclass(frozen=True, kw_only=True)
class MeasureData:
    """What a measure says. `responsible` is a participant, or the person's coordinator as an employee."""

    title: str
    responsible: Participant | Employee | None = None
    responsible_is_person: bool = False
    where: str = ""
    amount: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    decision_reference: str = ""


def add_measure(*, actor: Actor, goal: Goal, data: MeasureData) -> Measure:
    """Add a measure last under a goal. Raises InvalidInput."""
    held, row = held_goal(actor, goal)
    measure = Measure(municipality_id=held.municipality_id, goal=row, order=row.measures.count())
    wanted = _checked(held, data)
    for name, value in wanted.items():
        setattr(measure, name, value)
    measure.save(force_insert=True)
    _history(actor, measure, "added")
    summary = t("Nytt tiltak: {title}", title=measure.title)
    keep(actor, held, Change(action="measure.write", row=measure, fields=list(wanted), summary=summary))
    return measure


def update_measure(*, actor: Actor, measure: Measure, data: MeasureData, version: int) -> Measure:
    """Change a measure. Raises InvalidInput, or EditConflict if it says something else than one knew."""
    held, row = _held(actor, measure, "measure.write")
    wanted = settle(held, row, version, _checked(held, data), TOGETHER)
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, wanted[name])
        row.version += 1
        row.save()
        summary = t("Endret tiltak: {title}", title=row.title)
        keep(actor, held, Change(action="measure.write", row=row, fields=changed, summary=summary))
    return row


def report_measure(*, actor: Actor, measure: Measure, event: str, note: str = "") -> Measure:
    """Tell how a measure goes; its responsible participant may. `event`: started, done or not_working.

    Telling the same again with a new note only adds the note. Raises Refused, and InvalidInput without a
    note on what does not work.
    """
    held, row = _held(actor, measure, "measure.report")
    note = note.strip()
    if event not in REPORTS:
        raise InvalidInput({"event": t("Velg hvordan det går.")})
    if event == "not_working" and not note:
        raise InvalidInput({"note": t("Skriv kort hva som ikke fungerer.")})
    if not _already(row.state, event):
        row.state = states.MEASURE.after(row.state, event)
    row.state_note = note
    row.done_on = clock.today() if row.state == states.DONE else None
    row.version += 1
    row.save(update_fields=["state", "state_note", "done_on", "version"])
    _history(actor, row, event, note)
    summary = Text(_REPORTED[event].msgid, {"title": row.title})
    fields = ["state", "state_note"]
    change = Change(action="measure.report", row=row, fields=fields, summary=summary, essential=False)
    keep(actor, held, change)
    announce(MeasureReported(actor=actor, measure=row, event=event, note=note))
    return row


def archive_measure(*, actor: Actor, measure: Measure) -> Measure:
    """Take a measure out of the plan. It can be brought back; nothing is deleted."""
    held, row = _held(actor, measure, "measure.write")
    if row.archived_at is None:
        row.archived_at = clock.now()
        _save_archived(actor, held, row, t("Tatt ut tiltak: {title}", title=row.title))
    return row


def restore_measure(*, actor: Actor, measure: Measure) -> Measure:
    """Bring a measure back."""
    held, row = _held(actor, measure, "measure.write")
    if row.archived_at is not None:
        row.archived_at = None
        _save_archived(actor, held, row, t("Hentet tilbake tiltak: {title}", title=row.title))
    return row


def _already(state: str, event: str) -> bool:
    return any(move.event == event and move.target == state for move in states.MEASURE.transitions)


def _held(actor: Actor, measure: Measure, action: str) -> tuple[Plan, Measure]:
    held = locked(measure.goal.plan)
    row = Measure.objects.select_for_update(of=("self",)).select_related("goal").get(pk=measure.pk)
    require(actor, action, row)
    return held, row


def _checked(plan: Plan, data: MeasureData) -> dict[str, Any]:
    """Return the row's fields. Raises InvalidInput."""
    if not data.title.strip():
        raise InvalidInput({"title": t("Skriv hva som skal gjøres.")})
    if data.starts_on and data.due_on and data.due_on < data.starts_on:
        raise InvalidInput({"due_on": t("Sluttdatoen kan ikke være før datoen tiltaket begynner.")})
    responsible = None if data.responsible_is_person else participant_for(plan, data.responsible)
    return {
        "title": data.title.strip(),
        "responsible_id": responsible,
        "responsible_is_person": data.responsible_is_person,
        "where": data.where.strip(),
        "amount": data.amount.strip(),
        "starts_on": data.starts_on,
        "due_on": data.due_on,
        "decision_reference": data.decision_reference.strip(),
    }


def _save_archived(actor: Actor, plan: Plan, measure: Measure, summary: Text) -> None:
    measure.version += 1
    measure.save(update_fields=["archived_at", "version"])
    keep(actor, plan, Change(action="measure.write", row=measure, fields=["archived_at"], summary=summary))


def _history(actor: Actor, measure: Measure, event: str, note: str = "") -> None:
    MeasureState.objects.create(
        municipality_id=measure.municipality_id, measure=measure, event=event, state=measure.state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip
