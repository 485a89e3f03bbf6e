"""Writes about people: one function per use case."""

from fellesplan.people.services.adding import (
    PersonData,
    add_representative,
    find_by_number,
    find_or_add,
    split_name,
)

__all__ = ["PersonData", "add_representative", "find_by_number", "find_or_add", "split_name"]
