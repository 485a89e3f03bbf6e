"""Identifiers: UUIDv7 for rows, short readable references for people."""

import os
import secrets
import time
from uuid import UUID

_READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562 § 5.7): 48 bits of milliseconds, then 74 random bits."""
    stamp = time.time_ns() // 1_000_000
    value = (stamp & (2**48 - 1)) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def new_reference(length: int = 8) -> str:
    """Return a random reference without letters and digits that are easily confused."""
    return "".join(secrets.choice(_READABLE) for _ in range(length))


def is_reference(text: str, length: int = 8) -> bool:
    """Return whether the text could have come from `new_reference`."""
    return len(text) == length and all(letter in _READABLE for letter in text)
