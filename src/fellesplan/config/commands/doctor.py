"""`fellesplan doctor`: is this installation whole?"""

import argparse
import subprocess
from collections.abc import Callable

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.environment import PACKAGE, Problem
from fellesplan.config.postgres import LauncherError
from fellesplan.kernel.settings_readers import BadSetting


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "doctor", "Check that this installation is whole; exit 1 if not.", run)


def run(arguments: argparse.Namespace) -> int:
    """Run every check, even after one has failed, and print a line for each."""
    verdicts = [_passes(name, check) for name, check in CHECKS]
    return 0 if all(verdicts) else 1


def _passes(name: str, check: Callable[[], None]) -> bool:
    try:
        check()
    except (Problem, LauncherError, BadSetting) as error:
        print(f"FAIL  {name}: {error}")
        return False
    print(f"ok    {name}")
    return True


def _database() -> None:
    environment.database()


def _settings() -> None:
    environment.django()


def _migrations() -> None:
    answer = subprocess.run(environment.itself("migrate", "--check"), capture_output=True, text=True)
    if answer.returncode != 0:
        raise Problem((answer.stdout + answer.stderr).strip().splitlines()[-1])


def _static() -> None:
    if not any((PACKAGE / "web" / "static" / "vendor").glob("*.css")):
        raise Problem("the style sheets are not built: run “make setup”.")


def _letters() -> None:
    if not any((PACKAGE / "documents" / "fonts").glob("*.ttf")):
        raise Problem("the fonts for letters are not built: run “make setup”.")


def _translations() -> None:
    sources = list((PACKAGE / "locale").glob("*/LC_MESSAGES/*.po"))
    if stale := [source for source in sources if not source.with_suffix(".mo").exists()]:
        raise Problem(f"{stale[0].parts[-3]} is not compiled: run “fellesplan translations compile”.")


CHECKS: tuple[tuple[str, Callable[[], None]], ...] = (
    ("database", _database),
    ("settings", _settings),
    ("migrations", _migrations),
    ("style sheets", _static),
    ("letter fonts", _letters),
    ("translations", _translations),
)
