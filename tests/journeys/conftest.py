"""A real server on a fresh copy of the demo, and a real browser."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests import databases
from tests.journeys.walker import Walker

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def _time_stands_still() -> Iterator[None]:
    """In a journey time goes on: the server is another process."""
    return


@pytest.fixture(scope="session")
def site(demo_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a server with a demo database of its own."""
    name = f"fp_journey_{os.getpid()}"
    databases.clone(demo_template, name)
    port = _free_port()
    log = tmp_path_factory.mktemp("site") / "server.log"
    env = os.environ | databases.urls(name)
    env |= {"PORT": str(port), "FELLESPLAN_DEMO": "1", "FELLESPLAN_WORKERS": "1"}
    with log.open("w") as output:
        command = [sys.executable, "-m", "fellesplan.config.cli", "serve"]
        server = subprocess.Popen(command, env=env, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait_for(port, server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        databases.drop(name)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield a running Chromium."""
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def walker(site: str, chromium: Browser) -> Iterator[Walker]:
    """Yield someone who walks through the pages, with JavaScript."""
    with closing(Walker(site, chromium)) as walker:
        yield walker


@pytest.fixture
def plain_walker(site: str, chromium: Browser) -> Iterator[Walker]:
    """Yield someone whose browser has no JavaScript."""
    with closing(Walker(site, chromium, javascript=False)) as walker:
        yield walker


def _launch(playwright: Playwright) -> Browser:
    path = os.environ.get("FELLESPLAN_CHROMIUM") or playwright.chromium.executable_path
    if not Path(path).exists():
        path = "/usr/bin/chromium"
    return playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)


def _free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not start: {log.read_text()[-2000:]}")
