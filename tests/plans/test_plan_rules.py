"""The content of a plan (IPf § 9) and the progress of its measures."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.plans.rules import (
    CheckState,
    MeasureFacts,
    MeasureState,
    PlanFacts,
    Progress,
    checklist,
    measure_view,
    summary,
)

TODAY = date(2026, 11, 24)
WHOLE: dict[str, Any] = {
    each.name: 2 if each.type is int else True for each in fields(PlanFacts) if each.name != "not_relevant"
}
COMPLETE = PlanFacts(**WHOLE)


def missing(plan: PlanFacts) -> list[int]:
    return [item.point for item in checklist(plan) if item.state is CheckState.MISSING]


def test_a_complete_plan_has_all_eleven_points() -> None:
    items = checklist(COMPLETE)
    assert [item.point for item in items] == list(range(1, 12))
    assert {item.state for item in items} == {CheckState.MET}
    assert str(summary(items)) == "11 av 11 punkter er med"


@pytest.mark.parametrize(
    ("change", "point"),
    [
        ({"goals": 0}, 1),  # bokstav a
        ({"resources": False}, 1),
        ({"needs": False}, 1),
        ({"participants": 0}, 2),  # b
        ({"made_by": False}, 3),  # c
        ({"coordinated_by": False}, 3),
        ({"person_contributes": False}, 4),  # d
        ({"services_contribute": False}, 4),
        ({"family_contributes": False}, 4),
        ({"measures_with_responsible": 1}, 5),  # e
        ({"measures_with_extent": 1}, 5),
        ({"measures_described": 1}, 6),  # f
        ({"coordinator_stated": False}, 7),  # g
        ({"has_period": False}, 8),  # h
        ({"has_evaluation_date": False}, 8),
        ({"consent": False}, 9),  # i
        ({"sharing_consent": False}, 9),
        ({"cooperation": False}, 10),  # j
        ({"child_participation": False}, 11),  # fjerde ledd
    ],
)
def test_each_lack_shows_at_its_point(change: dict[str, Any], point: int) -> None:
    plan = replace(COMPLETE, **change)
    assert missing(plan) == [point]
    assert checklist(plan)[point - 1].why


def test_what_does_not_concern_the_person_is_not_missing() -> None:
    adult = replace(COMPLETE, is_child=False, child_participation=False)
    assert checklist(adult)[10].state is CheckState.NOT_RELEVANT
    assert str(summary(checklist(adult))) == "10 av 10 punkter er med"
    assert missing(replace(COMPLETE, family_takes_part=False, family_contributes=False)) == []
    assert missing(replace(COMPLETE, shares_information=False, sharing_consent=False)) == []


@pytest.mark.parametrize("point", range(1, 12))
def test_a_point_is_left_out_with_a_reason_only_where_the_needs_decide(point: int) -> None:
    excused = checklist(PlanFacts(is_child=True, not_relevant=((point, "Har ingen andre tjenester"),)))
    left_out = [item.point for item in excused if item.state is CheckState.NOT_RELEVANT]
    assert left_out == ([point] if point in {2, 4, 5, 6, 10} else [])
    assert [str(item.why[0]) for item in excused if item.point in left_out] == (
        ["Har ingen andre tjenester"] if left_out else []
    )


def test_what_is_written_counts_although_somebody_said_it_does_not_concern_them() -> None:
    assert checklist(replace(COMPLETE, not_relevant=((10, "Nei"),)))[9].state is CheckState.MET


def test_an_empty_plan_lacks_everything_it_can() -> None:
    assert missing(PlanFacts(is_child=True)) == list(range(1, 12))


def test_sources_name_the_letter() -> None:
    items = checklist(COMPLETE)
    assert items[0].source == "IPf § 9 tredje ledd bokstav a"
    assert items[9].source == "IPf § 9 tredje ledd bokstav j"
    assert items[10].source == "IPf § 9 fjerde ledd"


YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "state", "late", "text"),
    [
        (MeasureFacts(), MeasureState.ASKED, 0, "Venter på svar"),
        (MeasureFacts(promised=True), MeasureState.PROMISED, 0, "Sagt ja"),
        (MeasureFacts(promised=True, due_on=TODAY), MeasureState.PROMISED, 0, "Sagt ja"),
        (MeasureFacts(promised=True, due_on=YESTERDAY), MeasureState.LATE, 1, "Forsinket én dag"),
        (MeasureFacts(due_on=date(2026, 11, 15)), MeasureState.LATE, 9, "Forsinket 9 dager"),
        (MeasureFacts(progress=Progress.STARTED, due_on=TOMORROW), MeasureState.STARTED, 0, "Pågår"),
        (MeasureFacts(progress=Progress.DONE), MeasureState.DONE, 0, "Ferdig"),
        (
            MeasureFacts(progress=Progress.DONE, due_on=YESTERDAY, done_on=TODAY),
            MeasureState.DONE,
            1,
            "Ferdig 24.11.2026",
        ),
        (
            MeasureFacts(progress=Progress.NOT_WORKING, due_on=YESTERDAY),
            MeasureState.NOT_WORKING,
            1,
            "Fungerer ikke",
        ),
    ],
)
def test_measure(facts: MeasureFacts, state: MeasureState, late: int, text: str) -> None:
    view = measure_view(facts, TODAY)
    assert (view.state, view.late_days, str(view.text)) == (state, late, text)


@given(
    progress=st.sampled_from(Progress),
    due=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_nothing_is_late_before_the_due_day_is_over(progress: Progress, due: date | None, on: date) -> None:
    view = measure_view(MeasureFacts(progress=progress, due_on=due), on)
    assert view.late_days >= 0
    if due is None or on <= due:
        assert view.late_days == 0
        assert view.state is not MeasureState.LATE
