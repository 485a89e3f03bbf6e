"""PNG files packed as tightly as the standard library can."""

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS"})


def smaller(png: bytes) -> bytes:
    """Return the same picture without remarks and compressed anew; the file itself if that is no smaller."""
    chunks = list(_chunks(png))
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    packed = zlib.compressobj(9, zlib.DEFLATED, 15, 9)
    kept = [(kind, data) for kind, data in chunks if kind in _NEEDED]
    kept += [(b"IDAT", packed.compress(pixels) + packed.flush()), (b"IEND", b"")]
    made = _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in kept)
    return min(png, made, key=len)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
