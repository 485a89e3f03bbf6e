"""A server of our own, from an empty folder to the end of its life."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from fellesplan.config import postgres
from fellesplan.config.postgres import LauncherError, Urls, account
from fellesplan.config.postgres.server import running_port

pytestmark = pytest.mark.slow


def one(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row and row[0]


def test_the_application_role_is_a_plain_role_and_the_owner_no_superuser(server: Urls) -> None:
    question = (
        "select array[rolsuper, rolbypassrls, rolcreatedb, rolcreaterole] "
        "from pg_roles where rolname = current_user"
    )
    assert one(server.app, question) == [False, False, False, False]
    assert one(server.owner, question) == [False, False, True, False]


def test_the_owner_makes_tables_and_the_application_role_does_not(server: Urls) -> None:
    with psycopg.connect(server.owner) as owner:
        owner.execute("create table thing (id int)")
    with psycopg.connect(server.app) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("create table other (id int)")


def test_a_test_database_has_the_extensions_and_the_letters(server: Urls) -> None:
    with psycopg.connect(server.owner, autocommit=True) as owner:
        owner.execute("create database test_fellesplan")
    copy = server.owner.rsplit("/", 1)[0] + "/test_fellesplan"
    assert one(copy, "select lower('ÆØÅ') = 'æøå' and show_trgm('ø') <> '{}'") is True


def test_the_passwords_are_for_us_alone_and_needed(server: Urls, bare: Path) -> None:
    assert (bare / "secrets.json").stat().st_mode & 0o777 == 0o600
    user, place = server.app.split("://")[1].split(":")[0], server.app.rsplit("@", 1)[1]
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://{user}:guess@{place}")


def test_a_second_start_finds_the_first(server: Urls, bare: Path) -> None:
    again = postgres.ensure_running(bare, env={})
    assert (again.app, again.started) == (server.app, False)


def test_starts_at_once_make_one_server(bare: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        urls = list(pool.map(lambda _: postgres.ensure_running(bare, env={}), range(3)))
    assert len({url.app for url in urls}) == 1
    assert sum(url.started for url in urls) == 1


def test_a_killed_server_starts_again_with_its_data(server: Urls, bare: Path) -> None:
    with psycopg.connect(server.owner) as owner:
        owner.execute("create table kept as select 1 as id")
    pid_file = bare / "cluster" / "postmaster.pid"
    os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)
    again = postgres.ensure_running(bare, env={})
    assert again.started
    assert one(again.owner, "select count(*) from kept") == 1


def test_a_pid_file_whose_number_belongs_to_another_program_is_no_hindrance(server: Urls, bare: Path) -> None:
    postgres.stop(bare)
    (bare / "cluster" / "postmaster.pid").write_text(f"{os.getpid()}\n{bare}\n0\n5432\n")
    assert postgres.ensure_running(bare, env={}).started


def test_stopping_twice_is_harmless(server: Urls, bare: Path) -> None:
    assert postgres.stop(bare)
    assert not postgres.stop(bare)
    assert running_port(bare / "cluster") is None


def test_a_failed_set_up_leaves_nothing_behind(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fellesplan.config.postgres.check.EXTENSIONS", ("no_such_extension",))
    with pytest.raises(LauncherError, match="no_such_extension"):
        postgres.ensure_running(bare, env={})
    assert {path.name for path in bare.iterdir()} <= {"lock"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes account")
def test_root_without_another_account_uses_a_namespace(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "_UNPRIVILEGED", ())
    if not any(way.can_run("true") for way in account.accounts()):
        pytest.skip("this machine has no user namespaces")
    urls = postgres.ensure_running(bare, env={})
    assert one(urls.app, "select 1") == 1
    assert (bare / "cluster").stat().st_uid == 0
