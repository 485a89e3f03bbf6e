"""PostgreSQL refuses to run as root: run its programs as another account, or in a user namespace."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_UNPRIVILEGED = ("postgres", "nobody")
_NAMESPACE = ("unshare", "--user", "--map-user=65534", "--map-group=65534", "--")


@dataclass(frozen=True)
class Account:
    """How the server's programs are started: by a prefix, as another user, or (neither) as ourselves."""

    prefix: tuple[str, ...] = ()
    user: int | None = None
    group: int | None = None

    def run(self, *command: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a program to its end and return what it said; it inherits none of the PG* settings."""
        switch: dict[str, Any] = (
            {} if self.user is None else {"user": self.user, "group": self.group, "extra_groups": []}
        )
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [*self.prefix, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C", "TZ": "UTC"},
            cwd="/",
            timeout=timeout,
            **switch,
        )
        return done

    def can_run(self, program: str, *folders: Path) -> bool:
        """Return whether this account may run the program and pass through the folders."""
        try:
            through = all(self.run("test", "-x", str(folder)).returncode == 0 for folder in folders)
            return through and self.run(program, "--version").returncode == 0
        except (OSError, subprocess.SubprocessError):
            return False

    def give(self, folder: Path) -> None:
        """Make the account owner of a folder."""
        if self.user is not None:
            os.chown(folder, self.user, -1 if self.group is None else self.group)


def accounts() -> Iterator[Account]:
    """Yield the ways this process may start PostgreSQL, the best first."""
    if os.geteuid() != 0:
        yield Account()
        return
    for name in _UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        yield Account(user=entry.pw_uid, group=entry.pw_gid)
    if shutil.which(_NAMESPACE[0]):
        yield Account(prefix=_NAMESPACE)


def owner_of(folder: Path) -> Account | None:
    """Return the account that made a cluster, or None if it is not ours to run."""
    status = folder.stat()
    if os.geteuid() != 0:
        return Account() if status.st_uid == os.geteuid() else None
    if status.st_uid == 0:
        return Account(prefix=_NAMESPACE)
    return Account(user=status.st_uid, group=status.st_gid)
