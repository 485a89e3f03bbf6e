"""Advice: each kind appears for its reason, goes when it is mended, and never says anything else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fellesplan.kernel.text import t
from fellesplan.plans.rules.adviser import (
    AdviceFacts,
    AreaFact,
    GoalFact,
    InvitedFact,
    Kind,
    MeasureFact,
    advise,
    transitions,
)
from fellesplan.plans.vague_words import vague_words

TODAY = date(2026, 11, 24)
MEASURE = MeasureFact(
    id="m", title="Øve på bussen", amount="Hver tirsdag", has_responsible=True, has_date=True
)
GOAL = GoalFact(id="g", title="Jeg vil ta bussen alene", measures=1)
GOOD = AdviceFacts(
    first_name="Emil", birth_date=date(1990, 5, 5), touched=date(2026, 11, 1), evaluate_on=date(2027, 1, 7),
    measures=(MEASURE,), goals=(GOAL,), areas=(AreaFact(key="daytime", name=t("Dagtid"), measures=1),),
    invited=(InvitedFact(id="p", name="Tone", since=date(2026, 1, 1), opened=True),),
)  # fmt: skip


def kinds(facts: AdviceFacts, on: date = TODAY) -> list[Kind]:
    return [one.kind for one in advise(facts, on, vague_words())]


def test_a_good_plan_gets_no_advice() -> None:
    assert kinds(GOOD) == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"touched": date(2026, 5, 24)}, Kind.UNTOUCHED),
        ({"evaluate_on": None}, Kind.NO_EVALUATION),
        ({"measures": (replace(MEASURE, has_responsible=False),)}, Kind.NO_RESPONSIBLE),
        ({"measures": (replace(MEASURE, has_date=False),)}, Kind.NO_DATE),
        ({"measures": (replace(MEASURE, title="Følge opp", amount="ved behov"),)}, Kind.VAGUE_MEASURE),
        ({"measures": (replace(MEASURE, title="Leggje til rette", amount=""),)}, Kind.VAGUE_MEASURE),
        ({"goals": (replace(GOAL, title="Jeg vil få det bedre"),)}, Kind.VAGUE_GOAL),
        ({"goals": (replace(GOAL, measures=0),)}, Kind.GOAL_WITHOUT_MEASURE),
        ({"areas": (AreaFact(key="h", name=t("Helse"), needs="Søvn"),)}, Kind.NEED_WITHOUT_MEASURE),
        ({"invited": (replace(GOOD.invited[0], opened=False),)}, Kind.NEVER_OPENED),
        ({"birth_date": date(2011, 3, 3)}, Kind.TRANSITION),  # 16 in March
        ({"birth_date": date(2008, 12, 1)}, Kind.TRANSITION),  # 18 next week
    ],
)
def test_each_kind_has_its_reason_and_its_words(change: dict[str, Any], kind: Kind) -> None:
    found = advise(replace(GOOD, **change), TODAY, vague_words())
    assert {one.kind for one in found} == {kind}
    assert all(str(one.text) and str(one.why).endswith(".") for one in found)


@pytest.mark.parametrize(
    "change",
    [
        {"touched": date(2026, 5, 25)},
        {"measures": (replace(MEASURE, done=True, has_responsible=False, has_date=False),)},
        {"measures": (replace(MEASURE, title="Følge opp", amount="2 ganger i uka"),)},
        {"goals": (replace(GOAL, title="Jeg vil få det bedre", reached="Sover hele natta"),)},
        {"invited": (replace(GOOD.invited[0], since=date(2026, 11, 20), opened=False),)},
        {"birth_date": None},
    ],
)
def test_what_is_good_enough_gets_no_advice(change: dict[str, Any]) -> None:
    assert kinds(replace(GOOD, **change)) == []


def test_advice_is_given_again_when_what_it_rests_on_changes() -> None:
    before, after = (
        advise(
            replace(GOOD, measures=(replace(MEASURE, title=title, has_date=False),)), TODAY, vague_words()
        )[0]
        for title in ("Øve på bussen", "Øve på toget")
    )
    assert before.key == after.key
    assert before.about != after.about


def test_transitions_come_in_the_order_of_life() -> None:
    found = transitions(date(2016, 5, 5), "Emil")
    assert [(one.key, one.day) for one in found] == [
        ("school_6", date(2022, 8, 1)), ("school_13", date(2029, 8, 1)), ("16", date(2032, 5, 5)),
        ("school_16", date(2032, 8, 1)), ("18", date(2034, 5, 5)),
    ]  # fmt: skip
    assert sorted(found, key=lambda one: one.day) == list(found)
