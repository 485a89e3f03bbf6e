"""Typing in a real browser: what is typed survives a killed browser, an ended session and a lost server."""

import re
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import storm
from tests.small_site import Small, small_site

__all__ = ["small_site"]
TEXT = "Jeg vil bestemme selv hvem som kommer hjem til meg."
KEPT = re.compile("Lagret som utkast")


class Desk:
    """Somebody who has logged in and opened the text on what matters."""

    def __init__(self, small: Small, chromium: Browser, width: int = 1280) -> None:
        self.site, places = small.server.site, storm.places(small.owner_url)
        self.form = next(form for form, who in places if who == "demo:lund-0" and form.endswith("/matters/"))
        self.context = chromium.new_context(viewport={"width": width, "height": 900})
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def open(self) -> None:
        """Log in and open the form."""
        self.page.goto(f"{self.site}/demo")
        self.log_in()
        self.page.goto(self.site + self.form)

    def log_in(self) -> None:
        """Become the coordinator; this small demo has no page of personas."""
        token = next(one["value"] for one in self.context.cookies() if one["name"] == "csrftoken")
        sent: dict[str, str | float | bool] = {"persona": "lund-0", "csrfmiddlewaretoken": token}
        answer = self.context.request.post(f"{self.site}/demo/logg-inn", form=sent, max_redirects=0)
        assert answer.status == 302

    def type(self, text: str) -> None:
        field = self.page.get_by_label("Viktig for Mina")
        field.press("Control+End")
        field.press_sequentially(text)

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def desk(small_site: Small, chromium: Browser) -> Iterator[Desk]:
    with closing(Desk(small_site, chromium)) as found:
        yield found


def test_a_killed_browser_loses_nothing_and_another_device_shows_it(
    small_site: Small, chromium: Browser, desk: Desk
) -> None:
    desk.open()
    desk.type(TEXT)
    expect(desk.page.locator("[data-draft-status]")).to_have_text(KEPT)
    assert desk.errors == []
    desk.close()
    with closing(Desk(small_site, chromium, width=390)) as phone:
        phone.open()
        phone.page.get_by_role("link", name="Fortsett på utkastet").click()
        expect(phone.page.get_by_label("Viktig for Mina")).to_have_value(TEXT)
        phone.type(" Og når.")
        phone.page.get_by_role("button", name="Lagre teksten").click()
        expect(phone.page.get_by_text(f"{TEXT} Og når.").first).to_be_visible()
        phone.page.goto(phone.site + phone.form)
        expect(phone.page.get_by_role("link", name="Fortsett på utkastet")).to_have_count(0)


def test_leaving_the_page_at_once_keeps_the_last_word(desk: Desk) -> None:
    desk.open()
    desk.type("Siste ord")
    desk.page.goto(f"{desk.site}/lund/i-dag/")
    desk.page.goto(desk.site + desk.form)
    desk.page.get_by_role("link", name="Fortsett på utkastet").click()
    expect(desk.page.get_by_label("Viktig for Mina")).to_have_value("Siste ord")


def test_an_ended_session_loses_nothing(small_site: Small, desk: Desk) -> None:
    desk.open()
    with psycopg.connect(small_site.owner_url) as connection:
        connection.execute("delete from django_session")
    desk.type(TEXT)
    expect(desk.page.locator("[data-draft-status]")).to_have_text(re.compile("Du er logget ut"))
    desk.type(" Mer.")
    desk.page.get_by_role("button", name="Lagre teksten").click()
    desk.page.wait_for_url("**/demo?next=**")
    wanted = parse_qs(urlsplit(desk.page.url).query)["next"][0]
    desk.log_in()
    desk.page.goto(desk.site + wanted)
    expect(desk.page.get_by_label("Viktig for Mina")).to_have_value(f"{TEXT} Mer.")


def test_a_lost_server_is_said_and_the_text_is_kept_when_it_is_back(small_site: Small, desk: Desk) -> None:
    desk.open()
    small_site.server.kill()
    desk.type(TEXT)
    expect(desk.page.locator("[data-draft-status]")).to_have_text(re.compile("Ikke lagret ennå"))
    desk.page.get_by_role("button", name="Lagre teksten").click()
    expect(desk.page.locator("[data-draft-status]")).to_have_text(re.compile("uten forbindelse"))
    expect(desk.page.get_by_label("Viktig for Mina")).to_have_value(TEXT)
    small_site.server.start()
    expect(desk.page.locator("[data-draft-status]")).to_have_text(KEPT, timeout=20_000)
    desk.page.get_by_role("button", name="Lagre teksten").click()
    expect(desk.page.get_by_text(TEXT).first).to_be_visible()
