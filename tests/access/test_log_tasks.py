"""What the worker does with the log every night."""

from pathlib import Path

import pytest
from procrastinate.contrib.django import app

from fellesplan.access import tasks
from fellesplan.access.anchor import read
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_the_worker_knows_it_and_does_it_every_night() -> None:
    assert app.tasks["log.night"] is tasks.night
    assert "log.night" in {task.task.name for task in app.periodic_registry.periodic_tasks.values()}


def test_every_municipality_gets_its_anchor_once(tmp_path: Path, settings: object) -> None:
    settings.ANCHOR_DIR = tmp_path  # type: ignore[attr-defined]
    for slug in ("lund", "molde"):
        make.municipality(slug)
    for _ in range(2):
        tasks.night(0)
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["lund-2026-11-24.jsonl", "molde-2026-11-24.jsonl"]
    assert [anchor.municipality for name in names for anchor in read(tmp_path / name)] == ["lund", "molde"]
