"""What a page hands to the components: frozen facts, so no query runs while a page is rendered.

Every text may be a string, a lazy text or a kernel Text; the components translate it. URLs are ready made.
"""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from fellesplan.web.components import words
from fellesplan.web.components.clock import Clock
from fellesplan.web.components.drawings import Around, Circle, Road, RoadStop
from fellesplan.web.components.glue import Words, translate
from fellesplan.web.components.goal_charts import GoalChart, GoalScale
from fellesplan.web.components.workload import Histogram, Workload

__all__ = [
    "Action",
    "Answer",
    "Around",
    "Choice",
    "Circle",
    "Clock",
    "Column",
    "Course",
    "CourseStep",
    "Crumb",
    "DateBlock",
    "Fact",
    "GoalChart",
    "GoalScale",
    "Histogram",
    "Line",
    "NavItem",
    "NextStep",
    "PersonChip",
    "Road",
    "RoadStop",
    "Row",
    "Sentence",
    "Step",
    "Table",
    "Tag",
    "Words",
    "Workload",
]

TAG_ICONS = {
    "neutral": "Circle",
    "info": "HalfRing",
    "warning": "ExclamationmarkTriangleFill",
    "danger": "XMarkOctagonFill",
    "success": "CheckmarkCircleFill",
    "accent": "Dot",
    "brand1": "Person",
}
AVATARS = {"person": "brand1", "family": "brand1", "coordinator": "accent"}


@dataclass(frozen=True)
class Action:
    """A link, or with `post` a form with one button. `hidden` is said by screen readers only."""

    label: Words
    url: str
    post: bool = field(default=False, kw_only=True)
    kind: str = field(default="primary", kw_only=True)
    icon: str = field(default="", kw_only=True)
    hidden: Words = field(default="", kw_only=True)
    fields: Mapping[str, str] = field(default_factory=dict, kw_only=True)

    @property
    def variant(self) -> str:
        """Return Designsystemet's variant; danger is a colour, not a variant."""
        return self.kind if self.kind in ("secondary", "tertiary") else "primary"


@dataclass(frozen=True)
class NavItem:
    """A place in a menu; `count` is a number of unread things."""

    label: Words
    url: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True)
class Crumb:
    """A step on the way to this page; without `url` it is this page."""

    label: Words
    url: str = ""


@dataclass(frozen=True)
class Tag:
    """A status: colour, shape and word always together (the meaning of each kind: the component page)."""

    kind: str
    text: Words
    own_icon: str = ""

    @property
    def icon(self) -> str:
        return self.own_icon or TAG_ICONS[self.kind]


@dataclass(frozen=True)
class CourseStep:
    """A step of the case. `state` is done, now, next or stop."""

    title: Words
    state: str
    text: Words = ""

    @property
    def spoken(self) -> Words:
        """Return the state in words, for screen readers."""
        return {"done": _("Ferdig:"), "now": _("Her er saken nå:"), "stop": _("Stoppet:")}.get(
            self.state, _("Kommer:")
        )


@dataclass(frozen=True)
class Course:
    """The course of a case from first message to plan."""

    steps: tuple[CourseStep, ...]
    label: Words = field(default_factory=lambda: _("Sakens gang"))
    vertical: bool = False

    @property
    def at(self) -> int | None:
        """Return the number of the step the case stands at, for the notch of the next-step box."""
        numbers = (n for n, step in enumerate(self.steps, start=1) if step.state in ("now", "stop"))
        return next(numbers, None)


@dataclass(frozen=True)
class Fact:
    """A term and what it is: Hvem, Frist, Hvorfor."""

    term: Words
    text: Words | date


@dataclass(frozen=True)
class Line:
    """An icon and a sentence. `tone` is success, warning, danger, info or quiet."""

    icon: str
    text: Words
    tone: str = ""


