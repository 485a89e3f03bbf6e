"""Plans that lie still: nothing changed for half a year, or an evaluation that was not held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Q

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.plans import states
from fellesplan.plans.models import Plan
from fellesplan.plans.rules.adviser import UNTOUCHED_MONTHS
from fellesplan.procedures.counting import add_months


@dataclass(frozen=True)
class InactivePlan:
    """A plan that lies still, and why it is on the list. `touched`: when anything was changed last."""

    id: UUID
    person_id: UUID
    name: str
    touched: date | None
    evaluate_on: date | None
    why: tuple[Text, ...]


def inactive_plans(actor: Actor) -> tuple[InactivePlan, ...]:
    """Return the plans the office may count that lie still, the longest first; one query."""
    on = clock.civil_day(actor.at)
    rows = visible(actor, "plan.count", Plan).exclude(state=states.ENDED)
    rows = rows.filter(person__deceased_on__isnull=True).annotate(touched=Max("versions__at"))
    before = datetime.combine(add_months(on, -UNTOUCHED_MONTHS), datetime.min.time(), clock.NORWAY)
    found = rows.filter(Q(touched__lt=before) | Q(evaluate_on__lt=on)).order_by("touched", "id")
    columns = ("pk", "person_id", "person__given_name", "person__family_name", "touched", "evaluate_on")
    return tuple(_line(row, before, on) for row in found.values_list(*columns))


def _line(row: tuple[object, ...], before: datetime, on: date) -> InactivePlan:
    pk, person, given, family, touched, evaluate_on = row
    why = [*_untouched(touched, before), *_overdue(evaluate_on, on)]
    day = clock.civil_day(touched) if isinstance(touched, datetime) else None
    due = evaluate_on if isinstance(evaluate_on, date) else None
    return InactivePlan(UUID(str(pk)), UUID(str(person)), f"{given} {family}".strip(), day, due, tuple(why))


def _untouched(touched: object, before: datetime) -> Iterable[Text]:
    if isinstance(touched, datetime) and touched < before:
        yield t("Ikke endret siden {day}.", day=clock.civil_day(touched))


def _overdue(evaluate_on: object, on: date) -> Iterable[Text]:
    if isinstance(evaluate_on, date) and evaluate_on < on:
        yield t("Skulle vært evaluert {day}.", day=evaluate_on)
