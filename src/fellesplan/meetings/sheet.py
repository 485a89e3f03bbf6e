"""The facts of the minutes as they are printed."""

from collections.abc import Mapping
from datetime import datetime

from fellesplan.documents.letters import Language, Sender
from fellesplan.documents.sheets import AgendaItem, Attendee, MinutesSheet, MinutesTask
from fellesplan.kernel import clock
from fellesplan.meetings import reading, states
from fellesplan.meetings.kinds import name_in
from fellesplan.meetings.models import Invitation, Meeting, Task, TaskState
from fellesplan.people import protection
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Municipality
from fellesplan.procedures.loader import Procedure, load


def minutes_sheet(meeting: Meeting, *, minute_taker: str, language: Language) -> MinutesSheet:
    """Return everything that stands in the minutes; a fixed number of queries."""
    municipality = meeting.person.municipality
    following = load(municipality.profile, clock.civil_day(meeting.starts_at))
    called = reading.invitations(meeting)
    earlier = reading.earlier_tasks(meeting)
    said = reading.reviews(meeting, earlier)
    leader = meeting.called_by.name if meeting.called_by else minute_taker
    sheet = MinutesSheet(
        sender=_sender(municipality, following, language),
        kind=name_in(following, meeting.kind, language),
        person_name=meeting.person.first_name,
        starts_at=clock.local(meeting.starts_at),
        ends_at=clock.local(meeting.ends_at),
        place=_place(meeting),
        minute_taker=minute_taker,
        chair=leader,
        present=(Attendee(leader, "koordinator"), *_people(called, attended=True)),
        absent=_people(called, attended=False),
        last_time=tuple(_earlier(task, said.get(task.pk)) for task in earlier),
        agenda=tuple(AgendaItem(item.title, item.minutes) for item in meeting.agenda.all()),
        tasks=tuple(_task(task) for task in reading.tasks_of(meeting)),
        next_meeting=_next(meeting),
        sent_to=tuple(reading.name_of(row) for row in called if row.attended),
    )
    return concealed(meeting.person, sheet)


def _sender(municipality: Municipality, following: Procedure, language: Language) -> Sender:
    office = following.value("office_name")
    unit = str(office.get(language, "")) if isinstance(office, Mapping) else ""
    return Sender(
        municipality=f"{municipality.name.removesuffix(' kommune')} kommune",
        unit=unit,
        phone=municipality.phone,
        address=municipality.address,
    )


def _people(rows: list[Invitation], *, attended: bool) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(reading.name_of(row), row.purpose) for row in rows if bool(row.attended) is attended
    )


def _place(meeting: Meeting) -> str:
    return protection.place(meeting.person, meeting.place) or meeting.video


def _earlier(task: Task, said: TaskState | None) -> MinutesTask:
    return MinutesTask(task.title, reading.who_does(task), task.due_on, str(reading.result_of(task, said)))


def _task(task: Task) -> MinutesTask:
    return MinutesTask(task.title, reading.who_does(task), task.due_on)


def _next(meeting: Meeting) -> datetime | None:
    later = Meeting.objects.filter(
        person_id=meeting.person_id, state=states.PLANNED, starts_at__gt=meeting.starts_at
    )
    starts = later.order_by("starts_at").values_list("starts_at", flat=True).first()
    return clock.local(starts) if starts else None
