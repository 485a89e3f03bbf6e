"""The console: exit codes, and one sentence for each thing that stands in the way."""

import socket
from pathlib import Path

import pytest

from fellesplan.config import cli, commands

COMMANDS = [module.__name__.rpartition(".")[2] for module in commands.COMMANDS]


def said(capsys: pytest.CaptureFixture[str]) -> str:
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("fellesplan: ")
    return lines[0]


@pytest.mark.parametrize("arguments", [[], ["fly"], ["demo"], ["demo", "dance"], ["procedure", "check"]])
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == cli.MISUSE
    assert "usage: fellesplan" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = command.replace("_", "-")
    with pytest.raises(SystemExit) as caught:
        cli.main([name, "--help"])
    assert caught.value.code == cli.OK
    assert f"fellesplan {name}" in capsys.readouterr().out


def test_a_taken_port(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert cli.main(["run"]) == cli.MISUSE
    assert f"Port {port} is taken" in said(capsys)


@pytest.mark.parametrize("port", ["abc", "0", "70000"])
def test_a_port_that_is_none(
    port: str, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", port)
    assert cli.main(["serve"]) == cli.MISUSE
    assert "PORT must be" in said(capsys)


def test_production_never_gets_a_database_of_its_own(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FELLESPLAN_PRODUCTION", "1")
    assert cli.main(["migrate"]) == cli.MISUSE
    assert "DATABASE_URL must be set" in said(capsys)


def test_production_refuses_demo_data(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FELLESPLAN_PRODUCTION", "1")
    assert cli.main(["demo", "reset"]) == cli.MISUSE
    assert "FELLESPLAN_PRODUCTION" in said(capsys)


def test_an_unreachable_database(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@127.0.0.1:1/plan")
    assert cli.main(["migrate"]) == cli.MISUSE
    assert "Cannot reach the database" in said(capsys)


def test_a_procedure_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["procedure", "check", "/nowhere.toml"]) == cli.MISUSE
    assert "There is no file /nowhere.toml" in said(capsys)


def test_stopping_nothing_is_fine(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FELLESPLAN_DATA", str(bare))
    assert cli.main(["stop"]) == cli.OK
    assert "does not run" in capsys.readouterr().out
