"""`fellesplan translations compile`: catalogues from .po to .mo, without gettext installed."""

import argparse
from pathlib import Path

import polib

from fellesplan.config.commands import base
from fellesplan.config.environment import PACKAGE, Problem


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "translations", "Compile the catalogues of translations.", run)
    parser.add_argument("what", choices=("compile",))


def run(arguments: argparse.Namespace) -> int:
    """Compile every catalogue and return 0."""
    compile_all()
    return 0


def compile_all() -> None:
    """Compile every catalogue that is newer than its compiled form."""
    for source in sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/*.po")):
        compile_catalogue(source)


def compile_catalogue(source: Path) -> bool:
    """Compile one catalogue; returns False if it was up to date, raises Problem if it cannot be read."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    try:
        content = polib.pofile(str(source)).to_binary()
    except (OSError, ValueError) as error:
        raise Problem(f"The catalogue {source} cannot be read: {error}") from error
    draft = target.with_suffix(".tmp")
    draft.write_bytes(content)
    draft.replace(target)
    return True