@dataclass(frozen=True)
class DateBlock:
    """A day drawn as a leaf of a calendar, with time and place beside it."""

    day: date
    time: Words = ""
    place: Words = ""

    @property
    def weekday(self) -> str:
        return words.weekday(self.day)

    @property
    def month(self) -> str:
        return words.month(self.day)


@dataclass(frozen=True)
class NextStep:
    """What is next on this page: once per page, first.

    `kind` is do, or wait when nobody here shall do anything. `at` is where the notch points in the course.
    """

    title: Words
    facts: tuple[Fact, ...] = ()
    action: Action | None = None
    others: tuple[Action, ...] = ()
    kind: str = "do"
    own_label: Words = ""
    at: int | None = None
    text: Words = ""
    when: DateBlock | None = None
    lines: tuple[Line, ...] = ()
    level: int = 2
    anchor: str = "neste"

    @property
    def label(self) -> Words:
        return self.own_label or (_("Ingenting å gjøre nå") if self.kind == "wait" else _("Neste steg"))


@dataclass(frozen=True)
class PersonChip:
    """Name, role and initials. `kind` is person, family, coordinator or other."""

    name: str
    role: Words = ""
    url: str = ""
    kind: str = "other"

    @property
    def initials(self) -> str:
        return words.initials(self.name)

    @property
    def color(self) -> str:
        return AVATARS.get(self.kind, "neutral")


@dataclass(frozen=True)
class Row:
    """One line of a list. `lead` is the date to the left, `side` the word to the right."""

    title: Words
    url: str = ""
    lead: Words = ""
    text: Words = ""
    meta: Words = ""
    side: Words = ""
    icon: str = ""
    icon_kind: str = "quiet"
    tag: Tag | None = None
    action: Action | None = None
    person: PersonChip | None = None


@dataclass(frozen=True)
class Step:
    """A step with a date in the citizen's rooms. `state` is done, now or next."""

    title: Words
    state: str = "next"
    when: Words = ""
    text: Words = ""


@dataclass(frozen=True)
class Answer:
    """An answer to look over before sending; `url` leads back to the question."""

    term: Words
    text: Words
    url: str = ""


@dataclass(frozen=True)
class Choice:
    """A drop-down inside a sentence. `options` are (value, text)."""

    name: str
    label: Words
    options: tuple[tuple[str, Words], ...]
    value: str = ""


@dataclass(frozen=True)
class Sentence:
    """A filter that reads as a sentence: text and drop-downs in order."""

    parts: tuple[str | Choice, ...]
    action_url: str = ""
    target: str = ""

    @classmethod
    def build(
        cls, text: Words, choices: Sequence[Choice], *, action_url: str = "", target: str = ""
    ) -> "Sentence":
        """Split "Vis {hvem} der {hva} skal gjøres." at its names. `target` is the css selector htmx swaps."""
        by_name = {choice.name: choice for choice in choices}
        parts: list[str | Choice] = []
        for before, name, _format, _conversion in string.Formatter().parse(translate(text)):
            parts += [before] if before else []
            parts += [by_name[name]] if name else []
        return cls(tuple(parts), action_url, target)


@dataclass(frozen=True)
class Column:
    """A column head. `sort` is ascending, descending or empty; `url` sorts by it; `css` goes on the cells."""

    label: Words
    url: str = ""
    sort: str = ""
    css: str = ""


Cell = Words | Tag | Action | PersonChip | date | None


@dataclass(frozen=True)
class Table:
    """A plain table. Each row is as long as `columns`; the first cell is the row's head."""

    caption: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def cells(self) -> list[list[tuple[Column, Cell, str]]]:
        """Return each cell with its column and the partial that draws it."""
        pairs = [zip(self.columns, row, strict=True) for row in self.rows]
        return [[(column, cell, _drawn_by(cell)) for column, cell in row] for row in pairs]


def _drawn_by(cell: Cell) -> str:
    drawn = {Tag: "tag", Action: "action", PersonChip: "person"}
    return next((name for kind, name in drawn.items() if isinstance(cell, kind)), "text")
