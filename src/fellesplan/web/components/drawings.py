"""Who is around me, and the road ahead: places worked out here, drawn by templates."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext

from fellesplan.web.components import words
from fellesplan.web.components.glue import Words, translate
from fellesplan.web.components.rings import Ellipse, Point, spread

FILLS = {
    "family": "f-sun3",
    "everyday": "f-moss3",
    "coordinator": "f-sea3",
    "service": "f-sea3",
    "waiting": "f-paper",
}
SMALL = {"family": "family", "coordinator": "coord", "waiting": "waiting"}


@dataclass(frozen=True)
class Around:
    """A person in the circle: `ring` inner or outer.

    `kind` is family, everyday (school), coordinator, service or waiting (has not answered).
    """

    name: str
    role: Words = ""
    ring: str = "outer"
    kind: str = "service"

    @property
    def initials(self) -> str:
        return words.initials(self.name)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def fill(self) -> str:
        return FILLS.get(self.kind, "f-sea3")

    @property
    def small_css(self) -> str:
        return SMALL.get(self.kind, "service")


Place = tuple[Around, int, int]


@dataclass(frozen=True)
class Circle:
    """Me in the middle, those nearest inside, the helpers outside; a list beside it names the same people."""

    me: str
    people: tuple[Around, ...]
    title: Words = ""
    summary: Words = ""
    anchor: str = "rundt"

    @property
    def heading(self) -> Words:
        return self.title or gettext("Rundt %(name)s") % {"name": self.me}

    @property
    def spoken(self) -> str:
        """Return the whole content in sentences."""
        if self.summary:
            return translate(self.summary)
        rings = {"inner": gettext("Innerst: %(list)s."), "outer": gettext("Ytterst: %(list)s.")}
        told = [gettext("%(name)s i midten.") % {"name": self.me}]
        for ring, sentence in rings.items():
            people = [self._said(person) for person in self.people if person.ring == ring]
            told += [sentence % {"list": words.listing(people)}] if people else []
        return " ".join([*told, gettext("De samme står i listen.")])

    @staticmethod
    def _said(person: Around) -> str:
        return f"{person.name} ({translate(person.role)})" if person.role else person.name

    def _ring(self, ring: str, places: list[Point]) -> list[Place]:
        people = [person for person in self.people if person.ring == ring]
        return [(person, *place) for person, place in zip(people, places, strict=True)]

    def _places(self, inner: Ellipse, outer: Ellipse, label: int) -> list[Place]:
        sizes = [sum(person.ring == ring for person in self.people) for ring in ("inner", "outer")]
        near, far = spread(sizes[0], sizes[1], inner, outer, label)
        return self._ring("inner", near) + self._ring("outer", far)

    @property
    def places(self) -> list[dict[str, object]]:
        """Return the people on two tall ellipses, with where their names stand."""
        return [
            {"person": p, "x": x, "y": y - 8, "text_y": y - 2, "name_y": y + 35, "role_y": y + 52}
            for p, x, y in self._places((180, 274, 86, 104), (180, 274, 131, 230), label=52)
        ]

    @property
    def small_places(self) -> list[Place]:
        """Return the people on two circles of 280 x 280, initials only, for a side column."""
        return self._places((140, 140, 66, 66), (140, 140, 118, 118), label=0)


@dataclass(frozen=True)
class RoadStop:
    """A stop on the road. `symbol` is a drawn symbol; `kind` next, later or wish."""

    symbol: str
    title: Words
    text: Words = ""
    kind: str = "later"


@dataclass(frozen=True)
class Road:
    """The road ahead from now; at most six stops. Two drawings of one list, tall for phones and wide."""

    now: RoadStop
    stops: tuple[RoadStop, ...]
    title: Words
    summary: Words
    anchor: str = "vei"

    @property
    def _all(self) -> list[RoadStop]:
        return [RoadStop(self.now.symbol, self.now.title, self.now.text, "here"), *self.stops]

    @property
    def wide(self) -> list[dict[str, object]]:
        gap = 880 / max(len(self.stops), 1)
        places = [(round(100 + n * gap), 140 if n % 2 == 0 else 92) for n in range(len(self._all))]
        return [
            _stop(stop, x, y, 42) | {"text_x": x, "title_y": y + 76, "text_y": y + 99, "anchor": "middle"}
            for stop, (x, y) in zip(self._all, places, strict=True)
        ]

    @property
    def wide_path(self) -> str:
        points = [(_int(stop["x"]), _int(stop["y"])) for stop in self.wide]
        curves = [
            f"C{(ax + bx) // 2} {ay} {(ax + bx) // 2} {by} {bx} {by}"
            for (ax, ay), (bx, by) in pairwise(points)
        ]
        return f"M-20 150L{points[0][0]} {points[0][1]} {' '.join(curves)}"

    @property
    def tall(self) -> list[dict[str, object]]:
        places = [(72 if n % 2 == 0 or n == 0 else 288, 66 + 118 * n) for n in range(len(self._all))]
        return [
            _stop(stop, x, y, 37)
            | {"text_x": x + 54 if x < 180 else x - 54, "title_y": y - 4, "text_y": y + 18}
            | {"anchor": "start" if x < 180 else "end", "tree_x": 336 if x < 180 else 24, "tree_y": y + 62}
            for stop, (x, y) in zip(self._all, places, strict=True)
        ]

    @property
    def tall_path(self) -> str:
        points = [(_int(stop["x"]), _int(stop["y"])) for stop in self.tall]
        curves = [
            f"C{ax} {(ay + by) // 2} {bx} {(ay + by) // 2} {bx} {by}"
            for (ax, ay), (bx, by) in pairwise(points)
        ]
        return f"M{points[0][0]} -20L{points[0][0]} {points[0][1]} {' '.join(curves)}"

    @property
    def tall_height(self) -> int:
        return 66 + 118 * len(self.stops) + 76


def _int(value: object) -> int:
    assert isinstance(value, int)  # noqa: S101 - places are whole numbers
    return value


def _stop(stop: RoadStop, x: int, y: int, radius: int) -> dict[str, object]:
    side = round(radius * 1.2)
    return {
        "stop": stop,
        "x": x,
        "y": y,
        "r": radius,
        "side": side,
        "left": x - side // 2,
        "top": y - side // 2,
    }
