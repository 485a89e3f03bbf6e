"""When accounts last read anything, without a word of what; one look in the index for each, however much."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connections

from fellesplan.access.actor import Actor
from fellesplan.access.tenancy import working_in

_SINCE = """
select one from unnest(%s::uuid[]) as one where exists (
    select 1 from access_event e
    where e.municipality_id = %s and e.account = one and e.kind = 'read' and e.at >= %s)
"""
_LAST = """
select one, last.at from unnest(%s::uuid[]) as one cross join lateral (
    select e.at from access_event e
    where e.municipality_id = %s and e.account = one and e.kind = 'read'
    order by e.at desc limit 1) as last
"""


def read_since(actor: Actor, accounts: list[UUID], moment: datetime) -> list[UUID]:
    """Return those of the accounts that have read something in the municipality since a moment."""
    return [account for (account,) in _asked(actor, _SINCE, accounts, moment)]


def last_read(actor: Actor, accounts: list[UUID]) -> dict[UUID, datetime]:
    """Return when each of a few accounts last read something in the municipality."""
    return dict(_asked(actor, _LAST, accounts))


def _asked(actor: Actor, sql: str, accounts: list[UUID], *values: Any) -> list[tuple[Any, ...]]:
    """Ask on the log's own connection, where the reads are written."""
    if not accounts:
        return []
    with working_in(actor.municipality, using="audit"), connections["audit"].cursor() as cursor:
        cursor.execute(sql, [accounts, actor.municipality, *values])
        return list(cursor.fetchall())


_OPENED = """
select one from unnest(%s::uuid[]) as one where exists (
    select 1 from access_event e
    where e.municipality_id = %s and e.account = one and e.subject = %s and e.object_id = %s
    and e.kind = 'read' and e.at >= %s)
"""


def have_opened(
    actor: Actor, accounts: list[UUID], *, subject: UUID, thing: UUID, since: datetime
) -> frozenset[UUID]:
    """Return those of a few accounts that have read one thing about a person since a moment; one query."""
    return frozenset(one for (one,) in _asked(actor, _OPENED, accounts, subject, thing, since))
