"""The subcommands of `fellesplan`, one module each with `add(subcommands)`."""

from typing import Protocol

from fellesplan.config.commands import (
    anchor_log,
    clocks_round,
    consent_round,
    demo,
    doctor,
    law,
    matrix,
    migrate,
    municipality,
    procedure,
    run,
    serve,
    states,
    stop,
    translations,
    verify_log,
    worker,
)
from fellesplan.config.commands.base import Subcommands


class Command(Protocol):
    """A module that adds one subcommand; its handler takes the parsed arguments and returns an exit code."""

    def add(self, subcommands: Subcommands) -> None: ...


COMMANDS: tuple[Command, ...] = (
    run,
    serve,
    worker,
    stop,
    migrate,
    municipality,
    demo,
    translations,
    procedure,
    law,
    states,
    matrix,
    verify_log,
    anchor_log,
    consent_round,
    clocks_round,
    doctor,
)
