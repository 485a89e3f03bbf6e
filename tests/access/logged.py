"""A log that is committed, in a municipality nobody else has heard of, and the hand that tampers with it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
from django.db import connections
from psycopg import sql

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.config import environment
from fellesplan.config.postgres import roles, urls
from fellesplan.kernel.ids import new_id
from fellesplan.people.models import Person


def write(municipality: UUID, number: int) -> list[UUID]:
    """Write reads through the log's own connection, each by itself, and return the people read about."""
    subjects = [new_id() for _ in range(number)]
    actor = Actor(municipality=municipality, account=new_id(), name="Åse «Test»\n\t\\", title="Lærer")
    for subject in subjects:
        audit.read(
            actor, "person.read", Person(pk=subject), ground="coordinator:coordinates", subject=subject,
            information=("name", "ære/øre\x7f"),
        )  # fmt: skip
    return subjects


@contextmanager
def superuser() -> Iterator[psycopg.Connection]:
    """Give a connection to the tests' database that no trigger stops: the superuser, or else the owner."""
    name = str(connections["default"].settings_dict["NAME"])
    with psycopg.connect(_address(name), autocommit=True) as connection:
        if connection.execute("select rolsuper from pg_roles where rolname = current_user").fetchone() == (
            True,
        ):
            connection.execute("set session_replication_role = replica")
            yield connection
            return
        for table in _tables(connection):
            connection.execute(sql.SQL("alter table {} disable trigger user").format(table))
        try:
            yield connection
        finally:
            for table in _tables(connection):
                connection.execute(sql.SQL("alter table {} enable trigger user").format(table))


def _address(name: str) -> str:
    owner = psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_OWNER_URL"])
    secrets = environment.data_dir() / "pg" / "secrets.json"
    if not secrets.exists():
        return psycopg.conninfo.make_conninfo(os.environ["DATABASE_OWNER_URL"], dbname=name)
    password = roles.read_passwords(secrets)[roles.SUPERUSER]
    return urls.build(roles.SUPERUSER, password, int(str(owner["port"])), name)


def _tables(connection: psycopg.Connection) -> list[sql.Identifier]:
    parts = "select inhrelid::regclass::text from pg_inherits where inhparent = 'access_event'::regclass"
    names = [str(name) for (name,) in connection.execute(parts).fetchall()]
    return [sql.Identifier(name) for name in ("access_event", "access_link", *names)]
