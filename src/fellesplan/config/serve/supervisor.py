"""Start child processes, notice when one ends, and stop them all."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Self

_GRACE_SECONDS = 15


@contextmanager
def stop_signals() -> Iterator[threading.Event]:
    """Give an event that SIGINT, SIGTERM and SIGHUP set, instead of ending the process at once."""
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    before = {
        number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Supervisor:
    """Children that live and die together; leaving the `with` block stops them."""

    def __init__(self, stopping: threading.Event) -> None:
        self.stopping = stopping
        self.children: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self, name: str, command: list[str]) -> None:
        """Start a child in a session of its own, so that Ctrl-C reaches us alone and we decide the order."""
        self.children[name] = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with_parent
        )

    def dead(self) -> list[str]:
        """Return the names of the children that have ended."""
        return [name for name, child in self.children.items() if child.poll() is not None]

    def wait(self) -> None:
        """Wait until a signal asks us to stop or a child ends."""
        while not self.stopping.wait(0.5) and not self.dead():
            pass

    def wait_until(self, ready: Callable[[], bool], *, seconds: float) -> bool:
        """Return True when `ready` says so, False on a signal, a dead child or after so many seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.dead():
            if ready():
                return True
            if self.stopping.wait(0.1):
                break
        return False

    def verdict(self) -> int:
        """Return the exit code: 0 if we were asked to stop, else 1 with a sentence on what ended."""
        if self.stopping.is_set():
            return 0
        what = " and ".join(self.dead())
        sentence = (
            f"The {what} ended by itself; see above." if what else "The web server did not answer in time."
        )
        print(f"fellesplan: {sentence}", file=sys.stderr)
        return 1

    def stop(self) -> None:
        """Ask every child to finish, and end those that do not."""
        for child in self.children.values():
            with suppress(ProcessLookupError):
                child.terminate()
        end = time.monotonic() + _GRACE_SECONDS
        for child in self.children.values():
            try:
                child.wait(timeout=max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def _die_with_parent() -> None:
    """On Linux, let the kernel stop the child if we are killed without a chance to do it ourselves."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
