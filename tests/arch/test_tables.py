"""Every table of a municipality is behind the wall, and what is written once stays."""

import pytest
from django.apps import apps
from django.db import InternalError, ProgrammingError, connection, transaction

from fellesplan.access import tenancy
from fellesplan.access.tenancy import TenantModel
from fellesplan.people.models import Municipality, Person
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

OURS = [m for m in apps.get_models() if m.__module__.startswith("fellesplan.")]
TENANT_TABLES = [m._meta.db_table for m in OURS if issubclass(m, TenantModel)]
WRITTEN_ONCE = [m._meta.db_table for m in OURS if getattr(m, "append_only", False)]
OPEN_TABLES = {"people_account", "people_municipality"}
"""Who can log in and which municipalities there are; neither tells anything about a person's case."""


def test_every_table_is_behind_the_wall_or_known_to_be_open(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_policies where policyname = 'tenant'")
        walled = {name for (name,) in cursor.fetchall()}
    assert walled >= set(TENANT_TABLES)
    assert {m._meta.db_table for m in OURS} - walled <= OPEN_TABLES


def test_raw_sql_finds_no_row_of_another_municipality(lund: Municipality) -> None:
    make.person(lund)
    other = make.municipality("molde")
    tenancy.use(other.id)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from people_person")
        assert cursor.fetchone() == (0,)


def test_without_a_municipality_nothing_is_seen(lund: Municipality) -> None:
    make.person(lund)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.tenant', '', true)")
        cursor.execute("select count(*) from people_person")
        assert cursor.fetchone() == (0,)


def test_a_row_cannot_be_put_into_another_municipality(lund: Municipality) -> None:
    other = make.municipality("molde")
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Person.objects.create(municipality=other, family_name="Prøve")


@pytest.mark.parametrize("table", WRITTEN_ONCE)
@pytest.mark.parametrize(
    "statement", ["update {} set municipality_id = null", "delete from {}", "truncate {}"]
)
def test_what_is_written_once_cannot_be_changed(lund: Municipality, table: str, statement: str) -> None:
    with (
        pytest.raises((ProgrammingError, InternalError), match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(connection.ops.quote_name(table)))


@pytest.mark.parametrize("table", WRITTEN_ONCE)
def test_triggers_stop_even_the_owner(table: str, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_trigger where tgrelid = %s::regclass and tgname like 'pgtrigger_%%'",
            [table],
        )
        assert cursor.fetchone()[0] >= 2


def test_the_app_role_is_no_superuser_and_cannot_pass_the_wall(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False)
