"""The port pages are served on."""

import socket
from http.client import HTTPConnection, HTTPException

from fellesplan.config.environment import Problem
from fellesplan.kernel import settings_readers as read


def wanted() -> int:
    """Return PORT, by default 8000; raises Problem or BadSetting if it cannot be a port."""
    port = read.number("PORT", 8000, least=1)
    if port > 65535:
        raise Problem(f"PORT must be at most 65535, not {port}.")
    return port


def address() -> str:
    """Return the network address to listen on: this machine only, unless FELLESPLAN_BIND says otherwise."""
    return read.text("FELLESPLAN_BIND", "127.0.0.1")


def require_free(port: int) -> None:
    """Raise Problem if the port cannot be listened on."""
    family = socket.AF_INET6 if ":" in address() else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address(), port))
        except PermissionError as error:
            raise Problem(f"Port {port} needs more rights: choose one above 1023 with PORT=9000.") from error
        except OSError as error:
            raise Problem(
                f"Port {port} is taken: stop what uses it, or choose another with PORT=9000."
            ) from error


def answers(port: int) -> bool:
    """Return whether the web server on this machine answers at all."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
