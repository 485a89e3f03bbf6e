"""What follows from what, across capabilities: one row per happening and step."""

from collections.abc import Callable
from typing import Any

from fellesplan.cases.services import progress
from fellesplan.consent.happenings import ConsentRegistered, ConsentWithdrawn
from fellesplan.coordinators.services import nominations
from fellesplan.kernel.events import Happening, on
from fellesplan.processes import case_facts  # noqa: F401 - adds its facts by being read

TABLE: tuple[tuple[type[Happening], Callable[[Any], None]], ...] = (
    (ConsentRegistered, nominations.consent_changed),
    (ConsentRegistered, progress.consent_changed),
    (ConsentWithdrawn, nominations.consent_changed),
    (ConsentWithdrawn, progress.consent_changed),
)

for happening, step in TABLE:
    on(happening, step)
