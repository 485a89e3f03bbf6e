"""`fellesplan states`: the state tables as diagrams, below docs/states."""

import argparse
import pkgutil
from importlib import import_module

import fellesplan
from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.kernel import states


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "states", "Write the state diagrams to docs/states.", run)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if pages are out of date")


def run(arguments: argparse.Namespace) -> int:
    """Write or check one page for each state table."""
    _load_tables()
    pages = {f"{name}.md": text for name, text in states.diagrams().items()}
    return base.write_pages(environment.ROOT / "docs" / "states", pages, check=arguments.check)


def _load_tables() -> None:
    environment.django()
    for package in pkgutil.iter_modules(fellesplan.__path__, "fellesplan."):
        if package.ispkg and (module := _states_of(package.name)):
            import_module(module)


def _states_of(package: str) -> str | None:
    names = {module.name for module in pkgutil.iter_modules(import_module(package).__path__)}
    return f"{package}.states" if "states" in names else None
