"""Two texts word by word: what stands in both, what was put in and what was taken out. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
MOST_WORDS = 4000
"""Longer texts are compared line by line, so that no text can keep the server busy."""


class PieceKind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """A run of text in both versions, or in one of them."""

    kind: PieceKind
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces as read: without the removed ones they are `after`, without the added `before`.

    What is taken out stands before what is put in at the same place.
    """
    long = max(len(before), len(after)) > MOST_WORDS * 6
    split = _LINES if long else _WORDS
    old, new = split.findall(before), split.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return tuple(_whole(before, after))
    return tuple(_joined(_steps(old, new)))


def _steps(old: list[str], new: list[str]) -> Iterator[Piece]:
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            yield Piece(PieceKind.SAME, "".join(old[a:b]))
        else:
            yield from _whole("".join(old[a:b]), "".join(new[c:d]))


def _whole(before: str, after: str) -> Iterator[Piece]:
    if before == after:
        yield Piece(PieceKind.SAME, before)
        return
    if before:
        yield Piece(PieceKind.REMOVED, before)
    if after:
        yield Piece(PieceKind.ADDED, after)


def _joined(steps: Iterator[Piece]) -> Iterator[Piece]:
    """Join what only a space divides, so that a new sentence is read as one and not word by word."""
    held: list[Piece] = []
    for piece in steps:
        bridge = piece.kind is PieceKind.SAME and not piece.text.strip()
        if bridge and held and "\n" not in piece.text:
            held += [Piece(PieceKind.REMOVED, piece.text), Piece(PieceKind.ADDED, piece.text)]
        elif piece.kind is PieceKind.SAME:
            yield from _folded(held)
            held = []
            if piece.text:
                yield piece
        else:
            held.append(piece)
    yield from _folded(held)


def _folded(held: list[Piece]) -> Iterator[Piece]:
    before = "".join(piece.text for piece in held if piece.kind is PieceKind.REMOVED)
    after = "".join(piece.text for piece in held if piece.kind is PieceKind.ADDED)
    shared = _ending(before, after)
    yield from _whole(before[: len(before) - shared], after[: len(after) - shared])
    if shared:
        yield Piece(PieceKind.SAME, after[-shared:])


def _ending(before: str, after: str) -> int:
    """Return how many blanks both end with: they belong to the text that follows."""
    count = 0
    while count < min(len(before), len(after)) and before[-count - 1] == after[-count - 1] in " \t":
        count += 1
    return count
