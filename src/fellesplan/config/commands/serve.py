"""`fellesplan serve`: the web server alone, for an installation where the database is elsewhere."""

import argparse
import os
import sys

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.serve import ports, web
from fellesplan.kernel import settings_readers as read


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "serve", "Serve pages (PORT, FELLESPLAN_BIND, FELLESPLAN_WORKERS).", run)


def run(arguments: argparse.Namespace) -> int:
    """Become the web server: this process is replaced, so signals reach it directly."""
    port = ports.wanted()
    ports.require_free(port)
    environment.database()
    (environment.data_dir() / "static").mkdir(parents=True, exist_ok=True)
    if read.flag("FELLESPLAN_PRODUCTION"):
        _collect_static()
    os.execv(sys.executable, web.command(port))  # noqa: S606


def _collect_static() -> None:
    environment.django()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
