"""From database addresses to Django's dictionaries."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from fellesplan.kernel.settings_readers import BadSetting


def connection(url: str, *, persistent: int = 60) -> dict[str, Any]:
    """Return Django's settings for a `postgresql://` address; raises BadSetting for another kind.

    A `host` in the query string (a socket folder) wins over the one in the address.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadSetting("DATABASE_URL must begin with postgresql://.")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": query.pop("port", "") or str(parts.port or ""),
        "CONN_MAX_AGE": persistent,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }
