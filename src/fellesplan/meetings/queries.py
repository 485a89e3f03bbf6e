"""Reads about meetings. Each returns only what the actor may see, in a fixed number of queries."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, fetch, visible
from fellesplan.consent.queries import representations, shares_for
from fellesplan.documents.models import DocumentContent
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.meetings import building, reading, states
from fellesplan.meetings.covering import Candidate, candidates, uncovered
from fellesplan.meetings.kinds import kind_name
from fellesplan.meetings.models import Invitation, Meeting, Minutes, Task
from fellesplan.meetings.policy import as_owner
from fellesplan.meetings.view import InvitedLine, ItemLine, MeetingLine, MeetingView, Silence, TaskLine
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Employee, Person
from fellesplan.people.protection import is_protected
from fellesplan.plans.policy import as_coordinator, live_participations
from fellesplan.plans.tools import life_areas
from fellesplan.procedures.loader import Procedure, load

INFORMATION = ("meeting",)
_PEOPLE = (
    "participant__employee", "participant__unit", "participant__private_person", "invited_person",
)  # fmt: skip


def meeting_view(actor: Actor, meeting_id: UUID) -> MeetingView:
    """Return the meeting as the actor may see it, and log the read; raises NotFound.

    Minutes and tasks are open to the coordinator at once, to the others when the minutes are sent.
    """
    meeting = fetch(
        actor, "meeting.read", Meeting, meeting_id, information=INFORMATION,
        related=("person__municipality", "called_by", "minutes"),
    )  # fmt: skip
    leads = can(actor, "meeting.lead", meeting)
    owns = actor.person is not None and can(as_owner(actor), "meeting.reply", meeting)
    sent = _sent(meeting)
    mine = _mine(actor)
    invited = _invited(meeting, leads=leads)
    tasks = _tasks(actor, meeting, mine, leads=leads) if leads or sent else ()
    agenda = _agenda(meeting, tasks, open_=leads or sent is not None)
    following = load(meeting.person.municipality.profile, clock.civil_day(meeting.starts_at))
    view = MeetingView(
        id=meeting.pk, kind=meeting.kind, kind_name=kind_name(following, meeting.kind), title=meeting.title,
        person=meeting.person_id, person_name=meeting.person.full_name,
        first_name=meeting.person.first_name, starts_at=meeting.starts_at, ends_at=meeting.ends_at,
        place=meeting.place, video=meeting.video, interpreter=meeting.interpreter, state=meeting.state,
        state_text=states.MEETING.states[meeting.state], reason=_reason(meeting),
        called_by=meeting.called_by.name if meeting.called_by else "",
        called_by_phone=meeting.called_by.phone if meeting.called_by else "",
        called_by_email=meeting.called_by.email if meeting.called_by else "",
        sequence=meeting.sequence, version=meeting.version, agenda=agenda, invited=invited, tasks=tasks,
        earlier=_earlier(actor, meeting, mine) if leads else (),
        sent_at=sent.sent_at if sent else None, written_by=sent.written_by if sent else "",
        document=sent.document_id if sent else None, may_lead=leads,
        may_suggest=leads or can(actor, "meeting.suggest", meeting),
        is_own=owns,
        my_invitation=_my_own(actor, invited, mine, owns=owns),
        silences=_silences(meeting, invited, following) if leads and not sent else (),
        hidden=is_protected(meeting.person),
    )  # fmt: skip
    return concealed(meeting.person, view)


def upcoming(actor: Actor, persons: Collection[UUID] | None = None) -> tuple[MeetingLine, ...]:
    """Return the meetings ahead that the actor may see, the next first; of some persons if named."""
    rows = visible(actor, "meeting.read", Meeting).filter(state=states.PLANNED, ends_at__gte=actor.at)
    return _lines(actor, _of(rows, persons).order_by("starts_at", "id"))


def earlier(
    actor: Actor, persons: Collection[UUID] | None = None, *, limit: int = 20
) -> tuple[MeetingLine, ...]:
    """Return the meetings that have been, the latest first; those not ended yet too."""
    rows = visible(actor, "meeting.read", Meeting).exclude(state=states.CANCELLED)
    rows = rows.exclude(state=states.PLANNED, ends_at__gte=actor.at)
    return _lines(actor, _of(rows, persons).order_by("-starts_at", "-id")[:limit])


def open_tasks(actor: Actor, persons: Collection[UUID] | None = None) -> tuple[TaskLine, ...]:
    """Return the tasks not done that the actor may see, the most urgent first; `mine` marks their own."""
    rows = visible(actor, "task.read", Task).filter(state=states.OPEN)
    rows = rows if persons is None else rows.filter(person__in=persons)
    mine, leads = _mine(actor), actor.employee is not None
    ordered = reading.with_people(rows).order_by("due_on", "id")
    return tuple(building.task_line(row, actor, mine, leads=leads) for row in ordered)


def person_to_call(actor: Actor, person_id: UUID) -> Person:
    """Return the person, if the actor is the coordinator who may call meetings; raises NotFound."""
    return fetch(
        as_coordinator(actor), "person.read", Person, person_id, related=("municipality",),
        information=("name",),
    )  # fmt: skip


def to_call(actor: Actor, person: Person) -> tuple[Candidate, ...]:
    """Return everybody who can be called to a meeting about the person today."""
    return candidates(person, caller=actor.employee, days=(clock.today(),))


def kinds_had(person: Person) -> frozenset[str]:
    """Return the kinds of meeting the person has had or is called to."""
    rows = person.meetings.exclude(state=states.CANCELLED)
    return frozenset(rows.values_list("kind", flat=True))


def minutes_pdf(actor: Actor, meeting_id: UUID) -> tuple[bytes, date]:
    """Return the minutes that were sent and the day of the meeting, and log the read; raises NotFound."""
    meeting = fetch(actor, "meeting.read", Meeting, meeting_id, information=("minutes",))
    sent = Minutes.objects.filter(meeting=meeting, sent_at__isnull=False).values("document_id")
    content = DocumentContent.objects.filter(document__in=sent).first()
    if content is None:
        raise NotFound
    return bytes(content.data), clock.civil_day(meeting.starts_at)


def email_of(actor: Actor) -> str:
    """Return the actor's own e-mail address, or an empty text."""
    own = Employee.objects.filter(pk=actor.employee) if actor.employee else None
    person = Person.objects.filter(pk=actor.person) if actor.person else None
    rows = own if own is not None else person
    return (rows.values_list("email", flat=True).first() or "") if rows is not None else ""


