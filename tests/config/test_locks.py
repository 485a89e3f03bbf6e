"""What is installed is exactly what we chose, and no lock file names a machine to fetch it from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt", "package-lock.json"]


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_file_names_a_host(name: str) -> None:
    assert re.findall(r"\b[a-z+]+://[^\s\"]+", (ROOT / name).read_text()) == []


def test_npm_is_told_to_write_no_addresses() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text()


@pytest.mark.parametrize("name", LOCKS[:2])
def test_every_python_package_has_a_version_and_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_lock_for_development_holds_the_same_versions_as_the_one_for_use() -> None:
    used, development = (set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(), re.M)) for name in LOCKS[:2])
    assert used <= development
