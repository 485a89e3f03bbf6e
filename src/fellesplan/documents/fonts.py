"""The fonts that documents are set in: built at set-up into `fonts/`, never found on the machine."""

from functools import lru_cache
from itertools import chain
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"

# What typst's built-in fonts draw where ours cannot: rare Latin letters (Skolt Sámi ǩ), Greek, Cyrillic,
# Hebrew and Arabic letters, arrows and a few signs. A test draws every one of them.
_DRAWN_BY_TYPST = frozenset(
    chain(
        range(0x0100, 0x0250),
        range(0x0391, 0x03A2),
        range(0x03A3, 0x03CF),
        range(0x0400, 0x0460),
        range(0x05D0, 0x05EB),
        range(0x0621, 0x063B),
        range(0x0641, 0x064B),
        range(0x1E00, 0x1F00),
        range(0x2190, 0x2194),
        (0x2116, 0x2713, 0x25A1, 0x25CF),
    )
)


class FontsMissing(RuntimeError):
    """No document can be made: the fonts have not been built on this machine."""


@lru_cache(maxsize=1)
def font_files() -> tuple[Path, ...]:
    """Return the font files, or raise FontsMissing with what to do about it."""
    files = tuple(sorted(FOLDER.glob("*.ttf")))
    if not files:
        raise FontsMissing("Skriftene til brev mangler. Kjør `python tools/build_static.py` og prøv igjen.")
    return files


@lru_cache(maxsize=1)
def drawable() -> frozenset[int]:
    """Return the code points that every weight of the font can draw."""
    weights = [set(TTFont(path, lazy=True).getBestCmap()) for path in font_files()]
    return frozenset((set.intersection(*weights) | _DRAWN_BY_TYPST) - {0})
