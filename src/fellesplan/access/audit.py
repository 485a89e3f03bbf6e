"""The access log's pen. Reads are written on a connection of their own, so they survive a rollback."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import Model

from fellesplan.access.actor import Actor
from fellesplan.access.models import Event

_buffer: ContextVar[list[Event] | None] = ContextVar("access_log_buffer", default=None)
_previewer: ContextVar[tuple[Actor, str] | None] = ContextVar("access_log_previewer", default=None)
PREVIEW = "preview"
"""Among the information of a read: the person looked at what another would see."""


def read(
    actor: Actor,
    action: str,
    obj: Model,
    *,
    ground: str,
    subject: UUID | None,
    information: Sequence[str] = (),
) -> None:
    """Note that the actor has been given `information` of the object."""
    _note(_event(actor, Event.Kind.READ, action, type(obj), obj.pk, ground, subject, information))


def refused(actor: Actor, action: str, model: type[Model], pk: UUID, *, subject: UUID | None = None) -> None:
    """Note that the actor asked for something it may not have, or that does not exist (no `subject`)."""
    _note(_event(actor, Event.Kind.REFUSED, action, model, pk, subject=subject))


def changed(
    actor: Actor,
    action: str,
    obj: Model,
    *,
    subject: UUID | None,
    fields: Sequence[str] = (),
    ground: str = "",
) -> None:
    """Note a change with the names of the changed fields, in the transaction that makes it."""
    _event(actor, Event.Kind.CHANGE, action, type(obj), obj.pk, ground, subject, fields).save(
        force_insert=True
    )


@contextmanager
def buffered() -> Iterator[None]:
    """Gather the reads of one request and write them together at its end, also when it fails."""
    events: list[Event] = []
    token = _buffer.set(events)
    try:
        yield
    finally:
        _buffer.reset(token)
        _write(events)


@contextmanager
def preview(actor: Actor, ground: str) -> Iterator[None]:
    """Note what is read as read by `actor` on `ground`, who looks at what another would see."""
    token = _previewer.set((actor, ground))
    try:
        yield
    finally:
        _previewer.reset(token)


def _note(event: Event) -> None:
    events = _buffer.get()
    if events is None:
        _write([event])
    else:
        events.append(event)


def _write(events: list[Event]) -> None:
    """Write the events in one go: two statements sent together are one transaction."""
    if not events:
        return
    connection, fields = connections["audit"], Event._meta.concrete_fields
    columns = ", ".join(str(field.column) for field in fields)
    rows = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(events))
    insert = f"insert into {Event._meta.db_table} ({columns}) values {rows}"  # noqa: S608 - names of columns only
    values = [f.get_db_prep_save(getattr(event, f.attname), connection) for event in events for f in fields]
    with connection.cursor() as cursor:
        tenant = str(events[0].municipality_id)
        cursor.execute(f"select set_config('app.tenant', %s, true); {insert}", [tenant, *values])


def _event(
    actor: Actor,
    kind: Event.Kind,
    action: str,
    model: type[Model],
    pk: Any,
    ground: str = "",
    subject: UUID | None = None,
    information: Sequence[str] = (),
) -> Event:
    if previewed := _previewer.get():
        (actor, ground), information = previewed, [*information, PREVIEW]
    return Event(
        municipality_id=actor.municipality,
        kind=kind,
        action=action,
        ground=ground,
        account=actor.account,
        name=actor.name,
        title=actor.title,
        organisation=actor.organisation,
        subject=subject,
        object_type=model._meta.label,
        object_id=pk,
        information=list(information),
    )
