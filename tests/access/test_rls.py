"""Row-level security, proven with raw SQL against every table that has rows of a municipality.

The tables are found in the database, not in the models, so that none is forgotten.
"""

from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from fellesplan.access import tenancy
from fellesplan.access.tenancy import TenantModel
from fellesplan.cases import lists
from fellesplan.people.models import Municipality, Person
from fellesplan.people.models.person import vault
from tests import factories as make
from tests.access.world import ConsentState, build
from tests.bench.crowd import populate

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

MODELS = {m._meta.db_table: m for m in apps.get_models() if issubclass(m, TenantModel)}
TABLES = sorted(MODELS)
TABLE = pytest.mark.parametrize("table", TABLES)
WRITTEN_ONCE = {name for name, model in MODELS.items() if getattr(model, "append_only", False)}
WITH_MUNICIPALITY = """
select c.relname, c.relrowsecurity, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
  , (select count(*) from pg_policy o where o.polrelid = c.oid), pg_get_userbyid(c.relowner) = current_user
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id'
left join pg_policy p on p.polrelid = c.oid
where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace order by 1
"""  # noqa: E501
WALL = "(municipality_id = app_tenant())"


def _rows(sql: str, *values: object) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)  # type: ignore[arg-type]
        return list(cursor.fetchall())


def _count(table: str) -> int:
    return int(_rows(f"select count(*) from {connection.ops.quote_name(table)}")[0][0])  # noqa: S608


def _full(where: Municipality) -> dict[str, int]:
    """Fill a municipality, links of the log too, and count its rows by table."""
    tenancy.use(where.pk)
    build(where, ConsentState.LIVE)
    connection.check_constraints()
    return {table: _count(table) for table in TABLES}


@pytest.fixture
def both(lund: Municipality) -> tuple[Municipality, Municipality]:
    """Lund and Molde, both full of rows; the transaction sees Molde."""
    molde = make.municipality("molde")
    full = [_full(lund), _full(molde)]
    assert {table for table, number in full[0].items() if number} >= {
        "access_event", "access_link", "people_person", "cases_case", "plans_plan", "documents_document",
        "meetings_meeting", "consent_consent",
    }  # fmt: skip
    return lund, molde


def test_every_table_with_a_municipality_is_behind_the_same_wall(db: None) -> None:
    found = _rows(WITH_MUNICIPALITY)
    assert {name for name, *_ in found} == set(TABLES)
    wrong = [name for name, *rest in found if rest != [True, WALL, WALL, 1, False]]
    assert wrong == []


def test_raw_sql_reads_no_row_of_another_municipality(both: tuple[Municipality, Municipality]) -> None:
    lund, _ = both
    sql = "select count(*) from {} where municipality_id = %s"
    seen = {t: _rows(sql.format(connection.ops.quote_name(t)), lund.pk)[0][0] for t in TABLES}
    assert {table for table, number in seen.items() if number} == set()


def test_no_join_or_subquery_reaches_around_the_wall(both: tuple[Municipality, Municipality]) -> None:
    _, molde = both
    rows = _rows("select p.municipality_id from people_municipality m join people_person p on true")
    assert {row[0] for row in rows} == {molde.pk}
    around = "select from people_person p where p.id = c.person_id and p.municipality_id <> %s"
    assert _rows(f"select 1 from cases_case c where exists ({around})", molde.pk) == []  # noqa: S608


def test_raw_sql_changes_and_deletes_no_row_of_another_municipality(
    both: tuple[Municipality, Municipality],
) -> None:
    lund, _ = both
    with connection.cursor() as cursor:
        for table in set(TABLES) - WRITTEN_ONCE:
            name = connection.ops.quote_name(table)
            for statement in ("update {} set municipality_id = municipality_id", "delete from {}"):
                cursor.execute(f"{statement.format(name)} where municipality_id = %s", [lund.pk])
                assert cursor.rowcount == 0, table


@TABLE
def test_no_row_is_put_into_another_municipality(lund: Municipality, table: str) -> None:
    other = make.municipality("molde")
    name = connection.ops.quote_name(table)
    with pytest.raises(ProgrammingError, match=r"row-level security|permission denied"), transaction.atomic():
        _rows(f"insert into {name} (municipality_id) values (%s) returning 1", other.pk)  # noqa: S608


def test_no_row_is_moved_into_another_municipality(lund: Municipality) -> None:
    person, other = make.person(lund), make.municipality("molde")
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(municipality=other)


@pytest.mark.parametrize("table", sorted(WRITTEN_ONCE))
@pytest.mark.parametrize(
    "statement",
    ["update {} set municipality_id = null", "delete from {}", "truncate {}",
     "alter table {} disable trigger all",
     "drop table {}", "alter table {} disable row level security", "create policy x on {} using (true)"],
)  # fmt: skip
def test_what_is_written_once_stays_and_its_locks_too(lund: Municipality, table: str, statement: str) -> None:
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(connection.ops.quote_name(table)))


@pytest.mark.parametrize(
    "statement",
    ["set session_replication_role = replica", "set role fellesplan_owner",
     "set session authorization postgres",
     "create function f() returns int language sql security definer as 'select 1'",
     "create or replace function app_tenant() returns uuid language sql as 'select null::uuid'"],
)  # fmt: skip
def test_the_serving_role_cannot_become_another_or_change_the_wall(
    lund: Municipality, statement: str
) -> None:
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_tenant_ends_with_the_transaction(lund: Municipality) -> None:
    """The next request on the same connection sees nothing until it says for whom it works."""
    wanted = connection.settings_dict
    with psycopg.connect(
        dbname=wanted["NAME"], user=wanted["USER"], password=wanted["PASSWORD"], host=wanted["HOST"],
        port=wanted["PORT"], autocommit=True, **wanted["OPTIONS"],
    ) as other:  # fmt: skip
        with other.transaction():
            other.execute("select set_config('app.tenant', %s, true)", [str(lund.pk)])
            assert other.execute("select app_tenant()").fetchone() == (lund.pk,)
        assert other.execute("select app_tenant()").fetchone() == (None,)


class TestSearch:
    """Behind the wall, search reads the rows of the municipality by their index, and no others."""

    @pytest.fixture
    def office(self, db: None) -> UUID:
        populate("molde", 1500)
        return populate("lund", 60).caseworker.pk

    @pytest.mark.parametrize("words", ["Oppdiktet", "2026/0001"])
    def test_a_case_is_found_without_reading_all_cases_and_people(self, office: UUID, words: str) -> None:
        lund = Municipality.objects.get(slug="lund")
        actor = make.actor(make.employee(lund, "caseworker"))
        rows = lists.search(actor, words)
        plan = rows.explain()
        assert "Seq Scan on cases_case" not in plan
        assert "Seq Scan on people_person" not in plan
        assert {row.municipality_id for row in rows} <= {lund.pk}

    def test_a_birth_number_is_found_by_its_index(self, office: UUID) -> None:
        digest = vault().fingerprint("01810112345")
        plan = Person.objects.filter(number_index=digest).explain()
        assert "number_index = " in plan
        assert "Seq Scan" not in plan
