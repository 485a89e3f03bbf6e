"""The PostgreSQL launcher: `ensure_running(data_dir)` gives addresses, `stop(data_dir)` ends the server."""

from fellesplan.config.postgres.errors import LauncherError
from fellesplan.config.postgres.launcher import ensure_running, stop
from fellesplan.config.postgres.urls import Urls

__all__ = ["LauncherError", "Urls", "ensure_running", "stop"]
