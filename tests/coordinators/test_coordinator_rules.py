"""Order of candidates and warnings about workload. Nobody is ruled out: a person decides (hol § 7-3)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.coordinators.rules import Candidate, Wanted, rank, workload_warning

SCHOOL = Wanted(unit_kinds=("school", "health"), languages=frozenset({"arabisk"}))
PLAIN = Candidate(key="plain", persons=2, trained=True)


def order(*candidates: Candidate, wanted: Wanted = SCHOOL, most: int | None = 5) -> list[str]:
    return [ranked.candidate.key for ranked in rank(candidates, wanted, recommended_max=most)]


@pytest.mark.parametrize(
    "better",
    [
        replace(PLAIN, key="wished", wished=True, persons=5),
        replace(PLAIN, key="school", unit_kind="school"),
        replace(PLAIN, key="knows", gives_services=True),
        replace(PLAIN, key="arabic", languages=frozenset({"arabisk"})),
        replace(PLAIN, key="free", persons=1),
    ],
)
def test_each_thing_lifts_a_candidate(better: Candidate) -> None:
    assert order(PLAIN, better) == [better.key, "plain"]


@pytest.mark.parametrize(
    "worse",
    [
        replace(PLAIN, key="full", persons=5),
        replace(PLAIN, key="own_limit", room=2),
        replace(PLAIN, key="untrained", trained=False),
        replace(PLAIN, key="away", available=False, wished=True),
        replace(PLAIN, key="partial", conflict=True, wished=True),
    ],
)
def test_each_thing_lowers_a_candidate(worse: Candidate) -> None:
    assert order(worse, PLAIN) == ["plain", worse.key]


def test_the_first_unit_for_the_life_stage_comes_first() -> None:
    health, school = replace(PLAIN, key="h", unit_kind="health"), replace(PLAIN, key="s", unit_kind="school")
    assert order(health, PLAIN, school) == ["s", "h", "plain"]


@pytest.mark.parametrize(
    ("persons", "most", "warned"), [(5, 5, False), (6, 5, True), (7, 5, True), (60, None, False)]
)
def test_workload_warns_at_the_sixth_when_five_is_recommended(
    persons: int, most: int | None, warned: bool
) -> None:
    assert (workload_warning(persons, recommended_max=most) is not None) is warned


def test_a_wished_candidate_who_is_full_comes_first_with_a_warning() -> None:
    (first,) = rank([replace(PLAIN, wished=True, persons=5)], SCHOOL, recommended_max=5)
    assert first.reasons[0].source == "pbrl § 3-1"
    assert [str(each.text) for each in first.warnings] == [
        "Da følger koordinatoren 6 personer. Kommunen anbefaler høyst 5."
    ]


candidates = st.lists(
    st.builds(
        Candidate,
        key=st.text("abc", min_size=1, max_size=6),
        unit_kind=st.sampled_from(["", "school", "health"]),
        persons=st.integers(0, 9),
        room=st.none() | st.integers(0, 9),
        wished=st.booleans(),
        gives_services=st.booleans(),
        trained=st.booleans(),
        languages=st.frozensets(st.sampled_from(["arabisk", "norsk"])),
        available=st.booleans(),
        conflict=st.booleans(),
    ),
    unique_by=lambda each: each.key,
    max_size=6,
)


@given(found=candidates, most=st.none() | st.integers(1, 8))
def test_everybody_is_ranked_once_and_order_in_does_not_matter(
    found: list[Candidate], most: int | None
) -> None:
    ranked = rank(found, SCHOOL, recommended_max=most)
    assert [each.place for each in ranked] == list(range(1, len(found) + 1))
    assert {each.candidate for each in ranked} == set(found)
    assert rank(reversed(found), SCHOOL, recommended_max=most) == ranked
