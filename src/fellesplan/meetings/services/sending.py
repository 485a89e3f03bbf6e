"""Finishing the minutes: one document that is sent, stored and never changed again."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.documents.letters import language_of
from fellesplan.documents.models import Document, store
from fellesplan.documents.sheets import render_minutes
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.meetings import states
from fellesplan.meetings.happenings import MinutesSent
from fellesplan.meetings.models import Meeting, Minutes
from fellesplan.meetings.services.minutes import hold
from fellesplan.meetings.services.writing import locked, log_meeting, sent_minutes
from fellesplan.meetings.sheet import minutes_sheet


def send_minutes(*, actor: Actor, meeting: Meeting) -> Minutes:
    """Lock the minutes, store them as a PDF and send them to those who were there. Sent once, ever.

    A meeting still going on is ended first. Raises Refused when nobody is noted as present, or nothing is
    written.
    """
    held = locked(meeting)
    require(actor, "meeting.lead", held)
    if sent := sent_minutes(held):
        return sent
    if held.state == states.PLANNED:
        held = hold(actor=actor, meeting=held)
    _refuse_unfinished(held)
    language = language_of(held.person.language or held.person.municipality.language)
    sheet = minutes_sheet(held, minute_taker=actor.name, language=language)
    document = store(
        person=held.person, kind=Document.Kind.MINUTES, title=f"{sheet.kind} {sheet.starts_at:%d.%m.%Y}",
        media_type="application/pdf", data=render_minutes(sheet, language), by_name=actor.name,
    )  # fmt: skip
    minutes = Minutes.objects.create(
        municipality_id=held.municipality_id, meeting=held, written_by=actor.name, sent_at=clock.now(),
        document=document,
    )  # fmt: skip
    log_meeting(actor, held, ["minutes", "sent_at"])
    announce(MinutesSent(actor=actor, meeting=held, minutes=minutes))
    return minutes


def _refuse_unfinished(meeting: Meeting) -> None:
    if meeting.state == states.CANCELLED:
        raise Refused(t("Møtet er avlyst."))
    if not meeting.invitations.filter(attended=True).exists():
        raise Refused(t("Merk av hvem som var til stede, før du sender referatet."))
    if not meeting.agenda.exclude(minutes="").exists() and not meeting.tasks.exists():
        raise Refused(t("Referatet er tomt. Skriv hva dere snakket om og bestemte, før du sender det."))
