"""The register of coordinators (hol § 7-3): a query-set to page through, and the numbers of the whole."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.coordinators.candidates import following, with_load
from fellesplan.coordinators.models import CoordinatorProfile, Kind
from fellesplan.people.models import Unit
from fellesplan.procedures import deadlines
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.loader import Procedure


@dataclass(frozen=True)
class Filter:
    """What the register shows: `who` is all, child, over or untrained; `room` only those with room."""

    who: str = ""
    unit: str = ""
    room: bool = False
    language: str = ""


@dataclass(frozen=True)
class Totals:
    """Numbers for the head of the register. `loads`: how many coordinators follow each number of persons."""

    coordinators: int
    persons: int
    over: int
    untrained: int
    with_room: int
    loads: tuple[tuple[int, int], ...]


def register(actor: Actor, on: date) -> "QuerySet[Any]":
    """Return the coordinators the actor may see, with `persons` and `children`: how many they follow."""
    rows = with_load(visible(actor, "coordinator.read", CoordinatorProfile), on)
    children = Q(employee__appointments__kind=Kind.CHILD_COORDINATOR) & following(on)
    found: QuerySet[Any] = rows.annotate(
        children=Count("employee__appointments__person", filter=children, distinct=True)
    )
    return found


def filtered(rows: "QuerySet[Any]", wanted: Filter, limit: int | None) -> "QuerySet[Any]":
    """Return the rows of the register that the filter lets through."""
    if wanted.who == "child":
        rows = rows.filter(children__gt=0)
    if wanted.who == "over":
        rows = rows.filter(_over(limit))
    if wanted.who == "untrained":
        rows = rows.filter(trained_on__isnull=True)
    if wanted.unit:
        rows = rows.filter(unit_id=wanted.unit)
    if wanted.language:
        rows = rows.filter(languages__icontains=wanted.language)
    return rows.filter(_has_room(limit)) if wanted.room else rows


def totals(rows: "QuerySet[Any]", limit: int | None) -> Totals:
    """Return the numbers of the whole register; one query."""
    numbers = list(rows.values_list("persons", "trained_on", "max_persons", "active"))
    loads = Counter(persons for persons, *_rest in numbers)
    highest = max(loads, default=0)
    return Totals(
        coordinators=len(numbers),
        persons=sum(persons * number for persons, number in loads.items()),
        over=sum(number for persons, number in loads.items() if limit and persons > limit),
        untrained=sum(trained is None for _persons, trained, *_rest in numbers),
        with_room=sum(_room(*row, limit=limit) for row in numbers),
        loads=tuple((persons, loads[persons]) for persons in range(highest + 1)),
    )


def units_in(rows: "QuerySet[Any]") -> list[tuple[str, str]]:
    """Return the units that have coordinators, by name; one query."""
    units = Unit.objects.filter(pk__in=rows.values("unit_id")).order_by("name")
    return [(str(pk), name) for pk, name in units.values_list("pk", "name")]


def languages_in(rows: "QuerySet[Any]") -> list[str]:
    """Return the languages that are spoken, by name; one query."""
    texts = rows.exclude(languages="").values_list("languages", flat=True)
    return sorted({name.strip().lower() for text in texts for name in text.split(",") if name.strip()})


def training_due(profile: CoordinatorProfile, procedure: Procedure) -> Deadline | None:
    """Return when training must be given, where the procedure has a limit and the need is reported."""
    months = procedure.number("training.deadline_months")
    if profile.trained_on or profile.training_reported_on is None or months is None:
        return None
    rule = procedure.rule("training.deadline_months")
    return deadlines.training(profile.training_reported_on, months=months, source=rule.source)


def _over(limit: int | None) -> Q:
    return Q(persons__gt=limit) if limit else Q(pk__in=[])


def _has_room(limit: int | None) -> Q:
    own = Q(max_persons__isnull=True) | Q(max_persons__gt=F("persons"))
    return Q(active=True) & own & (Q(persons__lt=limit) if limit else Q())


def _room(persons: int, trained: date | None, own: int | None, active: bool, *, limit: int | None) -> bool:
    limits = [most for most in (own, limit) if most is not None]
    return active and (not limits or persons < min(limits))
