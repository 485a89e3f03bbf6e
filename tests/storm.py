"""A storm on a real server: many write at once while it is killed at random and started again.

Used by a short test and, for thousands of writes, by tools/soak.py.
"""

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import psycopg

FIELDS = ("matters", "resources", "cooperation", "family_contributes")
LOST = (OSError, HTTPException)
PLANS = """
select m.slug, p.id, a.subject from plans_plan p
join people_municipality m on m.id = p.municipality_id
join coordinators_appointment ap on ap.person_id = p.person_id
join people_employee e on e.id = ap.employee_id join people_account a on a.id = e.account_id
where p.state <> 'ended' and a.subject like 'demo:%' order by m.slug, p.id
"""


@dataclass
class Taken:
    """What the server has said it has: texts that were saved, and texts that were kept as drafts."""

    saved: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)
    count: int = 0


class Server:
    """A server that can be killed without warning."""

    def __init__(self, env: Mapping[str, str], port: int) -> None:
        self.env, self.site = dict(env) | {"PORT": str(port)}, f"http://127.0.0.1:{port}"
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "fellesplan.config.cli", "serve"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, env=self.env, stdout=quiet, stderr=quiet, start_new_session=True
        )
        for _ in range(400):
            with suppress(*LOST):
                if build_opener().open(f"{self.site}/healthz", timeout=2).status == 200:
                    return
            time.sleep(0.1)
        raise RuntimeError("The server did not start")

    def kill(self) -> None:
        """Kill it and all its workers in the middle of whatever they do."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


class Writer:
    """Somebody with a browser who writes in a plan."""

    def __init__(self, site: str, subject: str, form: str, name: str) -> None:
        self.site, self.subject, self.form, self.name = site, subject.removeprefix("demo:"), form, name
        self.jar = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar), _Stay)
        self.pages = 0

    def ask(self, path: str, sent: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Return status and text; raises one of LOST when there is no answer."""
        data = None
        if sent is not None:
            token = next((c.value for c in self.jar if c.name == "csrftoken"), "") or ""
            data = urlencode({**sent, "csrfmiddlewaretoken": token}).encode()
        try:
            with self.opener.open(Request(self.site + path, data), timeout=15) as answer:  # noqa: S310
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def log_in(self) -> bool:
        """Become the persona; the session lives on when the server is killed."""
        self.ask("/demo")
        return self.ask("/demo/logg-inn", {"persona": self.subject})[0] == 302

    def write(self, taken: Taken, lock: threading.Lock) -> None:
        """Open the form, keep a few drafts while typing, and save; note what was acknowledged."""
        status, page = self.ask(self.form)
        if status != 200:
            raise OSError(f"The form answered {status}")
        mark = re.search(r'name="utkast" value="([^"]+)"', page)
        version = re.search(r'name="version" value="(\d+)"', page)
        assert mark
        assert version
        name = self.form.rstrip("/").rpartition("/")[2]
        sent = {"utkast": mark[1], "version": version[1]}
        self.pages += 1
        last = random.randint(2, 5)
        for seq in range(1, last):
            text = f"#{self.name}-{self.pages}-{seq}#"
            typed = {**sent, name: text, "utkast_nr": str(seq), "utkast_behold": "1"}
            if self.ask(self.form, typed)[0] == 200:
                with lock:
                    taken.drafts.add(text)
                    taken.count += 1
        text = f"#{self.name}-{self.pages}-{last}#"
        if self.ask(self.form, {**sent, name: text, "utkast_nr": str(last)})[0] == 302:
            with lock:
                taken.saved.add(text)
                taken.count += 1


def places(owner_url: str) -> list[tuple[str, str]]:
    """Return forms of plans with somebody who may write in them."""
    with psycopg.connect(owner_url) as connection:
        rows = connection.execute(PLANS).fetchall()
    return [
        (f"/{slug}/plan/{plan}/tekst/{name}/", subject) for slug, plan, subject in rows for name in FIELDS
    ]


def rage(server: Server, owner_url: str, *, writes: int, writers: int, calm: float, seed: int = 0) -> Taken:
    """Write until `writes` are acknowledged, and kill the server about every `calm` seconds meanwhile."""
    chance, taken, lock, over = random.Random(seed), Taken(), threading.Lock(), threading.Event()
    found = places(owner_url)
    ready = [w for n in range(writers) if (w := _ready(server.site, found, n))]
    assert ready, "Nobody in the demo may write in a plan"

    def work(writer: Writer) -> None:
        while not over.is_set():
            try:
                writer.write(taken, lock)
            except LOST:
                time.sleep(0.2)

    threads = [threading.Thread(target=work, args=(writer,), daemon=True) for writer in ready]
    for thread in threads:
        thread.start()
    while taken.count < writes:
        time.sleep(chance.uniform(calm / 2, calm * 1.5))
        server.kill()
        server.start()
    over.set()
    for thread in threads:
        thread.join(timeout=60)
    return taken


def _ready(site: str, found: list[tuple[str, str]], number: int) -> Writer | None:
    for at in range(len(found)):
        form, subject = found[(number * 7 + at) % len(found)]
        writer = Writer(site, subject, form, f"{number}")
        if writer.log_in() and writer.ask(form)[0] == 200:
            return writer
    return None


def missing(owner_url: str, taken: Taken) -> set[str]:
    """Return what was acknowledged and cannot be found.

    A text that was saved stands in a version. So does a draft, or it stands among the drafts, or what was
    typed after it on the same page does.
    """
    with psycopg.connect(owner_url) as connection:
        versions = connection.execute("select content::text from plans_planversion").fetchall()
        drafts = connection.execute("select content::text from plans_draft").fetchall()
    pattern = re.compile(r"#(\d+-\d+)-(\d+)#")
    kept = {text for (content,) in versions for text in pattern.findall(content)}
    lost = {text for text in taken.saved if pattern.findall(text)[0] not in kept}
    newest: dict[str, int] = {}
    for page, number in kept | {text for (content,) in drafts for text in pattern.findall(content)}:
        newest[page] = max(newest.get(page, 0), int(number))
    for text in taken.drafts:
        page, number = pattern.findall(text)[0]
        if newest.get(page, 0) < int(number):
            lost.add(text)
    return lost
