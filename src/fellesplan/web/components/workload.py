"""Charts of how many people each coordinator follows."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from fellesplan.web.components import words
from fellesplan.web.components.glue import Words

STEP, LIMIT_GAP, LEAST_WIDTH = 20, 4, 140


@dataclass(frozen=True)
class Workload:
    """`count` persons followed, `limit` the recommended maximum (0: none)."""

    count: int
    limit: int = 0

    @property
    def over(self) -> int:
        return max(0, self.count - self.limit) if self.limit else 0

    @property
    def boxes(self) -> list[tuple[str, str]]:
        """Return (css class, x) of each box: taken, free, and over the limit."""
        within = ["on" if n < self.count else "off" for n in range(self.limit or self.count)]
        kinds = within + ["over"] * self.over
        return [(kind, f"{n * STEP + LIMIT_GAP * (kind == 'over')}.5") for n, kind in enumerate(kinds)]

    @property
    def limit_x(self) -> int:
        return self.limit * STEP + 1

    @property
    def width(self) -> int:
        return max(len(self.boxes) * STEP + LIMIT_GAP, LEAST_WIDTH)

    @property
    def text(self) -> str:
        """Return "Sju, to for mange"."""
        said = words.number(self.count).capitalize()
        if not self.over:
            return said
        too_many = ngettext("%(n)s for mange", "%(n)s for mange", self.over) % {"n": words.number(self.over)}
        return f"{said}, {too_many}"


@dataclass(frozen=True)
class Histogram:
    """How many coordinators (value) follow each number of people (label, rising).

    `limit` is the recommended maximum.
    """

    bars: tuple[tuple[int, int], ...]
    caption: Words
    limit: int | None = None

    HEIGHT, TOP, WIDTH, GAP = 80, 28, 28, 44

    @property
    def drawn(self) -> list[dict[str, object]]:
        """Return place, size and texts of each bar."""
        highest = max((value for _label, value in self.bars), default=0) or 1
        return [self._bar(n, label, value, highest) for n, (label, value) in enumerate(self.bars)]

    def _bar(self, n: int, label: int, value: int, highest: int) -> dict[str, object]:
        height = round(self.HEIGHT * value / highest)
        over = self.limit is not None and label > self.limit
        x = 8 + n * self.GAP
        y = self.TOP + self.HEIGHT - height
        return {
            "x": x, "y": y, "height": height, "middle": x + self.WIDTH // 2, "above": y - 6,
            "value": value, "label": label, "css": "over" if over else "ok",
        }  # fmt: skip

    @property
    def width(self) -> int:
        """Return the width of the drawing, with room for the words at the limit."""
        return max(20 + len(self.bars) * self.GAP, (self.limit_x or 0) + 120)

    @property
    def limit_x(self) -> int | None:
        """Return where the line of the recommended maximum stands."""
        within = [
            n for n, (label, _value) in enumerate(self.bars) if self.limit is not None and label <= self.limit
        ]
        return 8 + (within[-1] + 1) * self.GAP - 8 if within else None

    @property
    def spoken(self) -> str:
        each = [
            gettext("%(value)s følger %(label)s")
            % {"value": words.number(value), "label": words.number(label)}
            for label, value in self.bars
        ]
        said = gettext("Antall koordinatorer: %(list)s.") % {"list": words.listing(each)}
        if self.limit is None:
            return said
        return said + " " + gettext("Anbefalt grense er %(limit)s.") % {"limit": words.number(self.limit)}
