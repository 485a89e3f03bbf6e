"""`fellesplan municipality`: add a municipality with its office and first administrator."""

import argparse

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.environment import Problem


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "municipality", "Add a municipality.", run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    new = actions.add_parser("add", help="add one, with an administrator who can add the rest")
    new.add_argument("slug", help="its part of the address, for example “lund”")
    new.add_argument("name", help="its name without “kommune”")
    new.add_argument("number", help="four digits")
    new.add_argument("--profile", default="nasjonal", help="its procedure (default: the law's own minimum)")
    new.add_argument("--language", choices=("nb", "nn"), default="nb")
    new.add_argument("--phone", default="")
    new.add_argument("--address", default="")
    new.add_argument("--administrator", required=True, metavar="NAME")
    new.add_argument("--subject", required=True, help="the administrator's identifier from the login service")


def run(arguments: argparse.Namespace) -> int:
    """Add the municipality, or tell in one sentence why not."""
    environment.database()
    environment.django()
    from fellesplan.people.founding import Founding, found
    from fellesplan.procedures.loader import profiles

    if arguments.profile not in profiles():
        raise Problem(f"There is no procedure {arguments.profile}.")
    wanted = {name: getattr(arguments, name) for name in Founding.__dataclass_fields__}
    try:
        found(Founding(**wanted))
    except ValueError as error:
        raise Problem(str(error)) from None
    print(f"Added: /{arguments.slug}/")
    return 0
