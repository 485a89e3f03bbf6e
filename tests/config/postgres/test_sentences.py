"""Whatever is wrong with the database, the operator gets one plain sentence."""

import json
from pathlib import Path

import psycopg
import pytest

from fellesplan.config import postgres
from fellesplan.config.postgres import LauncherError, Urls
from fellesplan.config.postgres.cluster import locale_options


def sentence(data: Path, **env: str) -> str:
    with pytest.raises(LauncherError) as caught:
        postgres.ensure_running(data, env=env)
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_a_database_that_does_not_answer(bare: Path) -> None:
    said = sentence(bare, DATABASE_URL="postgresql://app:hemmelig@127.0.0.1:1/plan")
    assert said.startswith("Cannot reach the database at 127.0.0.1:1/plan: ")
    assert "hemmelig" not in said
    assert not bare.exists()


def test_another_kind_of_database(bare: Path) -> None:
    assert "needs PostgreSQL" in sentence(bare, DATABASE_URL="mysql://app@db/plan")


def test_no_postgresql_on_the_machine(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FELLESPLAN_PG_BIN", "/nowhere")
    said = sentence(bare)
    assert "PostgreSQL 15–18 is missing" in said
    assert not (bare / "cluster").exists()


def test_a_data_folder_that_cannot_be_made(bare: Path) -> None:
    bare.write_text("a file is in the way")
    assert "cannot be used" in sentence(bare)
    bare.unlink()


@pytest.mark.slow
def test_a_database_that_does_not_know_norwegian(server: Urls) -> None:
    with psycopg.connect(server.owner, autocommit=True) as owner:
        owner.execute("create database english template template0 locale 'C'")
    url = server.owner.rsplit("/", 1)[0] + "/english"
    said = sentence(Path("/unused"), DATABASE_URL=url)
    assert "does not know the letters æ, ø and å" in said


@pytest.mark.slow
def test_a_missing_extension_that_we_may_not_add(server: Urls) -> None:
    with psycopg.connect(server.owner, autocommit=True) as owner:
        owner.execute("create database bare template template0")
    url = server.app.rsplit("/", 1)[0] + "/bare"
    assert "lacks the extension pg_trgm" in sentence(Path("/unused"), DATABASE_URL=url)


@pytest.mark.slow
def test_lost_passwords(server: Urls, bare: Path) -> None:
    (bare / "secrets.json").write_text(json.dumps({}))
    assert "passwords" in sentence(bare)


@pytest.mark.slow
def test_data_of_another_version(server: Urls, bare: Path) -> None:
    postgres.stop(bare)
    (bare / "cluster" / "PG_VERSION").write_text("12\n")
    assert sentence(bare).endswith("needs PostgreSQL 12: install it.")


@pytest.mark.parametrize(
    ("platform", "major", "expected"),
    [
        ("linux", 15, "--locale=C.UTF-8"),
        ("linux", 18, "--locale=C.UTF-8"),
        ("darwin", 16, "--lc-collate=C --lc-ctype=en_US.UTF-8"),
        (
            "darwin",
            18,
            "--locale-provider=builtin --builtin-locale=C.UTF-8 --lc-collate=C --lc-ctype=en_US.UTF-8",
        ),
    ],
)
def test_the_locale_is_one_that_knows_norwegian(platform: str, major: int, expected: str) -> None:
    assert " ".join(locale_options(major, platform)) == expected
