"""A database with the whole demo, made once a day and copied by whoever needs it."""

import fcntl
import hashlib
import os
import subprocess
from datetime import UTC, datetime

import psycopg
import pytest
from psycopg import sql

from fellesplan.config import environment
from tests import databases

_PREFIX = "fp_demo_"
_DEMO = environment.PACKAGE / "config" / "demo"


@pytest.fixture(scope="session")
def demo_template(template_database: str) -> str:
    """Return the name of a database with all five municipalities; nobody connects to it, only copies it."""
    name = demo_name(template_database)
    with (environment.data_dir() / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not databases.exists(name):
            drop_old(today())
            create_demo(template_database, name)
    return name


def demo_name(template: str) -> str:
    """Return a name that changes with the day, the demo's sources and texts, and the tables."""
    sources = sorted(path for path in _DEMO.rglob("*") if path.suffix in {".py", ".toml"})
    digest = hashlib.sha256(template.encode() + b"".join(path.read_bytes() for path in sources))
    return f"{_PREFIX}{today()}_{digest.hexdigest()[:10]}"


def today() -> str:
    """Return the real day, also where time stands still for a test: the loading process does not know."""
    return f"{datetime.now(UTC):%Y%m%d}"


def create_demo(template: str, name: str) -> None:
    """Load the demo in a process of its own, as the application role; the database gets its name when it is
    whole.
    """
    unfinished = f"{name}_{os.getpid()}"
    databases.clone(template, unfinished)
    env = os.environ | databases.urls(unfinished) | {"FELLESPLAN_DB": "app", "FELLESPLAN_DEMO": "1"}
    subprocess.run(environment.itself("demo", "load"), env=env, check=True)
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        rename = sql.SQL("alter database {} rename to {}")
        connection.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))


def drop_old(day: str) -> None:
    """Drop the databases of other days."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as connection:
        rows = connection.execute("select datname from pg_database where datname like 'fp\\_demo\\_%'")
        old = [name for (name,) in rows if not name.startswith(f"{_PREFIX}{day}")]
    for name in old:
        databases.drop(name)
