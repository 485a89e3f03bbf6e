"""`fellesplan run`: everything on one machine, from an empty folder to an address to open."""

import argparse

from fellesplan.config import environment, postgres
from fellesplan.config.commands import base, translations
from fellesplan.config.serve import ports
from fellesplan.config.serve.supervisor import Supervisor, stop_signals
from fellesplan.kernel import settings_readers as read


def add(subcommands: base.Subcommands) -> None:
    base.subcommand(subcommands, "run", "Start database, web server and worker; Ctrl-C stops them.", run)


def run(arguments: argparse.Namespace) -> int:
    """Start everything, wait for a signal, and stop what was started."""
    port = ports.wanted()
    ports.require_free(port)
    with stop_signals() as stopping:
        urls = environment.database()
        try:
            _prepare()
            return _serve(port, Supervisor(stopping))
        finally:
            if urls.started:
                postgres.stop(environment.data_dir() / "pg")


def _prepare() -> None:
    translations.compile_all()
    environment.run_itself("migrate")
    if read.flag("FELLESPLAN_DEMO"):
        environment.run_itself("demo", "load", "--if-empty")


def _serve(port: int, supervisor: Supervisor) -> int:
    with supervisor:
        supervisor.start("web server", environment.itself("serve"))
        supervisor.start("worker", environment.itself("worker"))
        if not supervisor.wait_until(lambda: ports.answers(port), seconds=90):
            return supervisor.verdict()
        print(f"\nFellesplan runs at http://localhost:{port}/ – stop it with Ctrl-C.", flush=True)
        supervisor.wait()
        return supervisor.verdict()
