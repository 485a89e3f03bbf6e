"""Two roles and one database: the owner migrates, the application role serves under row-level security."""

import json
import os
import secrets
from pathlib import Path

from psycopg import Connection, sql

from fellesplan.config.postgres import urls
from fellesplan.config.postgres.check import add_extensions, connect

SUPERUSER, OWNER, APP, DATABASE = "postgres", "fellesplan_owner", "fellesplan_app", "fellesplan"
_RIGHTS = {
    OWNER: "login createdb nosuperuser nocreaterole nobypassrls",
    APP: "login nocreatedb nosuperuser nocreaterole nobypassrls",
}


def new_passwords() -> dict[str, str]:
    """Return fresh random passwords for the three roles."""
    return {role: secrets.token_urlsafe(24) for role in (SUPERUSER, OWNER, APP)}


def write_passwords(path: Path, passwords: dict[str, str]) -> None:
    """Write the passwords to a new file that only we can read."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(passwords, file)


def read_passwords(path: Path) -> dict[str, str]:
    """Return the passwords written at set-up; raises OSError or ValueError if they are lost."""
    content = json.loads(path.read_text())
    return {role: str(content[role]) for role in (SUPERUSER, OWNER, APP)}


def create(port: int, passwords: dict[str, str]) -> None:
    """Create roles, extensions and database in a new cluster."""
    with _superuser(port, passwords, "template1") as template:
        # in the template, so that test databases have the extensions too
        add_extensions(template)
    with _superuser(port, passwords, "postgres") as connection:
        for role, rights in _RIGHTS.items():
            statement = sql.SQL("create role {} " + rights + " password {}")
            connection.execute(statement.format(sql.Identifier(role), sql.Literal(passwords[role])))
        connection.execute(
            sql.SQL("create database {} owner {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
        )


def addresses(port: int, passwords: dict[str, str], *, started: bool) -> urls.Urls:
    """Return the URLs of the application role and the owner."""
    app, owner = (urls.build(role, passwords[role], port, DATABASE) for role in (APP, OWNER))
    return urls.Urls(app=app, owner=owner, started=started)


def _superuser(port: int, passwords: dict[str, str], database: str) -> Connection:
    return connect(urls.build(SUPERUSER, passwords[SUPERUSER], port, database))
