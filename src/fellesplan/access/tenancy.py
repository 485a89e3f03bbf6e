"""The municipality as a wall: a required column, and row-level security behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.apps import apps
from django.db import connections, models, transaction

from fellesplan.kernel.ids import new_id


class TenantModel(models.Model):
    """A row that belongs to one municipality; row-level security hides it from all others."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey("people.Municipality", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def use(municipality: UUID, *, using: str = "default") -> None:
    """Let the running transaction see this municipality's rows, and no others."""
    with connections[using].cursor() as cursor:
        cursor.execute("select set_config('app.tenant', %s, true)", [str(municipality)])


@contextmanager
def working_in(municipality: UUID, *, using: str = "default") -> Iterator[None]:
    """Open a transaction that sees this municipality's rows; for jobs, commands and tests."""
    with transaction.atomic(using=using):
        use(municipality, using=using)
        yield


APP_ROLE = "fellesplan_app"

_COMMON = f"""
create or replace function app_tenant() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
grant usage on schema public to {APP_ROLE};
grant select, insert, update, delete on all tables in schema public to {APP_ROLE};
grant usage, select on all sequences in schema public to {APP_ROLE};
grant execute on all functions in schema public to {APP_ROLE};
"""

_WALL = """
alter table {table} enable row level security;
drop policy if exists tenant on {table};
create policy tenant on {table} using (municipality_id = app_tenant()) with check (municipality_id =
app_tenant());
"""

_APPEND_ONLY = "revoke update, delete, truncate on {table} from " + APP_ROLE + ";\n"
_BY_DATABASE = "revoke insert on {table} from " + APP_ROLE + ";\n"

_PARTITIONS = f"""
do $$ declare part text; begin
  for part in select i.inhrelid::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhparent
              where c.relkind = 'p' and c.relnamespace = 'public'::regnamespace loop
    execute format('revoke all on %s from {APP_ROLE}', part);
    execute format('alter table %s enable row level security', part);
  end loop;
end $$;
"""  # noqa: S608 - a constant
"""A part of a table is reached through the whole alone: there the wall stands."""


def secure(using: str = "default") -> None:
    """Set grants, policies and append-only rights on every table; safe to run again. Needs the owner role."""
    tables = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    statements = [_COMMON]
    for model in tables:
        table = connections[using].ops.quote_name(model._meta.db_table)
        if issubclass(model, TenantModel):
            statements.append(_WALL.format(table=table))
        if getattr(model, "append_only", False):
            statements.append(_APPEND_ONLY.format(table=table))
        if getattr(model, "written_by_database", False):
            statements.append(_BY_DATABASE.format(table=table))
    statements.append(_PARTITIONS)
    with connections[using].cursor() as cursor:
        cursor.execute("".join(statements))
