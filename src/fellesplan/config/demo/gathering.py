"""The meetings of the demo: one that has been, with minutes and tasks, and one that comes."""

from fellesplan.config.demo.planning import PlanWork
from fellesplan.config.demo.texts import Raw
from fellesplan.meetings import kinds, services
from fellesplan.meetings.models import AgendaItem, Meeting, Task
from fellesplan.meetings.services import Invited, MeetingData, TaskData
from fellesplan.plans.models import Participant

NOTICE = 14
"""Days between the call and the meeting."""


def meet(work: PlanWork) -> None:
    """Call the meetings in order; those in the past are held."""
    had: frozenset[str] = frozenset()
    for row in work.told["meeting"]:
        meeting = _call(work, row, had)
        had |= {meeting.kind}
        if row["days"] < 0:
            _hold(work, row, meeting)
        else:
            _answer(work, meeting)


def _call(work: PlanWork, row: Raw, had: frozenset[str]) -> Meeting:
    days = work.life.place.days
    called = min(row["days"] - NOTICE, -1)
    with days.at(called, 11):
        data = MeetingData(
            kind=kinds.proposal(work.life.place.procedure, had).key,
            starts_at=days.moment(row["days"], 13), ends_at=days.moment(row["days"], 14.5),
            place=work.life.place.say("place"), agenda=tuple(work.text(item)[0] for item in row["agenda"]),
            invited=_invited(work, row),
        )  # fmt: skip
        return services.call(actor=work.coordinator, person=work.life.person, data=data)


def _invited(work: PlanWork, row: Raw) -> tuple[Invited, ...]:
    family = [Invited(person=parent, purpose=_as_parent(work)) for parent in work.life.parents]
    others = [work.people[key] for key in row["invited"]]
    called = [Invited(participant=one, purpose=one.purpose or one.role) for one in others]
    return (Invited(person=work.life.person), *family, *called)


def _as_parent(work: PlanWork) -> str:
    return work.life.place.say("parent")


def _answer(work: PlanWork, meeting: Meeting) -> None:
    """Let the owner say yes and suggest a point, and the first of the others answer too."""
    with work.life.place.days.at(-1, 19):
        services.reply(actor=work.owner, meeting=meeting, answer="yes")
        suggestion = work.life.place.say("suggestion")
        services.suggest_item(actor=work.owner, meeting=meeting, title=suggestion)
        rows = meeting.invitations.filter(participant__employee__isnull=False).order_by("id")
        first = next((row.participant for row in rows), None)
        if first and first.employee:
            actor = work.life.place.actor(first.employee)
            services.reply(actor=actor, meeting=meeting, answer="yes")


def _hold(work: PlanWork, row: Raw, meeting: Meeting) -> None:
    days = work.life.place.days
    with days.at(row["days"], 14):
        invitations = list(meeting.invitations.all())
        items = list(meeting.agenda.all())
        services.mark_attendance(
            actor=work.coordinator, meeting=meeting, present=[one.pk for one in invitations]
        )
        for item, told in zip(items, row["agenda"], strict=True):
            text = work.text(told)[1]
            services.save_minutes(actor=work.coordinator, item=item, text=text, version=item.version)
        tasks = [_task(work, meeting, items, told) for told in row["tasks"]]
    with days.at(row["days"], 15):
        services.send_minutes(actor=work.coordinator, meeting=meeting)
    for task, told in zip(tasks, row["tasks"], strict=True):
        if told.get("done"):
            with days.at(told["due"], 16):
                actor = work.owner if told["who"] == "self" else work.coordinator
                services.do_task(actor=actor, task=task)


def _task(work: PlanWork, meeting: Meeting, items: list[AgendaItem], told: Raw) -> Task:
    responsible: Participant | None = work.people.get(told["who"])
    data = TaskData(
        title=work.text(told), due_on=work.life.place.days.day(told["due"]), responsible=responsible,
        responsible_is_person=told["who"] == "self",
    )  # fmt: skip
    return services.add_task(actor=work.coordinator, meeting=meeting, data=data, item=items[told["item"]])
