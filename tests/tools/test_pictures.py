"""A picture packed anew is the same picture."""

import importlib.util
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[2] / "tools" / "pictures.py"
HEAD = struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)
PIXELS = b"".join(b"\x00" + bytes((row, 120, 200)) * 40 for row in range(40))


@pytest.fixture
def smaller() -> Callable[[bytes], bytes]:
    spec = importlib.util.spec_from_file_location("pictures", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    packed: Callable[[bytes], bytes] = module.smaller
    return packed


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*, level: int, remark: bytes = b"") -> bytes:
    remarks = chunk(b"tEXt", remark) if remark else b""
    data = chunk(b"IDAT", zlib.compress(PIXELS, level))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", HEAD) + remarks + data + chunk(b"IEND", b"")


def pixels(picture: bytes) -> bytes:
    start = picture.index(b"IDAT")
    (length,) = struct.unpack(">I", picture[start - 4 : start])
    return zlib.decompress(picture[start + 4 : start + 4 + length])


def test_the_pixels_stay_and_the_remarks_go(smaller: Callable[[bytes], bytes]) -> None:
    loose = png(level=0, remark=b"Software\x00something")
    packed = smaller(loose)
    assert len(packed) < len(loose) / 10
    assert pixels(packed) == PIXELS
    assert b"tEXt" not in packed


def test_what_cannot_be_packed_tighter_stays_as_it_is(smaller: Callable[[bytes], bytes]) -> None:
    tight = smaller(png(level=9))
    assert smaller(tight) == tight
