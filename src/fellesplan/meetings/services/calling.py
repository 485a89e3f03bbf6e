"""Calling a meeting."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.meetings.data import MeetingData
from fellesplan.meetings.happenings import MeetingCalled
from fellesplan.meetings.models import AgendaItem, Invitation, Meeting, MeetingState
from fellesplan.meetings.services.checks import checked_agenda, checked_invited, wrong_in
from fellesplan.meetings.services.writing import log_meeting
from fellesplan.people.models import Person
from fellesplan.plans.policy import as_coordinator


def call(*, actor: Actor, person: Person, data: MeetingData) -> Meeting:
    """Call a meeting about a person. Only the person's coordinator may.

    Raises InvalidInput by field, also for one who is called without consent that covers meetings.
    The same call sent twice gives the same meeting.
    """
    held = Person.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=person.pk)
    require(as_coordinator(actor), "person.read", held)
    if found := _called_already(held, data):
        return found
    wrong = wrong_in(held, data, now=clock.now())
    invited, uninvitable = checked_invited(held, data, caller=actor.employee)
    agenda, missing = checked_agenda(data.agenda)
    if wrong := {**wrong, **uninvitable, **missing}:
        raise InvalidInput(wrong)
    meeting = Meeting.objects.create(
        municipality_id=held.municipality_id, person=held, called_by_id=actor.employee, kind=data.kind,
        title=data.title.strip(), starts_at=data.starts_at, ends_at=data.ends_at, place=data.place.strip(),
        video=data.video.strip(), interpreter=data.interpreter.strip(),
    )  # fmt: skip
    require(actor, "meeting.lead", meeting)
    AgendaItem.objects.bulk_create(
        AgendaItem(municipality_id=held.municipality_id, meeting=meeting, title=title, order=number)
        for number, title in enumerate(agenda)
    )
    Invitation.objects.bulk_create(
        Invitation(
            municipality_id=held.municipality_id, meeting=meeting, participant=one.participant,
            invited_person=one.person, purpose=one.purpose,
        )
        for one in invited
    )  # fmt: skip
    MeetingState.objects.create(
        municipality_id=held.municipality_id, meeting=meeting, event="called", state=meeting.state,
        by_account=actor.account, by_name=actor.name,
    )  # fmt: skip
    log_meeting(actor, meeting, ["starts_at", "ends_at", "place", "agenda", "invited"])
    announce(MeetingCalled(actor=actor, meeting=meeting))
    return meeting


def _called_already(person: Person, data: MeetingData) -> Meeting | None:
    return person.meetings.filter(
        kind=data.kind, starts_at=data.starts_at, ends_at=data.ends_at, state="planned"
    ).first()
