"""Life stages, and where each municipality finds a coordinator."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.procedures.loader import load, profiles
from fellesplan.procedures.stages import LifeStage, life_stage, suggested_units

ON = date(2026, 11, 21)
HEALTH_AND_CARE = ("home_care", "disability", "rehabilitation", "mental_health", "housing")


@pytest.mark.parametrize(
    ("birth_date", "known", "stage"),
    [
        (None, {}, "unborn"),
        (date(2027, 1, 1), {}, "unborn"),
        (date(2026, 1, 1), {}, "preschool"),
        (date(2023, 1, 1), {"in_kindergarten": True}, "kindergarten"),
        (date(2020, 12, 31), {}, "school"),  # fyller seks i 2026, begynte i august
        (date(2020, 12, 31), {"in_school": False}, "preschool"),
        (date(2021, 1, 1), {}, "preschool"),
        (date(2021, 1, 1), {"in_school": True}, "school"),
        (date(2010, 6, 1), {}, "upper_secondary"),
        (date(2010, 6, 1), {"in_school": True}, "school"),
        (date(2008, 11, 21), {}, "adult"),
        (date(2008, 11, 22), {}, "upper_secondary"),
        (date(2007, 1, 1), {"in_upper_secondary": True}, "upper_secondary"),
        (date(1950, 1, 1), {}, "adult"),
    ],
)
def test_life_stage(birth_date: date | None, known: dict[str, bool], stage: str) -> None:
    assert life_stage(birth_date, ON, **known) == stage


def test_school_starts_in_august() -> None:
    child = date(2020, 3, 1)
    assert life_stage(child, date(2026, 7, 31)) is LifeStage.PRESCHOOL
    assert life_stage(child, date(2026, 8, 1)) is LifeStage.SCHOOL


@pytest.mark.parametrize(
    ("stage", "known", "units"),
    [
        ("preschool", {}, ("health_station",)),
        ("preschool", {"heavy": True}, ("disability", "health_station")),
        ("kindergarten", {}, ("kindergarten",)),
        ("school", {}, ("school",)),
        ("school", {"disability": True}, ("school",)),
        ("school", {"disability": True, "heavy": True}, (*HEALTH_AND_CARE, "school")),
        ("upper_secondary", {}, ()),
        ("upper_secondary", {"heavy": True}, HEALTH_AND_CARE),
        ("adult", {}, HEALTH_AND_CARE),
        ("adult", {"disability": True, "heavy": True}, HEALTH_AND_CARE),
    ],
)
def test_molde(stage: str, known: dict[str, bool], units: tuple[str, ...]) -> None:
    """Molde kommune, prosedyre: tabellen over livsfaser."""
    assert suggested_units(load("molde", ON), stage, **known) == units


@pytest.mark.parametrize(
    ("slug", "stage", "units"),
    [
        ("lund", "school", (*HEALTH_AND_CARE, "school")),
        ("lund", "adult", HEALTH_AND_CARE),
        ("alesund", "school", ("serving",)),
        ("luster", "adult", ("serving",)),
        ("arendal", "adult", ("serving",)),  # arver den nasjonale regelen
    ],
)
def test_the_others(slug: str, stage: str, units: tuple[str, ...]) -> None:
    assert suggested_units(load(slug, ON), stage) == units


@given(st.sampled_from(profiles()), st.sampled_from(LifeStage), st.booleans())
def test_heavy_needs_never_take_a_unit_away(slug: str, stage: LifeStage, disability: bool) -> None:
    procedure = load(slug, ON)
    light = suggested_units(procedure, stage, disability=disability)
    heavy = suggested_units(procedure, stage, heavy=True, disability=disability)
    assert set(light) <= set(heavy)
    assert len(heavy) == len(set(heavy))
