"""`fellesplan demo`: invented municipalities and people to try the system with."""

import argparse
from importlib.util import find_spec

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.environment import Problem
from fellesplan.kernel import settings_readers as read

LOADER = "fellesplan.config.demo"  # has load(), reset() and is_empty()


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "demo", "Load invented people to try the system with.", run)
    parser.add_argument("what", choices=("load", "reset"), help="reset deletes everything first")
    parser.add_argument("--if-empty", action="store_true", help="do nothing when there are data already")


def run(arguments: argparse.Namespace) -> int:
    """Load or reset the demo; refused in production."""
    if read.flag("FELLESPLAN_PRODUCTION"):
        raise Problem("Demo data cannot be loaded when FELLESPLAN_PRODUCTION is on.")
    environment.database()
    environment.django(owner=arguments.what == "reset")
    if arguments.if_empty and find_spec(LOADER) is None:
        print("This installation has no invented people.")
        return 0
    loader = base.part(LOADER)
    if arguments.what == "reset":
        loader.reset()
    elif not arguments.if_empty or loader.is_empty():
        loader.load()
    return 0
