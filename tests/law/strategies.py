"""Facts drawn for any question from the fields it says it takes."""

from datetime import date

from hypothesis import strategies as st

from fellesplan.processes.law_questions.fields import Field, Kind, municipalities
from fellesplan.processes.law_questions.question import Question

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
ISO = DAYS.map(date.isoformat)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def value(field: Field) -> st.SearchStrategy[object]:
    """Return what a field may hold."""
    if field.options:
        one = st.sampled_from([option.value for option in field.options])
        return one if field.kind is Kind.CHOICE else st.lists(one, unique=True)
    return {
        Kind.DAY: ISO,
        Kind.FLAG: st.booleans(),
        Kind.ANSWER: st.booleans() | st.none(),
        Kind.COUNT: st.integers(field.least, min(field.most, field.least + 300)),
        Kind.MUNICIPALITY: st.sampled_from(municipalities()),
        Kind.SERVICES: st.lists(st.fixed_dictionaries({"name": st.text("abc", min_size=1)}), max_size=3),
    }[field.kind]


def facts(question: Question) -> st.SearchStrategy[dict[str, object]]:
    """Return facts of the right types, of which some are left out; they may still be impossible together."""
    needed = {field.name: value(field) for field in question.fields if field.required}
    others = {field.name: value(field) for field in question.fields if not field.required}
    return st.fixed_dictionaries(needed, optional={**others, "on": ISO})
