"""Both rooms in a real browser: no axe violation, no sideways scroll, no blocked or failing script."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import fellesplan.web
from tests.web.components.pages import gallery_page

pytestmark = [pytest.mark.journey, pytest.mark.slow]
CHROMIUM = Path("/usr/bin/chromium")
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
RULES = {
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


class Site(SimpleHTTPRequestHandler):
    """The rendered pages and the static files, under the strict policy of the product."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "static").symlink_to(Path(fellesplan.web.__file__).parent / "static")
    for room in ("staff", "citizen"):
        (folder / f"{room}.html").write_text(gallery_page(room), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield chromium
        chromium.close()


def opened(browser: Browser, url: str, width: int, script: bool = True) -> tuple[Page, list[str]]:
    page = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script
    ).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(url, wait_until="networkidle")
    return page, said


@pytest.mark.parametrize("room", ["staff", "citizen"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_part_is_accessible_and_fits(browser, site, room, width):
    page, said = opened(browser, f"{site}/{room}.html", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("room", ["staff", "citizen"])
def test_the_phone_menu_opens_without_script(browser, site, room):
    page, _said = opened(browser, f"{site}/{room}.html", 390, script=False)
    assert not page.locator("#meny").is_visible()
    page.locator("button[popovertarget=meny]").first.click()
    assert page.locator("#meny").get_by_role("link", name="Saker").is_visible()


def test_the_error_summary_takes_focus_and_leads_to_the_field(browser, site):
    page, _said = opened(browser, f"{site}/staff.html", 1280)
    assert page.evaluate("document.activeElement.tagName") == "DS-ERROR-SUMMARY"
    page.locator("ds-error-summary").get_by_role("link", name="Skriv datoen slik").click()
    assert page.url.endswith("#id_bad-born")


def test_the_search_shortcut_can_be_switched_off(browser, site):
    page, _said = opened(browser, f"{site}/staff.html", 1280)
    page.locator("main").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "sok"
    page.get_by_role("button", name="Slå av hurtigtasten").click()
    page.locator("main").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "innhold"
