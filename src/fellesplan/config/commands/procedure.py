"""`fellesplan procedure`: check a municipality's procedure, or compare two."""

import argparse
from pathlib import Path

from fellesplan.config.commands import base
from fellesplan.config.environment import Problem

TOOL = "fellesplan.procedures.cli"  # has check(path) and compare(a, b), both returning an exit code


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "procedure", "Check or compare municipal procedures.", run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help="check one procedure against the law; exit 1 on findings")
    check.add_argument("files", nargs=1, type=Path, metavar="FILE")
    compare = actions.add_parser("compare", help="show where two procedures differ; exit 1 if they do")
    compare.add_argument("files", nargs=2, type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    """Return what the tool found."""
    if missing := [file for file in arguments.files if not file.is_file()]:
        raise Problem(f"There is no file {missing[0]}.")
    return int(getattr(base.part(TOOL), arguments.action)(*arguments.files))
