"""Merging, comparing and telling: pure functions."""

from hypothesis import given
from hypothesis import strategies as st

from fellesplan.kernel.text import t
from fellesplan.plans.comparing import What, compare
from fellesplan.plans.merging import merge
from fellesplan.plans.telling import change_of, told
from fellesplan.plans.wording import PieceKind, pieces

TEXT = st.text("ab \n.å", max_size=40)
VALUES = st.fixed_dictionaries({name: st.integers(0, 2) for name in "abcd"})
EMPTY = {
    "tool": "individual_plan", "state": "draft", "areas": [], "goals": [], "participants": [],
    "texts": {"matters": ""}, "period": {"period_from": "2026-11-24"},
}  # fmt: skip


@given(TEXT, TEXT)
def test_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind is not PieceKind.ADDED) == before
    assert "".join(p.text for p in found if p.kind is not PieceKind.REMOVED) == after


def test_pieces_are_words() -> None:
    found = pieces("Jeg vil ha ro.", "Jeg vil gjerne ha ro.")
    assert [(p.kind.value, p.text) for p in found if p.kind is not PieceKind.SAME] == [("added", " gjerne")]


def test_very_long_texts_are_compared_too() -> None:
    found = pieces("a b " * 20_000, "a b " * 20_000 + "c")
    assert found[-1].kind is PieceKind.ADDED


@given(VALUES, VALUES, VALUES)
def test_merge_takes_each_change_and_loses_none(
    base: dict[str, int], mine: dict[str, int], theirs: dict[str, int]
) -> None:
    found = merge(base, mine, theirs)
    for name in "abcd":
        both = mine[name] != base[name] and theirs[name] != base[name] and mine[name] != theirs[name]
        assert (name in found.clashes) is both
        if not both:
            changed = {mine[name], theirs[name]} - {base[name]}
            assert found.values[name] == (changed.pop() if changed else base[name])


@given(VALUES, VALUES, VALUES)
def test_fields_that_belong_together_come_from_one(
    base: dict[str, int], mine: dict[str, int], theirs: dict[str, int]
) -> None:
    found = merge(base, mine, theirs, [("a", "b")])
    pair = (found.values["a"], found.values["b"])
    assert pair in {(one["a"], one["b"]) for one in (mine, theirs)}


@given(VALUES, VALUES)
def test_without_a_base_every_difference_is_shown(mine: dict[str, int], theirs: dict[str, int]) -> None:
    assert merge(None, mine, theirs).clashes == tuple(n for n in mine if mine[n] != theirs[n])


def test_compare_names_what_has_happened() -> None:
    goal = {
        "id": "g", "area": "leisure", "title": "Svømme", "description": "", "now": "", "progress": -2,
        "order": 0, "version": 1, "archived": False, "measures": [],
    }  # fmt: skip
    later = {**EMPTY, "goals": [goal], "texts": {"matters": "Ro"}}
    found = compare(EMPTY, later, {"leisure": t("Fritid")})
    assert [(part.part, part.what) for part in found] == [("text", What.CHANGED), ("goal", What.ADDED)]
    out = {**later, "goals": [{**goal, "archived": True, "progress": 0}]}
    (change,) = compare(later, out)
    assert change.what is What.TAKEN_OUT
    assert [(str(f.before), str(f.after)) for f in change.fields] == [("Der vi begynte", "Målet er nådd")]
    assert compare(later, later) == ()
    assert compare(later, EMPTY)[1].what is What.NOT_YET


def test_a_version_is_told_in_a_sentence() -> None:
    assert str(told(t("Endret mål: {title}", title="Ro"), "Kari")) == "Kari endret målet «Ro»"
    assert str(told(t("Noe nytt"), "Kari")) == "Kari: Noe nytt"
    kept = {"msgid": "Planen slik den var før møtet {day}", "params": {"day": "2026-12-03"}}
    assert str(told(change_of(kept), "Kari")) == "Kari tok vare på planen slik den var før møtet 3.12.2026"
