"""A legal clock as shown: how much time is gone, how much is left and why."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from fellesplan.web.components import words
from fellesplan.web.components.glue import Words

SOON_DAYS = 3
WIDTH = 200


@dataclass(frozen=True)
class Clock:
    """A time limit from `start` to `due` seen on `today`.

    `done` says how it ended; `why` and `source` are the rule behind it.
    """

    title: Words
    due: date
    start: date
    today: date
    why: Words = ""
    source: Words = ""
    done: Words = ""
    heading: int = 3

    @property
    def days(self) -> int:
        return (self.due - self.today).days

    @property
    def kind(self) -> str:
        """Return info (more than three days left), warning, danger (passed) or success (done)."""
        if self.done:
            return "success"
        if self.days < 0:
            return "danger"
        return "warning" if self.days <= SOON_DAYS else "info"

    @property
    def icon(self) -> str:
        return {"warning": "ExclamationmarkTriangleFill", "danger": "XMarkOctagonFill"}.get(self.kind, "")

    @property
    def left(self) -> Words:
        return self.done or words.time_left(self.due, self.today)

    @property
    def share(self) -> int:
        """Return how much of the time is gone, in per cent from 0 to 100."""
        whole = (self.due - self.start).days
        if self.done or whole <= 0:
            return 100
        return max(0, min(100, round(100 * (self.today - self.start).days / whole)))

    @property
    def passed(self) -> int:
        """Return the width of the passed part of the drawn line."""
        return self.share * WIDTH // 100

    @property
    def hand(self) -> int:
        """Return where today stands on the drawn line."""
        return max(0, min(self.passed - 1, WIDTH - 4))

    @property
    def spoken(self) -> str:
        return gettext("%(share)d prosent av tiden fra %(start)s til %(due)s er gått") % {
            "share": self.share,
            "start": words.day(self.start),
            "due": words.day(self.due),
        }
