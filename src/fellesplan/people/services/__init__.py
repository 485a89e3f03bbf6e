"""Writes about people: one function per use case."""

from fellesplan.people.services.adding import (
    PersonData,
    add_representative,
    find_by_number,
    find_or_add,
    split_name,
)
from fellesplan.people.services.mandates import NO_MANDATE, Mandate

__all__ = [
    "NO_MANDATE",
    "Mandate",
    "PersonData",
    "add_representative",
    "find_by_number",
    "find_or_add",
    "split_name",
]
