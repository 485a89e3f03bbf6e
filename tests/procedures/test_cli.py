"""`check` and `compare` print plainly and give an exit code."""

from datetime import date
from pathlib import Path

import pytest

from fellesplan.procedures import cli, loader

ON = date(2026, 11, 21)
PROFILES = Path(loader.__file__).parent / "profiles"


def test_check_without_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.check(PROFILES / "alesund.toml", ON) == 0
    assert capsys.readouterr().out == "Ingen funn.\n"


def test_check_names_rule_reason_and_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.check(str(PROFILES / "luster.toml"), ON) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["RETT", "RETT", "RÅD"]
    assert "criterion.min_services: Prosedyren krever minst 3." in lines[2]
    assert lines[2].endswith("[helse- og omsorgstjenesteloven §§ 7-1 og 7-2]")


def test_check_counts_an_error_as_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.toml"
    path.write_text("[[", encoding="utf-8")
    assert cli.check(path, ON) == 1
    assert capsys.readouterr().out.startswith("FEIL")


def test_compare_shows_both_values_with_status_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.compare("lund", "luster", ON) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(number for number, line in enumerate(lines) if line.startswith("criterion.min_services"))
    assert lines[row].split() == ["criterion.min_services", "2", "3"]
    assert "(municipal: Lund kommune, prosedyre)" in lines[row + 1]
    assert lines[row].index("3") == lines[row + 1].index("(municipal: Luster")
    assert any(line.startswith("criterion.excluded") and "ikke nevnt" in line for line in lines)
    assert not any(line.startswith(("preliminary_reply", "consent.own_from_age")) for line in lines)


def test_compare_with_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.compare("molde", PROFILES / "molde.toml", ON) == 0


def test_compare_with_an_unusable_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.toml"
    path.write_text("[[", encoding="utf-8")
    assert cli.compare("molde", path, ON) == 1
    assert "x.toml: filen er ikke gyldig TOML" in capsys.readouterr().out
