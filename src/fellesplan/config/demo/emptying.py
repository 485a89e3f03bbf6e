"""Emptying the database, as the role that owns it. Write-once tables are opened for the moment it takes."""

from django.apps import apps
from django.db import connection, transaction

_QUEUE = ("procrastinate_jobs",)
_PARTS = "select inhrelid::regclass::text from pg_inherits where inhparent = 'access_event'::regclass"


def empty() -> None:
    """Delete every row of our own tables, sessions and waiting jobs; what migrations made stays."""
    models = [model for model in apps.get_models() if model.__module__.startswith("fellesplan.")]
    tables = sorted(model._meta.db_table for model in models if model._meta.managed)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PARTS)
        parts = [name for (name,) in cursor.fetchall()]
        quoted = [connection.ops.quote_name(name) for name in (*tables, *parts, *_QUEUE, "django_session")]
        for table in quoted:
            cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute(f"truncate {', '.join(quoted)} cascade")
        for table in quoted:
            cursor.execute(f"alter table {table} enable trigger user")
