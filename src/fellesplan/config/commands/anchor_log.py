"""`fellesplan anchor-log`: write down, signed, where the chain of the access log has come today."""

import argparse
from pathlib import Path

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.commands.verify_log import municipalities


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "anchor-log", "Write today's signed anchors of the log.", run)
    parser.add_argument("--dir", metavar="DIR", type=Path, help="where to (default: FELLESPLAN_ANCHORS)")


def run(arguments: argparse.Namespace) -> int:
    """Write one file for each municipality; what is already written for today is left alone."""
    environment.database()
    environment.django()
    from django.conf import settings

    from fellesplan.access import anchor
    from fellesplan.access.tenancy import working_in

    for municipality in municipalities(None):
        with working_in(municipality.pk):
            place, is_new = anchor.write(
                arguments.dir or settings.ANCHOR_DIR, municipality.pk, municipality.slug
            )
        print(f"{'Written' if is_new else 'Already there'}: {place}")
    return 0
