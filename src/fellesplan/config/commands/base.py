"""What the subcommands share."""

import argparse
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from fellesplan.config.environment import Problem

# argparse gives its own type no public name
Subcommands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Handler = Callable[[argparse.Namespace], int]


def subcommand(
    subcommands: Subcommands, name: str, summary: str, handler: Handler
) -> argparse.ArgumentParser:
    """Add a subcommand and return its parser."""
    parser: argparse.ArgumentParser = subcommands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=handler)
    return parser


def part(name: str) -> ModuleType:
    """Return a module of the system; raises Problem if this installation lacks it."""
    parent = name.rpartition(".")[0]
    if find_spec(parent) is None or find_spec(name) is None:
        raise Problem(f"This installation lacks {name}.")
    return import_module(name)


def write_pages(folder: Path, pages: Mapping[str, str], *, check: bool) -> int:
    """Write generated pages below a folder, or (`check`) return 1 and name those that are out of date."""
    stale = [name for name, text in pages.items() if _read(folder / name) != text]
    for name in stale:
        print(f"{'Out of date' if check else 'Written'}: {folder.name}/{name}")
        if not check:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(pages[name])
    return 1 if check and stale else 0


def _read(path: Path) -> str | None:
    return path.read_text() if path.exists() else None
