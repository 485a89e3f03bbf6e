"""The log's table is divided by month; what is in a part is reached through the whole alone."""

from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction

from fellesplan.access import partitions
from fellesplan.access.chain_check import Walk
from fellesplan.access.models import Event
from fellesplan.people.models import Municipality
from tests.access import logged

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

PARTS = """
select c.relname, c.relrowsecurity, has_table_privilege(c.oid, 'select, insert, update, delete, truncate')
from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'access_event'::regclass
order by 1
"""


def _parts() -> list[tuple[str, bool, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(PARTS)
        return [(str(name), walled, allowed) for name, walled, allowed in cursor.fetchall()]


def _event(where: Municipality, at: datetime) -> Event:
    return Event.objects.create(municipality=where, kind="read", action="plan.read", object_type="x", at=at)


def _part_of(event: Event) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select tableoid::regclass::text from access_event where id = %s", [event.pk])
        return str(cursor.fetchone()[0])


def test_there_is_a_part_for_this_month_and_three_ahead_and_one_for_the_rest() -> None:
    names = [name for name, _, _ in _parts()]
    assert names[0] == "access_event_default"
    assert len(names) >= 1 + 1 + partitions.MONTHS_AHEAD


def test_making_the_months_again_makes_none() -> None:
    partitions.ensure()
    assert partitions.ensure() == 0


def test_no_part_is_open_by_itself() -> None:
    partitions.ensure()
    assert [name for name, walled, allowed in _parts() if allowed or not walled] == []


@pytest.mark.parametrize("statement", ["select * from {}", "insert into {} select * from {}", "truncate {}"])
def test_a_part_cannot_be_reached_past_the_wall(lund: Municipality, statement: str) -> None:
    for name, _, _ in _parts():
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(name, name))


def test_what_has_no_month_of_its_own_is_kept_and_moved_when_it_gets_one(lund: Municipality) -> None:
    events = [
        _event(lund, datetime(2019, 3, 31, 23, 59, tzinfo=UTC)),
        _event(lund, datetime(2019, 4, 1, tzinfo=UTC)),
    ]
    connection.check_constraints()
    assert {_part_of(event) for event in events} == {"access_event_default"}
    assert partitions.ensure() == 2
    assert [_part_of(event) for event in events] == ["access_event_y2019m03", "access_event_y2019m04"]
    assert list(Walk(lund.pk).findings()) == []
    assert Event.objects.count() == 2


def test_a_new_month_has_every_lock(lund: Municipality) -> None:
    _event(lund, datetime(2019, 3, 1, tzinfo=UTC))
    connection.check_constraints()
    partitions.ensure()
    with connection.cursor() as cursor:
        cursor.execute(
            "select tgname from pg_trigger where tgrelid = 'access_event_y2019m03'::regclass order by 1"
        )
        names = [name for (name,) in cursor.fetchall()]
    assert [name.rpartition("_")[0] or name for name in names] == ["chained", "never", "pgtrigger_write_once"]


@pytest.fixture
def hand() -> Iterator[psycopg.Connection]:
    with logged.superuser() as found:
        found.execute("set session_replication_role = default")
        yield found


@pytest.mark.parametrize(
    "statement", ["truncate access_event", "truncate access_event_default", "truncate access_link"]
)
def test_triggers_stop_even_the_superuser(hand: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="never emptied"):
        hand.execute(statement)  # type: ignore[arg-type]


def test_a_month_is_read_from_its_part_alone(lund: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "explain select * from access_event where at >= now() and at < now() + interval '1 day'"
        )
        plan = "\\n".join(line for (line,) in cursor.fetchall())
    assert "Subplans Removed" in plan or plan.count("Scan") <= 3
