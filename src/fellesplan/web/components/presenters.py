"""What a page hands to the components: frozen facts, so no query runs while a page is rendered.

Every text may be a string, a lazy text or a kernel Text; the components translate it. URLs are ready made.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from fellesplan.web.components.basics import Action, Crumb, DateBlock, Fact, Line, NavItem, PersonChip, Tag
from fellesplan.web.components.clock import Clock
from fellesplan.web.components.drawings import Around, Circle, Road, RoadStop
from fellesplan.web.components.glue import Words
from fellesplan.web.components.goal_charts import GoalChart, GoalScale
from fellesplan.web.components.tables import Choice, Column, Sentence, Table
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
    label: Words = field(default_factory=lambda: _("Slik går saken"))
    vertical: bool = False

    @property
    def at(self) -> int | None:
        """Return the number of the step the case stands at, for the notch of the next-step box."""
        numbers = (n for n, step in enumerate(self.steps, start=1) if step.state in ("now", "stop"))
        return next(numbers, None)


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
