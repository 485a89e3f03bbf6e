import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from fellesplan.config import postgres
from fellesplan.config.postgres import Urls

OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "FELLESPLAN_PG_BIN", "FELLESPLAN_PRODUCTION", "FELLESPLAN_DEMO")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A data folder that is empty, and none of our settings."""
    for name in (*OURS, "PORT", "FELLESPLAN_BIND", "FELLESPLAN_DATA"):
        monkeypatch.delenv(name, raising=False)
    for folder in (tmp_path, *tmp_path.parents):
        # another account runs the server when we are root, and must get through pytest's private folders
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    data = tmp_path / "pg"
    yield data
    if data.exists():
        postgres.stop(data)


@pytest.fixture
def server(bare: Path) -> Urls:
    """A new server in the bare folder."""
    return postgres.ensure_running(bare, env={})
