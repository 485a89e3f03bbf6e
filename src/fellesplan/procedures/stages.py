"""Livsfasen en person er i, og hvor kommunen henter koordinatoren fra i den fasen."""

from datetime import date
from enum import StrEnum

from fellesplan.people.ages import has_turned
from fellesplan.procedures import law
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.values import Value

_ANY = "any"
_CHILD_WITH_DISABILITY = "child_with_disability"
_AUGUST = 8
_SCHOOL_STARTS, _UPPER_SECONDARY_STARTS = 6, 16


class LifeStage(StrEnum):
    """Livsfase."""

    UNBORN = "unborn"
    PRESCHOOL = "preschool"
    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"
    UPPER_SECONDARY = "upper_secondary"
    ADULT = "adult"


def life_stage(
    birth_date: date | None,
    on: date,
    *,
    in_kindergarten: bool | None = None,
    in_school: bool | None = None,
    in_upper_secondary: bool | None = None,
) -> LifeStage:
    """Return the stage on a day. What is known about kindergarten and school goes before the age."""
    if birth_date is None or birth_date > on:
        return LifeStage.UNBORN
    if in_upper_secondary:
        return LifeStage.UPPER_SECONDARY
    if has_turned(birth_date, law.number("age.adult", on), on):
        return LifeStage.ADULT
    if in_school:
        return LifeStage.SCHOOL
    if in_kindergarten:
        return LifeStage.KINDERGARTEN
    return _by_age(birth_date, on, in_school=in_school)


def _by_age(birth_date: date, on: date, *, in_school: bool | None) -> LifeStage:
    """School starts in August of the year a child turns six, upper secondary the year it turns sixteen."""
    school_years = on.year - birth_date.year - (on.month < _AUGUST)
    if school_years >= _UPPER_SECONDARY_STARTS:
        return LifeStage.UPPER_SECONDARY
    starts_school = school_years >= _SCHOOL_STARTS and in_school is not False
    return LifeStage.SCHOOL if starts_school else LifeStage.PRESCHOOL


def suggested_units(
    procedure: Procedure, stage: LifeStage | str, *, heavy: bool = False, disability: bool = False
) -> tuple[str, ...]:
    """Return the kinds of unit to ask first (`people.Unit.Kind`), the best first; () when nothing is said.

    `serving` stands for any unit that already serves the person. When needs are heavy, the units named for
    heavy needs come first. `disability`: a child with a disability, where the municipality has a row for it.
    """
    chosen = LifeStage(stage)
    stages = {chosen.value, _ANY} | ({_CHILD_WITH_DISABILITY} if disability and _is_child(chosen) else set())
    rows = [row for row in procedure.rows("coordinator.source_by_stage") if row["stage"] in stages]
    usable = [row for row in rows if heavy or row.get("heavy") is not True]
    usable.sort(key=lambda row: row.get("heavy") is not True)
    return tuple(dict.fromkeys(unit for row in usable for unit in _units(row["units"])))


def _is_child(stage: LifeStage) -> bool:
    return stage is not LifeStage.ADULT


def _units(value: Value) -> tuple[str, ...]:
    return tuple(str(unit) for unit in value) if isinstance(value, tuple) else ()
