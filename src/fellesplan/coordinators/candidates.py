"""Who might be coordinator for a person: kinds of unit by life stage, and employees in order with reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases.models import Case, Service
from fellesplan.coordinators.models import CoordinatorProfile, Kind
from fellesplan.coordinators.rules import Candidate, Ranked, Wanted, rank
from fellesplan.people.models import Person, Unit
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.stages import LifeStage, life_stage, suggested_units

MAX_PERSONS = "coordinator.max_persons"
SOURCE = "coordinator.source_by_stage"
SERVING = "serving"
_IN = {
    Unit.Kind.KINDERGARTEN: "in_kindergarten",
    Unit.Kind.SCHOOL: "in_school",
    Unit.Kind.UPPER_SECONDARY: "in_upper_secondary",
}


@dataclass(frozen=True)
class Suggested:
    """An employee in the register with place, reasons and warnings. `persons`: how many they follow now."""

    ranked: Ranked
    name: str
    unit: str
    unit_id: UUID
    persons: int


@dataclass(frozen=True)
class SuggestedUnit:
    """A unit to ask. `serves`: it gives the person services already."""

    unit: Unit
    serves: bool


def stage_of(person: Person, on: date) -> LifeStage:
    """Return the person's stage of life; where a child spends the day goes before the age."""
    place = _IN.get(Unit.Kind(person.daily_unit.kind)) if person.daily_unit else None
    return life_stage(
        person.birth_date, on,
        in_kindergarten=place == "in_kindergarten" or None,
        in_school=place == "in_school" or None,
        in_upper_secondary=place == "in_upper_secondary" or None,
    )  # fmt: skip


def unit_kinds(
    procedure: Procedure, person: Person, kind: str, on: date, *, heavy: bool = False
) -> tuple[str, ...]:
    """Return the kinds of unit the procedure asks first at the person's stage of life."""
    disability = kind == Kind.CHILD_COORDINATOR
    return suggested_units(procedure, stage_of(person, on), heavy=heavy, disability=disability)


def weighs_need(procedure: Procedure) -> bool:
    """Return whether the procedure asks other units when needs are heavy."""
    return any(row.get("heavy") is True for row in procedure.rows(SOURCE))


def wish(case: Case) -> str:
    """Return whom the latest referral says that the person wants; one query."""
    said = case.referrals.exclude(wished_coordinator="").order_by("-received_at")
    return said.values_list("wished_coordinator", flat=True).first() or ""


def serving_units(case: Case) -> set[UUID]:
    """Return the units that serve the person: kindergarten or school, and providers known by name."""
    named = Service.objects.filter(assessment__case=case).values_list("provider", flat=True)
    units = Unit.objects.filter(municipality_id=case.municipality_id, name__in=[n for n in named if n])
    found = set(units.values_list("pk", flat=True))
    return found | ({case.person.daily_unit_id} if case.person.daily_unit_id else set())


def units_to_ask(actor: Actor, kinds: tuple[str, ...], serving: set[UUID]) -> tuple[SuggestedUnit, ...]:
    """Return the units in use that suit, in the procedure's order; those that serve the person first."""
    rows = visible(actor, "unit.read", Unit).filter(Q(kind__in=kinds) | Q(pk__in=serving), active=True)

    def order(unit: Unit) -> tuple[bool, int, str]:
        place = kinds.index(unit.kind) if unit.kind in kinds else len(kinds)
        return unit.pk not in serving, place, unit.name

    return tuple(SuggestedUnit(unit, unit.pk in serving) for unit in sorted(rows, key=order))


def with_load(rows: "QuerySet[CoordinatorProfile]", on: date) -> "QuerySet[Any]":
    """Add `persons`: how many each follows on a day."""
    return rows.annotate(persons=Count("employee__appointments__person", filter=following(on), distinct=True))


def following(on: date) -> Q:
    """Return the appointments that live on a day, seen from the register."""
    ended = Q(employee__appointments__valid_to__isnull=True) | Q(employee__appointments__valid_to__gte=on)
    return Q(employee__appointments__valid_from__lte=on) & ended


def candidates(
    actor: Actor, case: Case, procedure: Procedure, on: date, *, kinds: tuple[str, ...], wished: str,
    serving: set[UUID], most: int = 8,
) -> tuple[Suggested, ...]:  # fmt: skip
    """Return the employees in the register who suit best, the best first; one query."""
    profiles = visible(actor, "coordinator.read", CoordinatorProfile).select_related("employee", "unit")
    rows = {str(row.pk): row for row in with_load(profiles, on)}
    wanted = Wanted(unit_kinds=kinds, languages=_helpful(case.person))
    found = (_candidate(row, wished, serving) for row in rows.values())
    ranked = rank(found, wanted, recommended_max=procedure.number(MAX_PERSONS))
    return tuple(_suggested(each, rows[each.candidate.key]) for each in _best(ranked, most))


def _best(ranked: Iterable[Ranked], most: int) -> list[Ranked]:
    return [each for each in ranked if each.candidate.available][:most]


def _suggested(ranked: Ranked, row: CoordinatorProfile) -> Suggested:
    return Suggested(ranked, row.employee.name, row.unit.name, row.unit_id, ranked.candidate.persons)


def _candidate(row: Any, wished: str, serving: set[UUID]) -> Candidate:
    return Candidate(
        key=str(row.pk),
        unit_kind=row.unit.kind,
        persons=row.persons,
        room=row.max_persons,
        wished=row.employee.name.casefold() in wished.casefold(),
        gives_services=row.unit_id in serving,
        trained=row.trained_on is not None,
        languages=languages(row.languages),
        available=row.active,
    )


def languages(text: str) -> frozenset[str]:
    """Return the languages in "Norsk, arabisk" as {"norsk", "arabisk"}."""
    return frozenset(name.strip().casefold() for name in text.split(",") if name.strip())


def _helpful(person: Person) -> frozenset[str]:
    return languages(person.interpreter)
