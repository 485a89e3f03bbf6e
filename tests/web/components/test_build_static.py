"""The front-end files are built once, skipped when unchanged, and what is wrong is said in one sentence."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def tool(tmp_path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_static", ROOT / "tools/build_static.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_missing_package_is_said_plainly(tool, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tool, "NODE", tmp_path)
    monkeypatch.setattr(tool, "STEPS", ((tmp_path / "out", (tool.copy_icons,)),))
    assert tool.main() == 1
    assert "run 'npm ci' first." in capsys.readouterr().err


def test_what_is_up_to_date_is_left_alone(tool, tmp_path, monkeypatch):
    calls: list[int] = []
    monkeypatch.setattr(tool, "STEPS", ((tmp_path / "out", (lambda: calls.append(1),)),))
    assert tool.build() == [tmp_path / "out"]
    assert tool.build() == []
    assert tool.build(force=True) == [tmp_path / "out"]
    assert len(calls) == 2


def test_a_broken_step_is_done_again_next_time(tool, tmp_path, monkeypatch):
    def fail() -> None:
        raise tool.BuildError("x")

    monkeypatch.setattr(tool, "STEPS", ((tmp_path / "out", (fail,)),))
    with pytest.raises(tool.BuildError):
        tool.build()
    assert not tool.up_to_date(tmp_path / "out", tool.fingerprint())


def test_the_icon_list_is_in_order(tool):
    names = tool.ICON_LIST.read_text(encoding="utf-8").split()
    assert names == sorted(set(names))


def test_the_lock_file_names_no_registry():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_htmx_stays_at_two():
    versions = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert versions["htmx.org"].startswith("2.")
