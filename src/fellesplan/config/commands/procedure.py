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
    check.add_argument(
        "files", nargs=1, metavar="FILE", help="a file, or the name of a procedure in the package"
    )
    compare = actions.add_parser("compare", help="print a table of where two procedures differ")
    compare.add_argument("files", nargs=2, metavar="FILE", help="a file or a name, as for check")


def run(arguments: argparse.Namespace) -> int:
    """Return what the tool found."""
    known = base.part("fellesplan.procedures.loader").profiles()
    if missing := [name for name in arguments.files if name not in known and not Path(name).is_file()]:
        raise Problem(f"There is no file {missing[0]}.")
    return int(getattr(base.part(TOOL), arguments.action)(*arguments.files))
