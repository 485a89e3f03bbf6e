"""The nightly round of the clocks: every open case gets its next step anew, and what is due is raised.

Many cases at a time, with as many queries for all of them as for one. Safe to run as often as one likes: the
same day gives the same, and what no longer holds is cleared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from fellesplan.access.tenancy import working_in
from fellesplan.cases import states
from fellesplan.cases.facts import facts_for
from fellesplan.cases.models import Case
from fellesplan.cases.rules import CaseFacts, NextStep, next_step
from fellesplan.cases.rules.raising import SECOND_NOTICE, Raised, raised
from fellesplan.cases.services import raising
from fellesplan.cases.unopened import Unopened, unopened
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality

AT_ONCE = 1000
_FIRST = UUID(int=0)
_UPDATE = """
update cases_case c set next_step = v.step, next_due = v.due
from unnest(%s::uuid[], %s::text[], %s::date[]) as v(id, step, due) where c.id = v.id
"""


@dataclass(frozen=True)
class Done:
    """How many cases were looked at, got another next step, and what was raised and cleared in them."""

    cases: int = 0
    moved: int = 0
    raised: int = 0
    cleared: int = 0

    def __add__(self, other: "Done") -> "Done":
        return Done(
            self.cases + other.cases, self.moved + other.moved, self.raised + other.raised,
            self.cleared + other.cleared,
        )  # fmt: skip


def nightly() -> Done:
    """Do the round in every municipality."""
    rounds = (of_municipality(one) for one in Municipality.objects.order_by("slug"))
    return sum(rounds, Done())


def of_municipality(municipality: Municipality) -> Done:
    """Do the round in one municipality, a part at a time, each in a transaction of its own."""
    done, after, today = Done(), _FIRST, clock.today()
    while True:
        with working_in(municipality.pk):
            cases = _next_part(municipality, after)
            if not cases:
                return done
            done, after = done + look_after(cases, today), cases[-1].pk


def _next_part(municipality: Municipality, after: UUID) -> list[Case]:
    """Return the next open cases, held. Those held by others are passed by: their event finds their step."""
    open_ = Q(state__in=(*states.OPEN, states.ACTIVE)) | Q(next_step__startswith="complaint")
    rows = Case.objects.filter(open_, municipality=municipality, pk__gt=after).select_related("person")
    rows = rows.select_for_update(of=("self",), skip_locked=True, no_key=True)
    part = list(rows.order_by("pk")[:AT_ONCE])
    for case in part:
        case.municipality = municipality
        case.person.municipality = municipality
    return part


def look_after(cases: Sequence[Case], on: date) -> Done:
    """Find the next step of these cases anew, and raise and clear; the caller holds them."""
    late = {one.case: one for one in unopened(cases, on)}
    facts = {id: _told(one, late.get(id)) for id, one in facts_for(cases, on).items()}
    steps = {id: next_step(one, on) for id, one in facts.items()}
    settled = raising.settle(cases, _raised(facts, late, on))
    moved = [case for case in cases if _differs(case, steps[case.pk])]
    _move(moved, steps)
    return Done(len(cases), len(moved), settled.raised, settled.cleared)


def _told(facts: CaseFacts, late: Unopened | None) -> CaseFacts:
    """What lies unopened is what the log says this night, not what was raised before."""
    due = late.deadline.date if late else None
    return facts if facts.second_notice_due == due else replace(facts, second_notice_due=due)


def _raised(
    facts: Mapping[UUID, CaseFacts], late: Mapping[UUID, Unopened], on: date
) -> dict[UUID, tuple[Raised, ...]]:
    found = {id: raised(one, on) for id, one in facts.items()}
    for id, letter in late.items():
        if not facts[id].deceased:
            found[id] += (Raised(SECOND_NOTICE, letter.deadline.date, str(letter.letter)),)
    return found


def _differs(case: Case, step: NextStep) -> bool:
    return (case.next_step, case.next_due) != (step.key, step.due)


def _move(cases: Sequence[Case], steps: Mapping[UUID, NextStep]) -> None:
    """Write the next step and its day of many cases in one statement."""
    if not cases:
        return
    found = [steps[case.pk] for case in cases]
    values: list[Any] = [[case.pk for case in cases], [one.key for one in found], [one.due for one in found]]
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE, values)
