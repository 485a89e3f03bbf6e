"""`fellesplan clocks-round`: bring the clocks of open cases up to date, as the worker does every night."""

import argparse

from fellesplan.config import environment
from fellesplan.config.commands import base


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "clocks-round", "Bring the clocks of open cases up to date.", run)


def run(arguments: argparse.Namespace) -> int:
    """Do the round now; running it again the same day changes nothing."""
    environment.database()
    environment.django()
    from fellesplan.processes import clock_round

    done = clock_round.nightly()
    print(f"Cases: {done.cases}, moved: {done.moved}, raised: {done.raised}, cleared: {done.cleared}")
    return 0
