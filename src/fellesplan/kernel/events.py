"""What has happened, handed over within the same transaction to whoever listens.

Capabilities announce; `processes.table` says who does what about it. Nobody else subscribes.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True)
class Happening:
    """The base of all announcements: frozen facts, with the actor who caused it."""

    actor: Any


H = TypeVar("H", bound=Happening)
_listeners: dict[type[Happening], list[Callable[[Any], None]]] = defaultdict(list)


def on(kind: type[H], step: Callable[[H], None]) -> None:
    """Let `step` run whenever `kind` is announced; registering the same step again does nothing."""
    if step not in _listeners[kind]:
        _listeners[kind].append(step)


def announce(happening: Happening) -> None:
    """Run the steps of the happening, in order, in the running transaction."""
    for step in _listeners[type(happening)]:
        step(happening)
