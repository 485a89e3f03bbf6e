"""The web server's command line."""

import os
import sys
from pathlib import Path

from fellesplan.config.serve import ports
from fellesplan.kernel import settings_readers as read


def workers() -> int:
    """Return how many processes serve pages: 2 × cores − 1, unless FELLESPLAN_WORKERS says otherwise."""
    return read.number("FELLESPLAN_WORKERS", 2 * (os.cpu_count() or 1) - 1, least=1)


def command(port: int) -> list[str]:
    """Return the gunicorn command; no access log, for an address may tell who has a plan."""
    memory = Path("/dev/shm")  # noqa: S108 - heartbeat files must not wait for a disk
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "fellesplan.config.wsgi:application",
        f"--bind={_bind(port)}",
        f"--workers={workers()}",
        "--preload",
        "--no-control-socket",
        "--log-level=warning",
        "--timeout=60",
        "--graceful-timeout=10",
        *([f"--worker-tmp-dir={memory}"] if memory.is_dir() else []),
    ]


def _bind(port: int) -> str:
    address = ports.address()
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
