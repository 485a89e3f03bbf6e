"""State tables: the only way a status moves. Pure; storage is `access.models.StateRow`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import Text, t


@dataclass(frozen=True)
class Transition:
    """One lawful move: `event` takes any of `sources` to `target`."""

    event: str
    sources: frozenset[str]
    target: str


@dataclass(frozen=True)
class StateTable:
    """All states of one thing, its first state, and every lawful move between them."""

    name: str
    initial: str
    states: Mapping[str, Text]
    transitions: tuple[Transition, ...]

    def __post_init__(self) -> None:
        named = {s for move in self.transitions for s in (*move.sources, move.target)} | {self.initial}
        if unknown := named - set(self.states):
            raise ValueError(f"{self.name}: states without a text: {sorted(unknown)}")
        seen: set[tuple[str, str]] = set()
        for move in self.transitions:
            for source in move.sources:
                if (source, move.event) in seen:
                    raise ValueError(f"{self.name}: {source} has two moves on {move.event}")
                seen.add((source, move.event))

    @property
    def events(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(move.event for move in self.transitions))

    def allows(self, state: str, event: str) -> bool:
        """Return whether `event` may happen in `state`."""
        return any(move.event == event and state in move.sources for move in self.transitions)

    def after(self, state: str, event: str) -> str:
        """Return the state that `event` leads to; raises Refused if it may not happen now."""
        for move in self.transitions:
            if move.event == event and state in move.sources:
                return move.target
        raise Refused(t("Dette kan ikke gjøres nå. Status er «{status}».", status=self.states[state]))

    def mermaid(self) -> str:
        """Return the table as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f"    {state}: {label}" for state, label in self.states.items()]
        for move in self.transitions:
            lines += [f"    {source} --> {move.target}: {move.event}" for source in sorted(move.sources)]
        return "\n".join(lines) + "\n"


def move(event: str, sources: str | Iterable[str], target: str) -> Transition:
    """Return a transition; `sources` is one state or several."""
    return Transition(event, frozenset([sources] if isinstance(sources, str) else sources), target)


_tables: dict[str, StateTable] = {}


def register(table: StateTable) -> StateTable:
    """Make a table known to the generated documentation; returns it."""
    _tables[table.name] = table
    return table


def table(name: str) -> StateTable:
    """Return a registered table."""
    return _tables[name]


def diagrams() -> dict[str, str]:
    """Return every registered table as a Markdown page with its diagram: {name: text}."""
    return {
        name: f"# {name}\n\n```mermaid\n{table.mermaid()}```\n" for name, table in sorted(_tables.items())
    }
