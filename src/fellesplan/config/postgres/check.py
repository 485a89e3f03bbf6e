"""Self-check: can the database be reached, is it recent enough, and does it know Norwegian letters?"""

import psycopg

from fellesplan.config.postgres.binaries import OLDEST
from fellesplan.config.postgres.errors import LauncherError
from fellesplan.config.postgres.urls import is_postgres, place

EXTENSIONS = ("pg_trgm", "btree_gist")


def connect(url: str) -> psycopg.Connection:
    """Return an autocommit connection; raises LauncherError with one sentence if there is none to be had."""
    if not is_postgres(url):
        raise LauncherError("DATABASE_URL must start with postgresql:// – Fellesplan needs PostgreSQL.")
    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=5)
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[-1].rsplit("FATAL:", 1)[-1].strip()
        raise LauncherError(f"Cannot reach the database at {place(url)}: {reason}") from error


def reachable(url: str) -> bool:
    """Return whether the database answers."""
    try:
        connect(url).close()
    except LauncherError:
        return False
    return True


def verify(url: str) -> None:
    """Raise LauncherError unless the database is usable (version, extensions, locale)."""
    with connect(url) as connection:
        if connection.info.server_version < OLDEST * 10000:
            raise LauncherError(f"The database at {place(url)} is older than PostgreSQL {OLDEST}: upgrade.")
        if missing := _missing(connection):
            raise LauncherError(
                f"The database at {place(url)} lacks the extension {missing[0]}: "
                f"let its administrator run “create extension {missing[0]}”."
            )
        if not knows_norwegian(connection):
            raise LauncherError(
                f"The database at {place(url)} does not know the letters æ, ø and å: "
                "create it anew with the locale C.UTF-8 and the encoding UTF8."
            )


def knows_norwegian(connection: psycopg.Connection) -> bool:
    """Return whether case and trigrams work for Norwegian letters; the locale C breaks both silently."""
    row = connection.execute("select lower('Å') = 'å' and cardinality(show_trgm('ø')) > 0").fetchone()
    return bool(row and row[0])


def add_extensions(connection: psycopg.Connection) -> None:
    """Create the extensions that are missing; needs the right to create in the database."""
    for name in _missing(connection):
        connection.execute(f"create extension if not exists {name}".encode())


def _missing(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("select extname from pg_extension").fetchall()
    present = {row[0] for row in rows}
    return [name for name in EXTENSIONS if name not in present]
