"""`fellesplan consent-round`: raise what is coming for consent, as the worker does every night."""

import argparse

from fellesplan.config import environment
from fellesplan.config.commands import base


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "consent-round", "Raise what is coming up about consent.", run)


def run(arguments: argparse.Namespace) -> int:
    """Do the round now; running it again raises nothing twice."""
    environment.database()
    environment.django()
    from fellesplan.consent import jobs

    print(f"Raised: {jobs.daily()}")
    return 0
