"""The two addresses of one database."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from psycopg.conninfo import conninfo_to_dict


@dataclass(frozen=True)
class Urls:
    """Where the application role serves and the owner role migrates; `started` if we started the server."""

    app: str
    owner: str
    started: bool = False

    def apply(self, env: MutableMapping[str, str]) -> None:
        """Put the addresses where the settings read them."""
        env["DATABASE_URL"] = self.app
        env["DATABASE_OWNER_URL"] = self.owner


def build(role: str, password: str, port: int, database: str) -> str:
    """Return the URL of a database on this machine."""
    return f"postgresql://{quote(role)}:{quote(password)}@127.0.0.1:{port}/{quote(database)}"


def place(url: str) -> str:
    """Return host, port and database name without user and password, for messages."""
    parts = conninfo_to_dict(url)
    host = parts.get("host") or "local socket"
    return f"{host}:{parts.get('port') or 5432}/{parts.get('dbname') or ''}"


def is_postgres(url: str) -> bool:
    """Return whether the URL names a PostgreSQL database."""
    return urlsplit(url).scheme in {"postgres", "postgresql"}
