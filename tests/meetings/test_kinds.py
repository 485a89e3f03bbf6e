"""What the procedures say about meetings."""

from datetime import date

import pytest

from fellesplan.meetings.kinds import invites_all, kind_name, kinds, name_in, proposal
from fellesplan.meetings.rules import short_notice
from fellesplan.procedures.loader import load

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("lund", ["Ansvarsgruppemøte"]),
        ("alesund", ["Samarbeidsmøte", "Koordineringsmøte"]),
        ("molde", ["Ansvarsgruppe"]),
        ("arendal", ["Ansvarsgruppemøte"]),
        ("luster", ["Ansvarsgruppemøte"]),
    ],
)
def test_each_municipality_has_its_own_meetings(slug: str, names: list[str]) -> None:
    assert [str(kind.name) for kind in kinds(load(slug, DAY))] == names


def test_the_first_meeting_comes_first_with_its_reason() -> None:
    following = load("alesund", DAY)
    first = proposal(following, frozenset())
    assert (first.key, str(first.why)) == ("samarbeidsmote", "Hver sak starter med et samarbeidsmøte.")
    assert "2014" in first.source
    assert proposal(following, frozenset({"samarbeidsmote"})).key == "koordineringsmote"


def test_without_a_first_meeting_the_only_kind_is_proposed() -> None:
    assert proposal(load("lund", DAY), frozenset()).key == "ansvarsgruppemote"
    assert proposal(load("lund", DAY), frozenset()).why is None


def test_a_kind_that_is_gone_is_still_called_something() -> None:
    assert str(kind_name(load("lund", DAY), "gammelt")) == "Møte"
    assert name_in(load("lund", DAY), "ansvarsgruppemote", "en") == "Responsibility group meeting"


def test_some_call_each_only_when_needed() -> None:
    assert invites_all(load("lund", DAY))
    assert not invites_all(load("alesund", DAY))


@pytest.mark.parametrize(("day", "left"), [(30, 6), (24, 0), (25, 1)])
def test_less_than_a_week_is_short_notice(day: int, left: int) -> None:
    assert short_notice(date(2026, 11, day), on=DAY) == left


def test_a_week_is_notice_enough() -> None:
    assert short_notice(date(2026, 12, 1), on=DAY) is None
