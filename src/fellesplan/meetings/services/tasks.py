"""Tasks: what a meeting decided, who does it and until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.meetings import states
from fellesplan.meetings.happenings import TaskAnswered
from fellesplan.meetings.models import AgendaItem, Meeting, Task, TaskState
from fellesplan.meetings.services.writing import log, log_meeting, open_to_leader
from fellesplan.plans.models import Participant


class Outcome(StrEnum):
    """How it went with a task from an earlier meeting."""

    DONE = "done"
    NOT_DONE = "not_done"
    POSTPONED = "postponed"


@dataclass(frozen=True, kw_only=True)
class TaskData:
    """What, who and until when. With neither participant nor person it is the coordinator's own task."""

    title: str
    due_on: date | None
    responsible: Participant | None = None
    responsible_is_person: bool = False


def add_task(*, actor: Actor, meeting: Meeting, data: TaskData, item: AgendaItem | None = None) -> Task:
    """Write down what was decided. The same task twice is one task. Raises InvalidInput or Refused."""
    held = open_to_leader(actor, meeting)
    if wrong := _wrong(held, data):
        raise InvalidInput(wrong)
    values = {
        "agenda_item": item, "title": data.title.strip(), "responsible": data.responsible,
        "responsible_is_person": data.responsible_is_person, "due_on": data.due_on,
    }  # fmt: skip
    if found := held.tasks.filter(**values).first():
        return found
    task = Task.objects.create(
        municipality_id=held.municipality_id, person_id=held.person_id, meeting=held, **values
    )
    _history(actor, task, "added")
    log_meeting(actor, held, ["tasks"])
    return task


def do_task(*, actor: Actor, task: Task, note: str = "") -> Task:
    """Report a task done. Doing it twice changes nothing."""
    row = _held(actor, task)
    return row if row.state == states.DONE else _move(actor, row, "done", note)


def reopen_task(*, actor: Actor, task: Task, note: str = "") -> Task:
    """Take a task up again that was reported done."""
    row = _held(actor, task)
    return row if row.state == states.OPEN else _move(actor, row, "reopened", note)


def review_task(
    *, actor: Actor, task: Task, outcome: str, due_on: date | None = None, note: str = ""
) -> Task:
    """Go through a task from an earlier meeting: done, not done, or postponed to a new day.

    Raises InvalidInput when it is postponed without a day ahead.
    """
    if outcome not in list(Outcome):
        raise InvalidInput({"outcome": t("Velg hvordan det gikk.")})
    row = _held(actor, task)
    if outcome == Outcome.DONE:
        return row if row.state == states.DONE else _move(actor, row, "done", note)
    if row.state == states.DONE:
        row = _move(actor, row, "reopened", note)
    if outcome == Outcome.NOT_DONE:
        return _move(actor, row, "not_done", note)
    if due_on is None or due_on < clock.today():
        raise InvalidInput({"due_on": t("Skriv den nye fristen. Den må være i dag eller senere.")})
    row.due_on = due_on
    return _move(actor, row, "postponed", note)


def _held(actor: Actor, task: Task) -> Task:
    row = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    require(actor, "task.do", row)
    return row


def _move(actor: Actor, row: Task, event: str, note: str) -> Task:
    row.state = states.TASK.after(row.state, event)
    row.done_on = clock.today() if row.state == states.DONE else None
    row.version += 1
    row.save(update_fields=["state", "done_on", "due_on", "version"])
    _history(actor, row, event, note.strip())
    log(actor, "task.do", row, subject=row.person_id, fields=["state"])
    announce(TaskAnswered(actor=actor, task=row, event=event))
    return row


def _history(actor: Actor, task: Task, event: str, note: str = "") -> None:
    TaskState.objects.create(
        municipality_id=task.municipality_id, task=task, event=event, state=task.state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip


def _wrong(meeting: Meeting, data: TaskData) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if not data.title.strip():
        wrong["title"] = t("Skriv hva som skal gjøres.")
    if len(data.title.strip()) > 300:
        wrong["title"] = t("Skriv det kortere.")
    if data.responsible and data.responsible.plan.person_id != meeting.person_id:
        wrong["who"] = t("Velg en som er med i planen.")
    if data.due_on is None:
        wrong["due_on"] = t("Skriv når det skal være gjort.")
    elif data.due_on < clock.civil_day(meeting.starts_at):
        wrong["due_on"] = t("Fristen kan ikke være før møtet.")
    return wrong
