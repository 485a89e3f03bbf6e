"""Someone who walks through the pages as a persona, and looks at each for barriers."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
    "resultTypes": ["violations"],
}

ALREADY_THERE = "0"
"""What to inject when axe is in the page."""

PRIMARY = 'main form[method="post"] button.ds-button:not([data-variant])'


class Walker:
    """One person at a time in one browser; `become` changes who."""

    def __init__(self, site: str, browser: Browser, *, javascript: bool = True) -> None:
        self.site = site
        self.browser = browser
        self.javascript = javascript
        self.context = browser.new_context(java_script_enabled=javascript, viewport=WIDE, locale="nb-NO")
        self.context.set_default_timeout(45_000)
        expect.set_options(timeout=20_000)
        self.page: Page = self.context.new_page()
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on("console", lambda message: self._console(message.type, message.text))

    def close(self) -> None:
        self.context.close()
        assert self.problems == []

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:
            self.problems.append(f"console: {text}")

    def become(self, persona: str) -> "Walker":
        """Log in as a persona of the demo and arrive at the persona's start page."""
        self._leave()
        self.page.goto(f"{self.site}/demo")
        self.page.locator(f'button[name="persona"][value="{persona}"]').click()
        self.page.wait_for_url(lambda url: "/demo" not in url)
        return self

    def become_number(self, number: str, then: str) -> "Walker":
        """Log in as the invented person with a birth number, and go to a path."""
        self._leave()
        self.page.goto(f"{self.site}/demo?next={then}")
        self.page.locator("#number").fill(number)
        self.page.locator('form[action="/demo/nummer"] button').click()
        return self

    def _leave(self) -> None:
        self.context.clear_cookies()

    def go(self, path: str) -> "Walker":
        """Open a path and expect it to be there."""
        response = self.page.goto(self.site + path)
        assert response is not None
        assert response.status == 200, f"{path}: {response.status}"
        return self

    def status(self, path: str) -> int:
        """Return the status of a path without leaving the page."""
        return self.context.request.get(self.site + path, max_redirects=0).status

    def follow(self, name: str) -> "Walker":
        """Press the first link with this name."""
        self.page.get_by_role("link", name=name).first.click()
        return self

    def press(self, name: str) -> "Walker":
        """Press the button with this name."""
        self.page.get_by_role("button", name=name).first.click()
        return self

    def speak(self, language: str) -> "Walker":
        """Choose a language as the foot of the page does."""
        cookie = {"name": "fellesplan_sprak", "value": language, "url": self.site}
        self.context.add_cookies([cookie])  # type: ignore[list-item]
        return self

    def links(self) -> list[str]:
        """Return the paths that the page links to, in order."""
        every = self.page.eval_on_selector_all("a[href]", "found => found.map(e => e.getAttribute('href'))")
        return [re.sub(r"#.*", "", href) for href in every if href.startswith("/")]

    def set(self, **fields: str | list[str]) -> "Walker":
        """Fill fields of the form by their names; a list ticks several boxes."""
        for name, value in fields.items():
            control = self.page.locator(f'main [name="{name}"]')
            kind = control.first.evaluate("e => e.type")
            if value == "on":
                control.first.check()
            elif kind in {"radio", "checkbox"}:
                for one in [value] if isinstance(value, str) else value:
                    self._tick(name, one)
            elif kind == "select-one":
                control.select_option(value)
            else:
                control.fill(str(value))
        return self

    def _tick(self, name: str, value: str) -> None:
        control = self.page.locator(f'main [name="{name}"][value="{value}"]')
        for fold in control.locator("xpath=ancestor::details[not(@open)]").all():
            fold.locator("summary").first.click()
        control.check(force=True)

    def submit(self, selector: str = "") -> "Walker":
        """Press the page's one filled button, or the button or form's button that `selector` names."""
        found = self.page.locator(f"main {selector}" if selector else PRIMARY).locator("visible=true")
        button = (found if found.count() else self.page.locator('main form[method="post"] button')).first
        if button.evaluate("e => e.tagName") == "FORM":
            button = button.locator("button").last
        with self.page.expect_event("load"):
            button.click()
        return self

    def attach(self, data: bytes) -> "Walker":
        """Put a PDF into the page's file field."""
        file = {"name": "fullmakt.pdf", "mimeType": "application/pdf", "buffer": data}
        self.page.locator('main input[type="file"]').first.set_input_files(file)  # type: ignore[arg-type]
        return self

    def names(self, pattern: str) -> list[str]:
        """Return what the pattern's group catches in the names of the form's fields, each once."""
        every = self.page.eval_on_selector_all("main [name]", "found => found.map(e => e.name)")
        return list(dict.fromkeys(m[1] for name in every if (m := re.match(pattern, name))))

    @property
    def path(self) -> str:
        """Return the path of the page, without query and place."""
        return re.sub(r"[?#].*", "", self.page.url.removeprefix(self.site))

    def sees(self, *texts: str) -> "Walker":
        """Expect each text to be on the page."""
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(re.compile(_loose(text)))
        return self

    def does_not_see(self, *texts: str) -> "Walker":
        """Expect none of the texts to be on the page."""
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(re.compile(_loose(text)))
        return self

    def has_no_barriers(self) -> "Walker":
        """Expect axe to find nothing at either width, and no sideways scroll."""
        if not self.javascript:
            return self
        if not self.page.evaluate("Boolean(window.axe)"):
            self.page.evaluate(AXE_SCRIPT)
        for size in (WIDE, NARROW):
            with self._at(size):
                found = Axe(ALREADY_THERE).run(self.page, options=AXE)
                assert found.violations_count == 0, f"{self.page.url}: {found.generate_report()}"
                wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                assert wide <= 0, f"{self.page.url} scrolls sideways by {wide} px at {size['width']}"
        return self

    @contextmanager
    def _at(self, size: dict[str, int]) -> Iterator[None]:
        self.page.set_viewport_size(size)  # type: ignore[arg-type]
        yield
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]


def _loose(text: str) -> str:
    """Let any white space match any other: dates and paragraphs hold no-break spaces."""
    return r"\s+".join(re.escape(word) for word in text.split())
