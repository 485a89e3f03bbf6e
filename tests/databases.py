"""Databases for tests: a migrated template, and cheap copies of it."""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.errors import InsufficientPrivilege, ObjectInUse

import fellesplan

TRIES, PAUSE = 100, 0.1
"""How often and with how many seconds between a database is dropped that the server still cleans."""


def at(url: str, name: str) -> str:
    """Return the address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def urls(name: str) -> dict[str, str]:
    """Return the environment that makes a process use the database `name`."""
    return {
        "DATABASE_URL": at(os.environ["DATABASE_URL"], name),
        "DATABASE_OWNER_URL": at(os.environ["DATABASE_OWNER_URL"], name),
    }


def template_name() -> str:
    """Return a name that changes with the migrations and with what secures the tables."""
    package = Path(fellesplan.__file__).parent
    sources = [*package.glob("*/migrations/*.py"), package / "access" / "tenancy.py"]
    sources.append(Path(__file__))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(sources)))
    return f"fp_template_{digest.hexdigest()[:12]}"


def exists(name: str) -> bool:
    """Return whether there is a database of this name."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as connection:
        found = connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone()
    return found is not None


def create_template(name: str) -> None:
    """Create a migrated database, in a process of its own and as the owner; it gets its name when it is
    whole.
    """
    unfinished = f"{name}_{os.getpid()}"
    _as_owner(sql.SQL("create database {}").format(sql.Identifier(unfinished)))
    command = [sys.executable, "-m", "fellesplan.config.cli", "migrate"]
    subprocess.run(command, env=os.environ | urls(unfinished), check=True)
    _leave_tables_alone(unfinished)
    rename = sql.SQL("alter database {} rename to {}")
    _as_owner(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))


def _leave_tables_alone(name: str) -> None:
    """Keep the server's clean-up out of tests: it would count the rows of an open transaction as none."""
    with psycopg.connect(urls(name)["DATABASE_OWNER_URL"], autocommit=True) as connection:
        rows = connection.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
        ).fetchall()
        for (table,) in rows:
            statement = sql.SQL("alter table {} set (autovacuum_enabled = off)")
            connection.execute(statement.format(sql.Identifier(table)))


def clone(template: str, name: str) -> None:
    """Copy a database that nobody is connected to."""
    drop(name)
    _as_owner(
        sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template))
    )


def drop(name: str) -> None:
    """Drop a database, also if somebody is still connected.

    The owner may not end the server's own clean-up workers, which are soon gone; so it asks again.
    """
    statement = sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
    for _ in range(TRIES):
        try:
            return _as_owner(statement)
        except (InsufficientPrivilege, ObjectInUse):
            time.sleep(PAUSE)
    _as_owner(statement)


def _as_owner(statement: sql.Composed) -> None:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        connection.execute(statement)
