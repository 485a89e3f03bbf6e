"""`fellesplan migrate`: bring the database's tables up to date, as the role that owns them."""

import argparse

from fellesplan.config import environment
from fellesplan.config.commands import base


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "migrate", "Bring the tables up to date (owner role).", run)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if tables are behind")


def run(arguments: argparse.Namespace) -> int:
    """Migrate, or with --check tell whether there is something to migrate."""
    environment.database()
    environment.django(owner=True)
    from django.core.management import call_command

    if arguments.check:
        try:
            call_command("migrate", check_unapplied=True, verbosity=0)
        except SystemExit:
            print("The tables are behind the code: run “fellesplan migrate”.")
            return 1
        return 0
    call_command("migrate", interactive=False, verbosity=0)
    base.part("fellesplan.access.partitions").ensure()
    base.part("fellesplan.access.tenancy").secure()  # said outright: signals skip apps without models
    return 0
