"""What a request costs: processor time of this process, queries, and the size of what is sent."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.test import Client

from fellesplan.people.models import Account

BACKEND = "fellesplan.web.site.backend.DemoBackend"
Act = Callable[[], bytes]


@dataclass(frozen=True)
class Cost:
    """The median of several runs, and the least. Times in milliseconds, `size` in bytes."""

    cpu: float
    least: float
    wall: float
    queries: int
    size: int


class Counter:
    """Counts the queries of both connections while it is in use."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.number += 1
        return execute(sql, params, many, context)


def measure(act: Act, *, runs: int, warm_up: int = 5) -> Cost:
    """Run something several times, after some runs that are not counted."""
    for _ in range(warm_up):
        act()
    cpu, wall, queries, size = [], [], 0, 0
    for _ in range(runs):
        counter = Counter()
        with connections["default"].execute_wrapper(counter), connections["audit"].execute_wrapper(counter):
            began, started = time.process_time(), time.perf_counter()
            sent = act()
            cpu.append(time.process_time() - began)
            wall.append(time.perf_counter() - started)
        queries, size = counter.number, len(sent)
    median = statistics.median
    return Cost(median(cpu) * 1000, min(cpu) * 1000, median(wall) * 1000, queries, size)


def browser(account: Account) -> Client:
    """Return a browser in which the account is logged in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(account, backend=BACKEND)
    return client


def get(client: Client, url: str) -> Act:
    """Return the opening of a page, which must answer 200."""
    return lambda: _checked(client.get(url), 200)


def post(client: Client, url: str, form: Callable[[], dict[str, Any]]) -> Act:
    """Return the sending of a form, which must answer with another address."""
    return lambda: _checked(client.post(url, form()), 302)


def _checked(response: Any, status: int) -> bytes:
    if response.status_code != status:
        raise RuntimeError(f"{response.request['PATH_INFO']} answered {response.status_code}")
    return bytes(response.content)
