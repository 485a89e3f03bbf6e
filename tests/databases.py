"""Databases for tests: a migrated template, and cheap copies of it."""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


def at(url: str, name: str) -> str:
    """Return the address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def urls(name: str) -> dict[str, str]:
    """Return the environment that makes a process use the database `name`."""
    return {
        "DATABASE_URL": at(os.environ["DATABASE_URL"], name),
        "DATABASE_OWNER_URL": at(os.environ["DATABASE_OWNER_URL"], name),
    }


def create_template(name: str) -> None:
    """Create a database and migrate it, in a process of its own, as the owner."""
    _as_owner(sql.SQL("create database {}").format(sql.Identifier(name)))
    command = [sys.executable, "-m", "fellesplan.config.cli", "migrate"]
    subprocess.run(command, env=os.environ | urls(name), check=True)


def clone(template: str, name: str) -> None:
    """Copy a database that nobody is connected to."""
    drop(name)
    _as_owner(
        sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template))
    )


def drop(name: str) -> None:
    """Drop a database, also if somebody is still connected."""
    _as_owner(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _as_owner(statement: sql.Composed) -> None:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        connection.execute(statement)


def drop_templates() -> None:
    """Drop what earlier and present runs have left, if there is a server at all."""
    if "DATABASE_OWNER_URL" not in os.environ:
        return
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        rows = connection.execute(
            "select datname from pg_database d where datname like 'fp\\_%' and not exists"
            " (select from pg_stat_activity a where a.datname = d.datname)"
        ).fetchall()
    for (name,) in rows:
        drop(name)
