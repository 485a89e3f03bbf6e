"""Generated documentation is what the code says now."""

from pathlib import Path

from fellesplan.access import reference
from fellesplan.kernel import states

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_the_matrix_is_current() -> None:
    assert (DOCS / "reference" / "matrix.md").read_text() == reference.page()


def test_the_state_diagrams_are_current() -> None:
    written = {path.stem: path.read_text() for path in (DOCS / "states").glob("*.md")}
    assert written == states.diagrams()
