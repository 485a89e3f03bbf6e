"""`fellesplan worker`: runs the jobs that pages and the calendar put in the queue."""

import argparse

from fellesplan.config import environment
from fellesplan.config.commands import base


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "worker", "Run background jobs until stopped.", run)


def run(arguments: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT; the job in hand is finished first."""
    environment.database()
    environment.django()
    from django.core.management import call_command

    call_command("procrastinate", "worker", shutdown_graceful_timeout=10.0)
    return 0
