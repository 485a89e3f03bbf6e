"""The smallest parts: actions, places in a menu, status, people and days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fellesplan.web.components import words
from fellesplan.web.components.glue import Words

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
