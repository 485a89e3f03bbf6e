"""Where people stand on two rings so that neither faces nor names meet. Pure geometry."""

import math
from functools import cache
from itertools import combinations

Point = tuple[int, int]
Ellipse = tuple[int, int, int, int]
WHOLE, STEP = 360, 15
NAME_WIDTH = 78


@cache
def spread(
    near: int, far: int, inner: Ellipse, outer: Ellipse, label: int
) -> tuple[list[Point], list[Point]]:
    """Return the places of `near` and `far` people on an inner and an outer ellipse (x, y, rx, ry).

    Both rings are turned in steps of 15 degrees to where the closest two are furthest apart; `label` is the
    height of the name below each face.
    """
    turns = [(a, b) for a in _turns(near) for b in _turns(far)]
    layouts = [(_on(inner, near, -90 + a), _on(outer, far, -90 + b)) for a, b in turns]
    return max(layouts, key=lambda rings: _room([*rings[0], *rings[1]], label))


def _turns(people: int) -> range:
    return range(0, WHOLE // max(people, 1), STEP) if people else range(1)


def _on(ellipse: Ellipse, people: int, first: float) -> list[Point]:
    x, y, rx, ry = ellipse
    angles = [math.radians(first + n * WHOLE / max(people, 1)) for n in range(people)]
    return [(round(x + rx * math.cos(angle)), round(y + ry * math.sin(angle))) for angle in angles]


def _room(points: list[Point], label: int) -> float:
    """Return the smallest room between two people, where names take more width and height than faces."""
    wide = NAME_WIDTH if label else 44
    tall = 50 + label if label else 44
    pairs = combinations(points, 2)
    return min((max(abs(ax - bx) / wide, abs(ay - by) / tall) for (ax, ay), (bx, by) in pairs), default=1)
