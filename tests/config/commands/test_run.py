"""From an empty folder to an address to open, and back to nothing that runs."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from fellesplan.config import environment
from fellesplan.config.postgres.server import free_port, running_port
from fellesplan.config.serve import ports

pytestmark = pytest.mark.slow


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def system(bare: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """`fellesplan run` on a data folder of its own, up to the point where it says its address."""
    ours = {"FELLESPLAN_DATA": str(bare.parent), "PORT": str(port), "FELLESPLAN_WORKERS": "1"}
    with subprocess.Popen(
        environment.itself("run"), env=os.environ | ours, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "runs at" in line:
                break
        yield process
        process.terminate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_run_serves_until_it_is_stopped_and_leaves_nothing(
    system: subprocess.Popen[str], bare: Path, port: int, number: signal.Signals
) -> None:
    assert ports.answers(port)
    assert running_port(bare / "cluster")
    system.send_signal(number)
    assert system.wait(timeout=30) == 0
    assert not ports.answers(port)
    assert running_port(bare / "cluster") is None
