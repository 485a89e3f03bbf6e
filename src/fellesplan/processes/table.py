"""What follows from what, across capabilities: one row per happening and step."""

from collections.abc import Callable
from typing import Any

from fellesplan.kernel.events import Happening, on

TABLE: tuple[tuple[type[Happening], Callable[[Any], None]], ...] = ()

for happening, step in TABLE:
    on(happening, step)
