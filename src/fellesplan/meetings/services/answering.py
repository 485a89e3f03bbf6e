"""What those who are called do: answer, and suggest what to talk about."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.meetings.happenings import MeetingAnswered
from fellesplan.meetings.models import AgendaItem, Invitation, Meeting
from fellesplan.meetings.services.changing import next_order
from fellesplan.meetings.services.writing import log_meeting, planned
from fellesplan.plans.policy import live_participations

ANSWERS = (Invitation.Reply.YES, Invitation.Reply.NO)


def reply(*, actor: Actor, meeting: Meeting, answer: str, invitation: Invitation | None = None) -> Invitation:
    """Answer yes or no to an invitation, and change one's mind as long as the meeting is ahead.

    Without `invitation` it is the actor's own; one who acts for the person and is not called answers for
    the person. The coordinator may note an answer for anybody called. Raises Refused or InvalidInput.
    """
    held = planned(meeting)
    if answer not in ANSWERS:
        raise InvalidInput({"answer": t("Svar om du kommer.")})
    row = invitation_of(actor, held)
    if invitation and (row is None or row.pk != invitation.pk):
        require(actor, "meeting.lead", held)
        row = held.invitations.get(pk=invitation.pk)
    else:
        require(actor, "meeting.reply", held)
    if row is None:
        raise Refused(t("Du er ikke kalt inn til dette møtet."))
    if held.ends_at <= clock.now():
        raise Refused(t("Møtet er over."))
    if row.reply != answer:
        row.reply = answer
        row.save(update_fields=["reply"])
        action = "meeting.lead" if invitation else "meeting.reply"
        log_meeting(actor, held, ["reply"], action)
        announce(MeetingAnswered(actor=actor, meeting=held, name=_name(row), answer=answer))
    return row


def invitation_of(actor: Actor, meeting: Meeting) -> Invitation | None:
    """Return the invitation the actor answers: their own, else that of the person they act for."""
    rows = list(meeting.invitations.select_related("participant__employee", "invited_person"))
    mine = set(live_participations(actor).values_list("pk", flat=True))
    own = [row for row in rows if row.participant_id in mine or _is(actor, row)]
    if own or actor.person is None:
        return own[0] if own else None
    for_person = [row for row in rows if row.invited_person_id == meeting.person_id]
    return for_person[0] if for_person and can(actor, "meeting.reply", meeting) else None


def suggest_item(*, actor: Actor, meeting: Meeting, title: str) -> AgendaItem:
    """Put a point last on the agenda, with the name of whoever wishes to talk about it.

    The same point twice is one point. Raises InvalidInput or Refused.
    """
    held = planned(meeting)
    action = "meeting.suggest" if can(actor, "meeting.suggest", held) else "meeting.lead"
    require(actor, action, held)
    title = " ".join(title.split())
    if not title:
        raise InvalidInput({"title": t("Skriv hva du vil snakke om.")})
    if len(title) > 200:
        raise InvalidInput({"title": t("Skriv det kortere. Du kan fortelle mer i møtet.")})
    if found := held.agenda.filter(title=title).first():
        return found
    item = AgendaItem.objects.create(
        municipality_id=held.municipality_id, meeting=held, title=title, suggested_by=actor.name,
        order=next_order(held),
    )  # fmt: skip
    log_meeting(actor, held, ["agenda"], action)
    return item


def _is(actor: Actor, row: Invitation) -> bool:
    return actor.person is not None and row.invited_person_id == actor.person


def _name(row: Invitation) -> str:
    return row.participant.name if row.participant else str(row.invited_person)
