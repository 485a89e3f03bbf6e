"""From rows to the lines of a view. No queries here: everything is read beforehand."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.consent.queries import SharedWith
from fellesplan.kernel.text import Text, t
from fellesplan.meetings import reading
from fellesplan.meetings.models import AgendaItem, Invitation, Meeting, Task, TaskState
from fellesplan.meetings.view import InvitedLine, ItemLine, Silence, TaskLine
from fellesplan.plans.tools import LifeArea


def item_line(item: AgendaItem, number: int, tasks: tuple[TaskLine, ...], *, open_: bool) -> ItemLine:
    """Return a point; what was said only when it is open to the reader."""
    said = item.minutes if open_ else ""
    return ItemLine(item.pk, number, item.title, item.suggested_by, said, item.version, tasks)


def invited_line(
    row: Invitation, meeting: Meeting, kinds: Mapping[UUID, str], barred: Mapping[UUID, Text]
) -> InvitedLine:
    """Return one who is called; `kinds` tells how those who act for the person are related."""
    part, whom = row.participant, row.invited_person
    return InvitedLine(
        id=row.pk,
        name=reading.name_of(row),
        role=_role(row, meeting, kinds),
        purpose=row.purpose,
        reply=row.reply,
        reply_text=str(row.get_reply_display()),
        attended=row.attended,
        is_subject=whom is not None and whom.pk == meeting.person_id,
        barred=barred.get(part.pk) if part else None,
        participant=part.pk if part else None,
        person=whom.pk if whom else None,
        unit=part.unit.name if part and part.unit else "",
        receiver=(part.unit_id or part.private_person_id) if part else None,
    )


def silences(
    invited: Iterable[InvitedLine], shares: Iterable[SharedWith], life: Iterable[LifeArea]
) -> tuple[Silence, ...]:
    """Return who must not hear about which areas of life. Family and the person hear everything."""
    areas, known = tuple(life), {share.unit or share.recipient: set(share.areas) for share in shares}
    found = []
    for row in invited:
        hears = known.get(row.receiver, set()) if row.receiver else {area.key for area in areas}
        if closed := tuple(area.name for area in areas if area.key not in hears):
            found.append(Silence(row.name, row.unit, closed))
    return tuple(found)


def _role(row: Invitation, meeting: Meeting, kinds: Mapping[UUID, str]) -> str:
    if row.participant:
        unit = row.participant.unit
        return ", ".join(filter(None, (row.participant.role, unit.name if unit else "")))
    if row.invited_person_id == meeting.person_id:
        return str(t("Møtet er om {name}", name=meeting.person.first_name))
    return kinds.get(row.invited_person_id, "") if row.invited_person_id else ""


def task_line(
    task: Task, actor: Actor, mine: Collection[UUID], *, leads: bool, said: TaskState | None = None
) -> TaskLine:
    """Return a task. `mine` are the actor's participations; `leads` marks the coordinator."""
    coordinators = not task.responsible_id and not task.responsible_is_person
    persons = task.responsible_is_person and task.person_id == actor.person
    return TaskLine(
        id=task.pk,
        title=task.title,
        who=reading.who_does(task),
        due_on=task.due_on,
        state=task.state,
        done_on=task.done_on,
        person=task.person_id,
        person_name=task.person.full_name,
        meeting=task.meeting_id,
        item=task.agenda_item_id,
        mine=task.responsible_id in mine or (coordinators and leads) or persons,
        reviewed=said.event if said else "",
        note=said.note if said else "",
    )
