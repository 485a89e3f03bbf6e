"""The access log under load: is any read lost, and what does the log cost of a page?"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock
from uuid import UUID

from django.db import connections

from fellesplan.access import audit, tenancy
from fellesplan.access.actor import Actor
from fellesplan.access.chain_check import Walk
from fellesplan.access.models import Event
from fellesplan.kernel.ids import new_id
from fellesplan.people.models import Person
from tests.bench.measuring import Act

MOST = 0.10
"""The share of a page's processor time that the log may cost."""


@dataclass(frozen=True)
class Load:
    """What came of many reads at once. `kept` rows, `linked` in a chain with `findings` that are wrong."""

    asked: int
    kept: int
    linked: int
    findings: int
    seconds: float

    @property
    def is_whole(self) -> bool:
        return self.asked == self.kept == self.linked and not self.findings


def load(municipality: UUID, reads: int, threads: int) -> Load:
    """Read as many threads at once, each read a request of its own; the rows are committed."""
    each, left = divmod(reads, threads)
    shares = [each + (number < left) for number in range(threads)]
    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(_read, municipality, number) for number in shares]:
            done.result()
    seconds = time.perf_counter() - began
    with tenancy.working_in(municipality):
        walk = Walk(municipality)
        findings = len(list(walk.findings()))
        kept = Event.objects.filter(municipality_id=municipality).count()
    return Load(reads, kept, walk.count, findings, seconds)


def _read(municipality: UUID, number: int) -> None:
    actor = Actor(municipality=municipality, account=new_id(), name="Målt Prøve", title="Lærer")
    try:
        for _ in range(number):
            with audit.buffered():
                person = Person(pk=new_id())
                audit.read(actor, "person.read", person, ground="participant:takes_part", subject=person.pk)
    finally:
        connections.close_all()


@dataclass(frozen=True)
class Cost:
    """What the log takes of a page, in milliseconds of processor time, and while the page waits for it."""

    page: float
    log: float
    waits: float

    @property
    def share(self) -> float:
        return self.log / self.page


def cost(act: Act, *, runs: int, warm_up: int = 5) -> Cost:
    """Open a page several times, and measure what is used for the log within it."""
    for _ in range(warm_up):
        act()
    spent = Spent()
    with spent.watching():
        began = time.process_time()
        for _ in range(runs):
            act()
        page = time.process_time() - began
    return Cost(page / runs * 1000, spent.cpu / runs * 1000, spent.wall / runs * 1000)


class Spent:
    """Adds up the time in the functions that note and write reads."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0

    @contextmanager
    def watching(self) -> Iterator[None]:
        event, write = self._timed(audit._event), self._timed(audit._write)
        with mock.patch.object(audit, "_event", event), mock.patch.object(audit, "_write", write):
            yield

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            cpu, wall = time.process_time(), time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.cpu += time.process_time() - cpu
                self.wall += time.perf_counter() - wall

        return timed
