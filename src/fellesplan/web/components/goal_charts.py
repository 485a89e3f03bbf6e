"""Goal attainment drawn: as a line of five steps, as stairs and over time. Levels -2 to +2; 0 is the goal."""

from dataclasses import dataclass

from django.utils.translation import gettext

from fellesplan.web.components.glue import Words

LEVELS = (-2, -1, 0, 1, 2)
BAND, TOP, LEFT, RIGHT = 84, 10, 14, 18


@dataclass(frozen=True)
class GoalScale:
    """Where a goal stands now. `name` is whose goal it is."""

    level: int
    name: str = ""

    @property
    def dots(self) -> list[tuple[int, str]]:
        """Return (x, css class) of the five steps on the line."""
        return [(20 + 50 * n, self._dot(level)) for n, level in enumerate(LEVELS)]

    def _dot(self, level: int) -> str:
        return "here" if level == self.level else "start" if level < self.level else "dot"

    @property
    def here_x(self) -> int:
        return 20 + 50 * (self.level + 2)

    @property
    def spoken(self) -> str:
        step = {"step": self.level + 3, "name": self.name or gettext("Målet")}
        scale = gettext("Skala med fem trinn fra start til mye bedre enn ventet.")
        here = gettext("%(name)s er på trinn %(step)d.") % step
        goal = gettext("Målet er nådd.") if self.level >= 0 else gettext("Målet er trinn 3.")
        return f"{scale} {here} {goal}"

    @property
    def stairs(self) -> list[dict[str, object]]:
        """Return the five steps of the staircase."""
        return [
            {"x": 4.75 + n * 27, "y": 80 - n * 11, "height": 11.25 + n * 11, "css": self._step(level)}
            for n, level in enumerate(LEVELS)
        ]

    def _step(self, level: int) -> str:
        return "f-me" if level == self.level else "f-me2" if level < self.level else "f-paper"

    @property
    def figure(self) -> dict[str, int]:
        """Return where the figure stands: beside the flag on the goal."""
        x = 16 + (self.level + 2) * 27 - (5 if self.level == 0 else 0)
        y = 80 - (self.level + 2) * 11
        return {"x": x, "head": y - 20, "left": x - 9, "foot": y - 1}

    @property
    def stairs_top(self) -> int:
        return 8 if self.level == 2 else 20

    @property
    def stairs_height(self) -> int:
        return 94 - self.stairs_top


@dataclass(frozen=True)
class GoalChart:
    """Goal attainment over time.

    `bands` are the person's own words from +2 to -2; `mine` and `others` have a level or None per date.
    `person`: whose goals they are, where another than the person reads it.
    `scores`: all goals together. Levels are then T-scores: 50 is the goal, and ten is one step.
    """

    bands: tuple[Words, ...]
    dates: tuple[Words, ...]
    mine: tuple[float | None, ...]
    others: tuple[float | None, ...]
    title: Words
    summary: Words
    anchor: str = "gas"
    width: int = 640
    scores: bool = False
    person: str = ""

    @property
    def height(self) -> int:
        return TOP + BAND * 5 + 36

    @property
    def drawn_bands(self) -> list[dict[str, object]]:
        return [
            {
                "y": TOP + n * BAND,
                "text_y": TOP + n * BAND + 25,
                "css": "f-sun2" if n == 2 else "f-band" if n % 2 else "f-paper",
                "number": str(70 - 10 * n) if self.scores else _signed(2 - n),
                "text": text,
                "goal": n == 2,
            }
            for n, text in enumerate(self.bands)
        ]

    @property
    def ticks(self) -> list[dict[str, object]]:
        bottom = TOP + BAND * 5
        last = len(self.dates) - 1
        return [
            {"x": self._x(n), "top": TOP + 36, "bottom": bottom + 4, "text_y": bottom + 24}
            | {"text": text, "last": n == last}
            for n, text in enumerate(self.dates)
        ]

    def _x(self, n: int) -> float:
        room = self.width - LEFT - RIGHT - 92
        return round(LEFT + 46 + n * room / max(len(self.dates) - 1, 1), 1)

    def _points(self, levels: tuple[float | None, ...], shift: int) -> list[tuple[float, float]]:
        return [
            (self._x(n), round(TOP + (2 - self._step(level)) * BAND + BAND * 0.64 + shift, 1))
            for n, level in enumerate(levels)
            if level is not None
        ]

    @property
    def my_points(self) -> list[tuple[float, float]]:
        return self._points(self.mine, -9)

    @property
    def other_points(self) -> list[tuple[float, float]]:
        return self._points(self.others, 14)

    @property
    def my_line(self) -> str:
        return _path(self.my_points)

    @property
    def other_line(self) -> str:
        return _path(self.other_points)

    @property
    def rows(self) -> list[tuple[Words, str, str]]:
        """Return the same as a table: date, my level, the others' level."""
        pairs = zip(self.dates, self.mine, self.others, strict=True)
        return [(day, self._said(mine), self._said(other)) for day, mine, other in pairs]

    def _step(self, level: float) -> float:
        """Return where in the drawing a level is; scores beyond the drawing stand at its edge."""
        return max(-2.2, min(2.2, (level - 50) / 10)) if self.scores else level

    def _said(self, level: float | None) -> str:
        if level is None:
            return "–"
        return str(round(level)) if self.scores else _signed(int(level))

    @property
    def flag_x(self) -> int:
        return self.width - 22

    @property
    def flag_y(self) -> int:
        return TOP + 2 * BAND + 14


def _signed(level: int) -> str:
    return f"{level:+d}".replace("-", "−") if level else "0"


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{x} {y}" for x, y in points) if points else ""
