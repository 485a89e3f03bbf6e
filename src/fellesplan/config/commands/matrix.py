"""`fellesplan matrix`: who may do what, as a page of documentation."""

import argparse

from fellesplan.config import environment
from fellesplan.config.commands import base


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "matrix", "Write the permission matrix to docs/reference.", run)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if the page is out of date"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write or check the page."""
    environment.django()
    page = base.part("fellesplan.access.reference").page()
    return base.write_pages(
        environment.ROOT / "docs" / "reference", {"matrix.md": page}, check=arguments.check
    )
