"""The `fellesplan` command. Exit codes: 0 ok, 1 findings or a failed check, 2 wrong usage or environment."""

import argparse
import sys
from collections.abc import Sequence

from fellesplan.config.commands import COMMANDS
from fellesplan.config.environment import Problem
from fellesplan.config.postgres import LauncherError
from fellesplan.kernel.settings_readers import BadSetting

OK, FINDINGS, MISUSE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code; what goes wrong is told in one sentence."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except (LauncherError, BadSetting, Problem) as error:
        print(f"fellesplan: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        return OK


def parser() -> argparse.ArgumentParser:
    """Return the parser with every subcommand."""
    top = argparse.ArgumentParser(prog="fellesplan", description="Run and look after Fellesplan.")
    subcommands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(subcommands)
    return top


if __name__ == "__main__":
    sys.exit(main())
