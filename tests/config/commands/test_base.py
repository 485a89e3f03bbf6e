from pathlib import Path

import pytest

from fellesplan.config.commands import base
from fellesplan.config.environment import Problem


def test_pages_are_written_once_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, pages = tmp_path / "states", {"case.md": "# case\n"}
    assert base.write_pages(folder, pages, check=True) == 1
    assert not folder.exists()
    assert base.write_pages(folder, pages, check=False) == 0
    assert base.write_pages(folder, pages, check=True) == 0
    assert capsys.readouterr().out == "Out of date: states/case.md\nWritten: states/case.md\n"


def test_a_part_that_is_not_installed_is_named() -> None:
    with pytest.raises(Problem, match=r"lacks fellesplan\.nowhere\.nothing"):
        base.part("fellesplan.nowhere.nothing")
