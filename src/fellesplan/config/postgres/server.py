"""Start and stop one PostgreSQL server on a cluster folder."""

import re
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fellesplan.config.postgres.account import Account
from fellesplan.config.postgres.binaries import Binaries
from fellesplan.config.postgres.errors import LauncherError

_START_SECONDS = 30
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",  # the limit on socket paths bites below long temporary folders
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
}


@dataclass(frozen=True)
class Server:
    """A cluster folder with the programs and the account that run it."""

    cluster: Path
    binaries: Binaries
    account: Account

    def start(self, port: int) -> None:
        """Start the server on a loopback port and wait until it answers; raises LauncherError."""
        for attempt in range(20):
            clear_stale_pid(self.cluster)
            answer = self._pg_ctl("start", "-w", "-t", str(_START_SECONDS), *self._options(port))
            if answer.returncode == 0:
                return
            if attempt == 19 or not _dying(self._log()):
                break
            # children of a killed server hold its memory for a moment
            time.sleep(0.5)
        raise LauncherError(f"PostgreSQL did not start: {_reason(self._log()) or last_line(answer.stdout)}")

    def stop(self) -> None:
        """Stop the server; raises LauncherError if it does not."""
        answer = self._pg_ctl("stop", "-w", "-m", "fast", "-t", str(_START_SECONDS))
        if answer.returncode != 0 and running_port(self.cluster):
            raise LauncherError(f"PostgreSQL did not stop: {last_line(answer.stdout)}")

    def _options(self, port: int) -> list[str]:
        settings = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in _SETTINGS.items())
        self._log_file().unlink(missing_ok=True)
        return ["-l", str(self._log_file()), "-o", f"-p {port} {settings}"]

    def _pg_ctl(self, action: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.account.run(self.binaries["pg_ctl"], action, "-D", str(self.cluster), "-s", *arguments)

    def _log_file(self) -> Path:
        return self.cluster / "server.log"

    def _log(self) -> str:
        with suppress(OSError):
            return self._log_file().read_text(errors="replace")
        return ""


def running_port(cluster: Path) -> int | None:
    """Return the port of the server that runs on the cluster, or None."""
    lines = _pid_file(cluster)
    if len(lines) > 3 and lines[0].isdigit() and lines[3].isdigit() and _is_postgres(int(lines[0])):
        return int(lines[3])
    return None


def clear_stale_pid(cluster: Path) -> None:
    """Remove the pid file of a server that is gone, even when its number now belongs to another program."""
    lines = _pid_file(cluster)
    if lines and lines[0].isdigit() and not _is_postgres(int(lines[0])):
        (cluster / "postmaster.pid").unlink(missing_ok=True)


def free_port(preferred: int | None = None) -> int:
    """Return the preferred loopback port if nothing listens there, else a free one."""
    for port in (preferred, 0):
        if port is None:
            continue
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise LauncherError("There is no free port on 127.0.0.1 for the database.")


def _pid_file(cluster: Path) -> list[str]:
    with suppress(OSError):
        return [line.strip() for line in (cluster / "postmaster.pid").read_text().splitlines()]
    return []


def _is_postgres(pid: int) -> bool:
    return "postgres" in _command(pid)


def _command(pid: int) -> str:
    """Return the command line of a living process; empty for one that is gone or a zombie."""
    with suppress(OSError):
        if Path("/proc/self").exists():
            return Path(f"/proc/{pid}/cmdline").read_text(errors="replace")
        answer = subprocess.run(["ps", "-p", str(pid), "-o", "args="], capture_output=True, text=True)
        return answer.stdout
    return ""


def last_line(said: str) -> str:
    """Return the last line a program said."""
    return (said.strip().splitlines() or ["it gave no reason."])[-1]


def _dying(log: str) -> bool:
    return "shared memory block" in log or "lock file" in log


def _reason(log: str) -> str:
    found = re.findall(r"FATAL:\s*(.+)", log)
    return str(found[-1]) if found else ""
