"""A log that stood there before it was chained and divided is carried over whole."""

import os
import subprocess
import sys
from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

from fellesplan.access.chain import FIRST, Content
from tests import databases

pytestmark = pytest.mark.slow

INSERT = """
insert into access_event
(id, municipality_id, at, kind, action, ground, name, title, organisation, object_type, information)
select gen_random_uuid(), %s, timestamptz '2025-12-30 22:00+00' + n * interval '1 day', 'read', 'plan.read',
'person:self', 'Åse', '', '', 'plans.Plan', '["name"]' from generate_series(1, 40) n
"""
WALK = """
select l.seq, l.hash, e.municipality_id, e.id, e.at, e.kind, e.action, e.ground, e.account, e.name, e.title,
e.organisation, e.subject, e.object_type, e.object_id, e.information::text
from access_link l join access_event e on e.id = l.event and e.at = l.at where l.municipality_id = %s
order by l.seq
"""


@pytest.fixture
def before(template_database: str) -> Iterator[str]:
    """The name of a database as it was before the chain, with nothing in it."""
    name = f"fp_before_{os.getpid()}"
    databases.drop(name)
    databases._as_owner(sql.SQL("create database {}").format(sql.Identifier(name)))
    _migrate(name, "access", "0001")
    yield name
    databases.drop(name)


def _migrate(name: str, *wanted: str) -> None:
    environment = os.environ | databases.urls(name) | {"FELLESPLAN_DB": "owner"}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0", *wanted], env=environment, check=True)


def test_what_stood_there_is_linked_and_lies_in_its_months(before: str) -> None:
    municipalities = [uuid4(), uuid4()]
    with psycopg.connect(databases.urls(before)["DATABASE_OWNER_URL"], autocommit=True) as owner:
        for municipality in municipalities:
            owner.execute(INSERT, [municipality])
        _migrate(before, "access")
        for municipality in municipalities:
            assert _walked(owner, municipality) == 40
        parts = owner.execute(
            "select distinct tableoid::regclass::text from access_event order by 1"
        ).fetchall()
        assert parts == [("access_event_y2025m12",), ("access_event_y2026m01",), ("access_event_y2026m02",)]
        for table in ("access_event", "access_link"):
            with pytest.raises(psycopg.errors.RaiseException):
                owner.execute(sql.SQL("delete from {}").format(sql.Identifier(table)))


def _walked(owner: psycopg.Connection, municipality: UUID) -> int:
    """Return how many links follow one upon the other."""
    digest, number = FIRST, 0
    for seq, stored, tenant, event, at, *rest in owner.execute(WALK, [municipality]).fetchall():
        digest, number = Content(tenant, event, at, tuple(rest)).hash(digest, seq), number + 1
        assert (seq, digest) == (number, stored)
    return number
