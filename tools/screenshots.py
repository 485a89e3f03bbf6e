"""Pictures of the pages at 1280 and 390 pixels, taken from a fresh demo.

Everything goes to .data/screenshots; the few that the README shows go to docs/screenshots.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from fellesplan.config import environment  # noqa: E402
from fellesplan.config.serve import ports  # noqa: E402

ALL = environment.data_dir() / "screenshots"
SHOWN = ROOT / "docs" / "screenshots"
SIZES = {1280: 900, 390: 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
IN_README = frozenset({"front", "worklist", "case", "my-plan", "plan"})


def main(*wanted: str) -> int:
    """Take every picture, or those named; returns 1 if a page could not be opened."""
    os.environ["FELLESPLAN_DEMO"] = "1"
    environment.database()
    for folder in (ALL, SHOWN):
        folder.mkdir(parents=True, exist_ok=True)
    with demo_database() as name, site(name) as address:
        environment.django()
        from django.db import connections
        from screenshot_pages import pages

        shots = [one for one in pages() if not wanted or one.name in wanted]
        connections.close_all()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
            failed = [
                one.name for one in shots if not take(browser, address, one.name, one.persona, one.path)
            ]
            browser.close()
    print(f"Pictures are in {ALL} and {SHOWN}.")
    for each in failed:
        print(f"Not taken: {each}")
    return 1 if failed else 0


def take(browser: Browser, address: str, name: str, persona: str, path: str) -> bool:
    """Take a page in both widths, as one of the invented people or nobody; returns whether it opened."""
    for width, height in SIZES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="nb-NO", reduced_motion="reduce"
        )
        with closing(context):
            page = context.new_page()
            if persona:
                become(page, address, persona)
            answer = page.goto(address + path)
            if answer is None or answer.status != 200:
                print(f"{name}: {path} answered {answer.status if answer else 'nothing'}")
                return False
            save(page, name, width)
    return True


def become(page: Page, address: str, persona: str) -> None:
    """Choose a persona on the demo's page."""
    page.goto(f"{address}/demo")
    page.locator(f'button[name="persona"][value="{persona}"]').click()
    page.wait_for_load_state()


def save(page: Page, name: str, width: int) -> None:
    """Save the whole page, and what one sees of it first where the README shows it."""
    from pictures import smaller

    (ALL / f"{name}-{width}.png").write_bytes(smaller(page.screenshot(full_page=True)))
    if name in IN_README:
        (SHOWN / f"{name}-{width}.png").write_bytes(smaller(page.screenshot()))


@contextmanager
def demo_database() -> Iterator[str]:
    """Yield a copy of the demo that disappears afterwards."""
    from tests import databases, demo_database

    template = databases.template_name()
    if not databases.exists(template):
        databases.create_template(template)
    demo, name = demo_database.demo_name(template), f"fp_pictures_{os.getpid()}"
    if not databases.exists(demo):
        demo_database.create_demo(template, demo)
    databases.clone(demo, name)
    server = {key: os.environ[key] for key in ("DATABASE_URL", "DATABASE_OWNER_URL")}
    os.environ.update(databases.urls(name))
    try:
        yield name
    finally:
        os.environ.update(server)
        databases.drop(name)


@contextmanager
def site(database: str) -> Iterator[str]:
    """Serve the database on a port of its own, with a data folder that disappears afterwards."""
    port, folder = free_port(), tempfile.mkdtemp(prefix="fellesplan-")
    env = os.environ | {"PORT": str(port), "FELLESPLAN_DATA": folder, "FELLESPLAN_WORKERS": "2"}
    server = subprocess.Popen(environment.itself("serve"), env=env)
    try:
        for _ in range(300):
            if ports.answers(port) or server.poll() is not None:
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(folder)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def chromium() -> str:
    """Return the browser's program."""
    named = os.environ.get("FELLESPLAN_CHROMIUM", "")
    found = (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    return found or "/usr/bin/chromium"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
