"""What every command needs: where things are, a database that answers, and Django set up."""

import os
import subprocess
import sys
from pathlib import Path

from fellesplan.config import postgres
from fellesplan.kernel import settings_readers as read

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]


class Problem(Exception):
    """The environment stands in the way; the message is one plain sentence that says what to do."""


def data_dir() -> Path:
    """Return the folder for run-time files; the settings read the same variable."""
    return Path(read.text("FELLESPLAN_DATA", str(ROOT / ".data"))).resolve()


def database() -> postgres.Urls:
    """Make sure a database answers and tell the settings where; raises LauncherError."""
    if read.flag("FELLESPLAN_PRODUCTION") and not read.text("DATABASE_URL", ""):
        raise Problem("DATABASE_URL must be set when FELLESPLAN_PRODUCTION is on.")
    urls = postgres.ensure_running(data_dir() / "pg")
    urls.apply(os.environ)
    return urls


def django(*, owner: bool = False) -> None:
    """Set up Django, as the role that serves or (`owner`) the one that migrates."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fellesplan.config.settings")
    if owner:
        os.environ["FELLESPLAN_DB"] = "owner"
    import django

    django.setup()


def itself(*arguments: str) -> list[str]:
    """Return the command line that runs another subcommand in a process of its own."""
    return [sys.executable, "-m", "fellesplan.config.cli", *arguments]


def run_itself(*arguments: str) -> None:
    """Run another subcommand to its end; raises Problem if it fails, for it has told why already."""
    if subprocess.run(itself(*arguments)).returncode != 0:
        raise Problem(f"“fellesplan {' '.join(arguments)}” failed; see above.")