def _lines(actor: Actor, rows: "QuerySet[Meeting]") -> tuple[MeetingLine, ...]:
    called = Invitation.objects.select_related(*_PEOPLE).order_by("id")
    rows = rows.select_related("person__municipality", "minutes").prefetch_related(
        Prefetch("invitations", queryset=called), "agenda"
    )
    mine = _mine(actor)
    return tuple(_line(actor, row, mine) for row in rows)


def _line(actor: Actor, row: Meeting, mine: frozenset[UUID]) -> MeetingLine:
    following = load(row.person.municipality.profile, clock.civil_day(row.starts_at))
    names: dict[str, list[str]] = {"yes": [], "no": [], "none": []}
    my_reply = None
    for one in row.invitations.all():
        names[one.reply].append(reading.name_of(one))
        if one.participant_id in mine or (actor.person and one.invited_person_id == actor.person):
            my_reply = one.reply
    return MeetingLine(
        row.pk, kind_name(following, row.kind), row.title, row.person_id, row.person.full_name,
        row.person.first_name, row.starts_at, row.ends_at, row.place, row.video, tuple(names["yes"]),
        tuple(names["no"]), tuple(names["none"]), tuple(item.title for item in row.agenda.all()), my_reply,
        _sent(row) is not None,
    )  # fmt: skip


def _invited(meeting: Meeting, *, leads: bool) -> tuple[InvitedLine, ...]:
    rows = reading.invitations(meeting)
    acting = representations(meeting.person, clock.today())
    kinds = {row.representative_id: str(row.get_kind_display()) for row in acting}
    ahead = leads and meeting.state == states.PLANNED
    parts = [row.participant for row in rows if row.participant] if ahead else []
    barred = uncovered(meeting.person, parts, [clock.today()]) if parts else {}
    return tuple(building.invited_line(row, meeting, kinds, barred) for row in rows)


def _silences(
    meeting: Meeting, invited: tuple[InvitedLine, ...], following: Procedure
) -> tuple[Silence, ...]:
    shares = shares_for(meeting.person, clock.today())
    return building.silences(invited, shares, life_areas(following))


def _tasks(actor: Actor, meeting: Meeting, mine: frozenset[UUID], *, leads: bool) -> tuple[TaskLine, ...]:
    return tuple(building.task_line(task, actor, mine, leads=leads) for task in reading.tasks_of(meeting))


def _agenda(meeting: Meeting, tasks: tuple[TaskLine, ...], *, open_: bool) -> tuple[ItemLine, ...]:
    return tuple(
        building.item_line(item, number, tuple(task for task in tasks if task.item == item.pk), open_=open_)
        for number, item in enumerate(meeting.agenda.all(), start=1)
    )


def _earlier(actor: Actor, meeting: Meeting, mine: frozenset[UUID]) -> tuple[TaskLine, ...]:
    rows = reading.earlier_tasks(meeting)
    said = reading.reviews(meeting, rows) if rows else {}
    return tuple(building.task_line(row, actor, mine, leads=True, said=said.get(row.pk)) for row in rows)


def _my_own(
    actor: Actor, invited: tuple[InvitedLine, ...], mine: frozenset[UUID], *, owns: bool
) -> InvitedLine | None:
    """Return the invitation the actor answers: their own, else that of the person they act for."""
    own = [row for row in invited if row.participant in mine or (actor.person and row.person == actor.person)]
    for_person = [row for row in invited if row.is_subject and owns]
    return next(iter([*own, *for_person]), None)


def _mine(actor: Actor) -> frozenset[UUID]:
    return frozenset(live_participations(actor).values_list("pk", flat=True))


def _of(rows: "QuerySet[Meeting]", persons: Collection[UUID] | None) -> "QuerySet[Meeting]":
    return rows if persons is None else rows.filter(person__in=persons)


def _sent(meeting: Meeting) -> Minutes | None:
    row = getattr(meeting, "minutes", None)
    return row if row and row.sent_at else None


def _reason(meeting: Meeting) -> str:
    if meeting.state != states.CANCELLED:
        return ""
    last = meeting.history.filter(event="cancelled").order_by("-at").values_list("note", flat=True).first()
    return last or ""
