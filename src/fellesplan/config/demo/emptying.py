"""Emptying the database, as the role that owns it. Write-once tables are opened for the moment it takes."""

from django.apps import apps
from django.db import connection, transaction

_QUEUE = ("procrastinate_jobs",)


def empty() -> None:
    """Delete every row of our own tables, sessions and waiting jobs; what migrations made stays."""
    models = [model for model in apps.get_models() if model.__module__.startswith("fellesplan.")]
    tables = sorted(model._meta.db_table for model in models if model._meta.managed)
    quoted = [connection.ops.quote_name(name) for name in (*tables, *_QUEUE, "django_session")]
    with transaction.atomic(), connection.cursor() as cursor:
        for table in quoted:
            cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute(f"truncate {', '.join(quoted)} cascade")
        for table in quoted:
            cursor.execute(f"alter table {table} enable trigger user")
