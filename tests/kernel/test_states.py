"""Every state x event of every table: the target, or a refusal with its sentence."""

from itertools import product

import pytest

from fellesplan.kernel import states
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.states import StateTable, move
from fellesplan.kernel.text import t


def _tables() -> list[StateTable]:
    return [states.table(name) for name in states.diagrams()]


PAIRS = [(table, state, event) for table in _tables() for state, event in product(table.states, table.events)]


@pytest.mark.parametrize(
    ("table", "state", "event"), PAIRS, ids=[f"{table.name}-{state}-{event}" for table, state, event in PAIRS]
)
def test_an_event_leads_to_its_target_or_is_refused_in_words(
    table: StateTable, state: str, event: str
) -> None:
    targets = {m.target for m in table.transitions if m.event == event and state in m.sources}
    assert table.allows(state, event) is bool(targets)
    if targets:
        assert {table.after(state, event)} == targets
    else:
        with pytest.raises(Refused) as refusal:
            table.after(state, event)
        assert str(table.states[state]) in str(refusal.value.text)


@pytest.mark.parametrize("table", _tables(), ids=lambda table: table.name)
def test_every_state_can_be_reached(table: StateTable) -> None:
    reached = {table.initial}
    for _ in table.states:
        reached |= {m.target for m in table.transitions if m.sources & reached}
    assert reached == set(table.states)


def test_a_table_with_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="without a text"):
        StateTable("X", "a", {"a": t("A")}, (move("go", "a", "b"),))


def test_a_table_with_two_ways_out_on_one_event_is_refused() -> None:
    texts = {name: t(name) for name in "abc"}
    with pytest.raises(ValueError, match="two moves"):
        StateTable("X", "a", texts, (move("go", "a", "b"), move("go", "a", "c")))


def test_the_diagram_shows_each_move() -> None:
    table = StateTable("X", "a", {"a": t("Her"), "b": t("Der")}, (move("go", "a", "b"),))
    assert table.mermaid().splitlines() == [
        "stateDiagram-v2",
        "    [*] --> a",
        "    a: Her",
        "    b: Der",
        "    a --> b: go",
    ]
