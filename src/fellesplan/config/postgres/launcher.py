"""A database with no configuration: the one in DATABASE_URL, else one of our own below the data folder."""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from fellesplan.config.postgres import check, roles
from fellesplan.config.postgres.cluster import create_cluster, open_cluster
from fellesplan.config.postgres.errors import LauncherError
from fellesplan.config.postgres.server import free_port, running_port
from fellesplan.config.postgres.urls import Urls


def ensure_running(data_dir: Path, env: Mapping[str, str] = os.environ) -> Urls:
    """Return the addresses of a database that answers, starting one below `data_dir` if none is given.

    Safe to call from several processes at once. Raises LauncherError with one plain sentence.
    """
    urls = _given(env) or _own(data_dir)
    check.verify(urls.owner)
    return urls


def stop(data_dir: Path) -> bool:
    """Stop the server below `data_dir`; returns False if none ran."""
    cluster = data_dir / "cluster"
    if running_port(cluster) is None:
        return False
    with _alone(data_dir):
        open_cluster(cluster).stop()
    return True


def _given(env: Mapping[str, str]) -> Urls | None:
    app = env.get("DATABASE_URL", "")
    if not app:
        return None
    urls = Urls(app=app, owner=env.get("DATABASE_OWNER_URL") or app)
    check.connect(urls.app).close()
    with check.connect(urls.owner) as connection, suppress(psycopg.Error):
        check.add_extensions(connection)  # if the owner may not, the check names what is missing
    return urls


def _own(data_dir: Path) -> Urls:
    cluster, secrets = data_dir / "cluster", data_dir / "secrets.json"
    with _alone(data_dir):
        if not cluster.exists():
            create_cluster(cluster, secrets)
        passwords = _passwords(secrets)
        if port := running_port(cluster):
            urls = roles.addresses(port, passwords, started=False)
            if check.reachable(urls.app):
                return urls
        port = _port(data_dir / "port")
        open_cluster(cluster).start(port)
        return roles.addresses(port, passwords, started=True)


def _port(recorded: Path) -> int:
    """Return a free port, the same as last time if possible, and record it."""
    before = recorded.read_text().strip() if recorded.exists() else ""
    port = free_port(int(before) if before.isdigit() else None)
    recorded.write_text(str(port))
    return port


def _passwords(secrets: Path) -> dict[str, str]:
    try:
        return roles.read_passwords(secrets)
    except (OSError, ValueError, KeyError) as error:
        raise LauncherError(
            f"The database passwords in {secrets} cannot be read: restore it, or delete {secrets.parent}."
        ) from error


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Hold the lock of the data folder, so that two starts at once do not get in each other's way."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        file = (data_dir / "lock").open("w")
    except OSError as error:
        raise LauncherError(f"The data folder {data_dir} cannot be used: {error.strerror}.") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
