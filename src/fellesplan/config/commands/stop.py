"""`fellesplan stop`: stop the database that was started on this machine."""

import argparse

from fellesplan.config import environment, postgres
from fellesplan.config.commands import base


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "stop", "Stop the local database, if it runs.", run)


def run(arguments: argparse.Namespace) -> int:
    """Stop the server below the data folder; a database in DATABASE_URL is left alone."""
    stopped = postgres.stop(environment.data_dir() / "pg")
    print("The local database is stopped." if stopped else "The local database does not run.")
    return 0
