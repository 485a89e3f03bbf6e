"""All five municipalities load as the application role, and the owner can throw them away again."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest

from fellesplan.config.demo import texts
from tests import databases

pytestmark = pytest.mark.slow
EMPTY = """
from fellesplan.config import environment
environment.django(owner=True)
from fellesplan.config.demo import emptying
emptying.empty()
"""


@pytest.fixture
def copy(demo_template: str) -> Iterator[str]:
    """A copy of the demo, by name."""
    name = f"fp_reset_{os.getpid()}"
    databases.clone(demo_template, name)
    yield name
    databases.drop(name)


def count(connection: "psycopg.Connection[tuple[int]]", table: str) -> int:
    row = connection.execute(f"select count(*) from {table}".encode()).fetchone()  # noqa: S608
    return row[0] if row else 0


def test_the_owner_empties_everything_and_closes_the_locks_again(copy: str) -> None:
    with psycopg.connect(databases.urls(copy)["DATABASE_OWNER_URL"]) as connection:
        assert count(connection, "people_municipality") == len(texts.municipalities())
        assert count(connection, "people_account where subject like 'demo:%'") == 55
        assert count(connection, "cases_case") == 5 * len(texts.stories("nb"))
        migrations = count(connection, "django_migrations")
    subprocess.run([sys.executable, "-c", EMPTY], env=os.environ | databases.urls(copy), check=True)
    with psycopg.connect(databases.urls(copy)["DATABASE_OWNER_URL"]) as connection:
        for table in ("people_municipality", "people_account", "access_event", "documents_document"):
            assert count(connection, table) == 0
        assert count(connection, "django_migrations") == migrations
        with pytest.raises(psycopg.errors.RaiseException, match="never emptied"):
            connection.execute("truncate access_event")
