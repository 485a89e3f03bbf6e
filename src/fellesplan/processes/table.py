"""What follows from what, across capabilities: one row per happening and step."""

from collections.abc import Callable
from typing import Any

from fellesplan.cases.happenings import CaseClosed, DecisionIssued
from fellesplan.cases.services import complaints_changes, progress
from fellesplan.consent.happenings import (
    CapacityChanged,
    ChildWished,
    ConsentRegistered,
    ConsentWarned,
    ConsentWithdrawn,
    WishAnswered,
    WithholdingChanged,
)
from fellesplan.consent.services import settling
from fellesplan.coordinators.services import leaving, nominations
from fellesplan.kernel.events import Happening, on
from fellesplan.people.happenings import (
    AssignmentEnded,
    DeathUndone,
    PersonDied,
    PersonsMerged,
    RepresentationChanged,
)
from fellesplan.processes import case_clocks, case_facts, deaths, merging  # noqa: F401 - added by being read

TABLE: tuple[tuple[type[Happening], Callable[[Any], None]], ...] = (
    (CaseClosed, deaths.end_all),
    (DecisionIssued, complaints_changes.decision_issued),
    (DeathUndone, deaths.find_next_step),
    (PersonDied, deaths.cancel_meetings),
    (PersonDied, deaths.find_next_step),
    (PersonsMerged, merging.find_next_step),
    (AssignmentEnded, leaving.assignment_ended),
    (ConsentRegistered, nominations.consent_changed),
    (ConsentRegistered, progress.consent_changed),
    (ConsentWithdrawn, nominations.consent_changed),
    (ConsentWithdrawn, progress.consent_changed),
    (RepresentationChanged, settling.representation_changed),
    (CapacityChanged, progress.circumstances_changed),
    (ChildWished, progress.circumstances_changed),
    (WishAnswered, progress.circumstances_changed),
    (WithholdingChanged, progress.circumstances_changed),
    (ConsentWarned, progress.circumstances_changed),
)

for happening, step in TABLE:
    on(happening, step)
