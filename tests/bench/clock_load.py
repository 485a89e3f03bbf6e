"""The night's round over many open cases, and the worklist with them."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.test import override_settings

from fellesplan.people.models import Account, Municipality
from fellesplan.processes import clock_round
from fellesplan.processes.clock_round import Done
from tests.bench.measuring import BACKEND, browser, get, measure

MOST = 60
"""Seconds that the round may take for 100,000 open cases on two cores."""
PAGES = ("", "?hvem=all", "?hvem=all&hva=decision", "?hvem=all&frist=over&side=40")


@dataclass(frozen=True)
class Night:
    """What one round did, and what it cost in seconds."""

    done: Done
    seconds: float
    cpu: float

    @property
    def is_still(self) -> bool:
        """Whether nothing was moved, raised or cleared."""
        return self.done == Done(cases=self.done.cases)


def night(tenant: Municipality) -> Night:
    """Do the round in one municipality."""
    began, started = time.perf_counter(), time.process_time()
    done = clock_round.of_municipality(tenant)
    return Night(done, time.perf_counter() - began, time.process_time() - started)


def worklist(tenant: Municipality, office: Account) -> Iterator[str]:
    """Open the worklist with different filters; yields a line for each."""
    with override_settings(AUTHENTICATION_BACKENDS=[BACKEND]):
        client = browser(office)
        for query in PAGES:
            cost = measure(get(client, f"/{tenant.slug}/arbeidsliste/{query}"), runs=3, warm_up=1)
            figures = f"{cost.cpu:6.0f} ms CPU {cost.wall:6.0f} ms wall {cost.queries:4} queries"
            yield f"worklist{query:32} {figures}"
