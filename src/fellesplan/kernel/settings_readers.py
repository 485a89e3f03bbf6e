"""Typed readers of environment variables that fail loudly on nonsense."""

import os
from base64 import b64decode
from binascii import Error as BinasciiError
from collections.abc import Mapping
from pathlib import Path


class BadSetting(Exception):
    """A setting is missing or cannot be understood; the message names it and what is expected."""


def text(name: str, default: str | None = None, *, env: Mapping[str, str] = os.environ) -> str:
    """Return the setting, or the content of the file that `<name>_FILE` points to."""
    if path := env.get(f"{name}_FILE"):
        return _read(name, Path(path))
    value = env.get(name, default)
    if value is None or value == "":
        if default is None:
            raise BadSetting(f"{name} must be set.")
        return default
    return value


def flag(name: str, default: bool = False, *, env: Mapping[str, str] = os.environ) -> bool:
    """Return a yes/no setting; 1, true, yes, on and their opposites are understood."""
    value = env.get(name, "").strip().lower()
    if value == "":
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} must be 1 or 0, not “{value}”.")


def number(name: str, default: int, *, least: int = 0, env: Mapping[str, str] = os.environ) -> int:
    """Return a whole number that is at least `least`."""
    value = env.get(name, "").strip() or str(default)
    if not value.isdecimal() or int(value) < least:
        raise BadSetting(f"{name} must be a whole number of at least {least}, not “{value}”.")
    return int(value)


def names(
    name: str, default: tuple[str, ...] = (), *, env: Mapping[str, str] = os.environ
) -> tuple[str, ...]:
    """Return a comma-separated list."""
    value = env.get(name, "")
    return tuple(part.strip() for part in value.split(",") if part.strip()) or default


def keys(
    name: str, default: tuple[str, ...] = (), *, env: Mapping[str, str] = os.environ
) -> tuple[bytes, ...]:
    """Return secret keys of 32 bytes each, given as base64 and separated by commas, the newest first."""
    written = text(name, ",".join(default) or None, env=env).split(",")
    return tuple(_key(name, part.strip()) for part in written if part.strip())


def _key(name: str, value: str) -> bytes:
    try:
        key = b64decode(value, validate=True)
    except BinasciiError:
        key = b""
    if len(key) != 32:
        raise BadSetting(f"{name} must be 32 bytes as base64; more than one are separated by commas.")
    return key


def _read(name: str, path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError as error:
        raise BadSetting(f"{name}_FILE points to a file that cannot be read.") from error
