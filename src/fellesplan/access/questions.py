"""Questions about what stands in the log: asked by the person, answered by those who lead the office."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from fellesplan.access import audit, matrix
from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch, visible
from fellesplan.access.models import Event, LogQuestion
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotFound, Refused
from fellesplan.kernel.text import Text, t

LONGEST = 2000
ANSWER_WITHIN = 5
"""Working days within which the person is told that an answer comes."""
_TOO_LONG = t("Teksten er for lang. Skriv høyst {most} tegn.", most=LONGEST)


def ask(*, actor: Actor, person: UUID, event: UUID, about: str, text: str, answer_by: date) -> LogQuestion:
    """Ask about an event in the person's log; sent twice it is asked once.

    Raises NotFound for an event that is not in the log of this person, InvalidInput, and Refused when
    somebody else has asked already.
    """
    found = fetch(actor, "log.ask", Event, event)
    if found.subject != person:
        raise NotFound
    text = text.strip()
    if wrong := _wrong(about, text):
        raise InvalidInput(wrong)
    row, is_new = LogQuestion.objects.get_or_create(
        municipality_id=actor.municipality, person_id=person, event=event, answered_at=None,
        defaults={
            "about": about, "text": text, "answer_by": answer_by, "asked_by_account": actor.account,
            "asked_by_name": actor.name,
        },
    )  # fmt: skip
    if is_new:
        audit.changed(actor, "log.ask", row, subject=person, fields=["about", "text"])
    elif row.asked_by_account != actor.account:
        raise Refused(t("{name} har allerede spurt om dette. Svaret kommer her.", name=row.asked_by_name))
    return row


def answer(*, actor: Actor, question: LogQuestion, text: str) -> LogQuestion:
    """Answer a question. Raises NotFound, InvalidInput, and Refused when it is answered, or about oneself."""
    row = fetch(actor, "log_question.answer", LogQuestion, question.pk, lock=True)
    event = asked_about(actor, row)
    if event is not None and event.account is not None and event.account == actor.account:
        raise Refused(t("Spørsmålet gjelder noe du selv har gjort. En annen må svare."))
    if row.answered_at is not None:
        raise Refused(t("Spørsmålet har allerede fått svar fra {name}.", name=row.answered_by_name))
    row.answer = text.strip()
    if not row.answer:
        raise InvalidInput({"answer": t("Skriv et svar")})
    if len(row.answer) > LONGEST:
        raise InvalidInput({"answer": _TOO_LONG})
    row.answered_at, row.answered_by_account, row.answered_by_name = clock.now(), actor.account, actor.name
    row.save(update_fields=["answer", "answered_at", "answered_by_account", "answered_by_name"])
    audit.changed(
        actor, "log_question.answer", row, subject=row.person_id, fields=["answer"], ground=_ground(row)
    )
    return row


def asked_about(actor: Actor, question: LogQuestion) -> Event | None:
    """Return what was asked about."""
    return visible(actor, "log.answer", Event).filter(pk=question.event).first()


def of_person(actor: Actor, person: UUID) -> tuple[LogQuestion, ...]:
    """Return what has been asked about in the person's log, the latest first."""
    rows = visible(actor, "log_question.read", LogQuestion).filter(person_id=person)
    return tuple(rows.order_by("-asked_at", "-pk"))


def to_answer(actor: Actor) -> "QuerySet[LogQuestion]":
    """Return the questions the actor can answer: what waits first, by when it must be answered."""
    rows = visible(actor, "log_question.answer", LogQuestion).select_related("person")
    return rows.order_by(F("answered_at").desc(nulls_first=True), "answer_by", "pk")


def waiting(actor: Actor) -> int | None:
    """Return how many questions wait for an answer from the actor, or None when it never answers any."""
    if not matrix.grants("log_question.answer", actor.roles):
        return None
    return visible(actor, "log_question.answer", LogQuestion).filter(answered_at__isnull=True).count()


def events_of(actor: Actor, questions: Iterable[LogQuestion]) -> dict[UUID, Event]:
    """Return the events that were asked about, by id."""
    rows = visible(actor, "log.answer", Event).filter(pk__in=[question.event for question in questions])
    return {row.pk: row for row in rows}


def _wrong(about: str, text: str) -> dict[str, Text]:
    if about not in LogQuestion.About.values:
        return {"about": t("Velg hva du lurer på")}
    if about == LogQuestion.About.OTHER and not text:
        return {"text": t("Skriv hva du lurer på")}
    return {"text": _TOO_LONG} if len(text) > LONGEST else {}


def _ground(row: LogQuestion) -> str:
    return str(getattr(row, "access_ground", ""))
