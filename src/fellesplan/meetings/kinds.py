"""What the municipality's procedure says about meetings: what they are called, and which comes first."""

from dataclasses import dataclass

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.loader import Procedure

_INVITED_ONE_BY_ONE = frozenset({"purpose_for_each", "fixed_coordinator_and_person"})


@dataclass(frozen=True)
class MeetingKind:
    """A kind of meeting the municipality has."""

    key: str
    name: Text


@dataclass(frozen=True)
class Proposal:
    """The kind to begin with; `why` and `source` are empty when the procedure says nothing about it."""

    key: str
    why: Text | None = None
    source: str = ""


def kinds(following: Procedure) -> tuple[MeetingKind, ...]:
    """Return the municipality's kinds of meeting, in its order."""
    rows = following.rows("meetings.types")
    return tuple(MeetingKind(str(row["key"]), Text(str(row["nb"]))) for row in rows)


def kind_name(following: Procedure, key: str) -> Text:
    """Return what a kind of meeting is called, also one that the procedure no longer has."""
    return next((kind.name for kind in kinds(following) if kind.key == key), t("Møte"))


def name_in(following: Procedure, key: str, language: str) -> str:
    """Return the name in `nb`, `nn` or `en`, for a document."""
    rows = {str(row["key"]): row for row in following.rows("meetings.types")}
    fallback = {"en": "Meeting"}.get(language, "Møte")
    return str(rows[key].get(language, rows[key]["nb"])) if key in rows else fallback


def proposal(following: Procedure, had: frozenset[str]) -> Proposal:
    """Return the kind to call now, given the kinds the person has had: the procedure's first one first."""
    offered = [kind.key for kind in kinds(following)]
    rule = following.find("meetings.first")
    first = following.word("meetings.first")
    if rule and first in offered and first not in had:
        return Proposal(first, Text(rule.wording.nb), rule.source)
    later = [key for key in offered if key != first]
    return Proposal(next(iter(later or offered), ""))


def invites_all(following: Procedure) -> bool:
    """Return whether everybody in the plan is called as a rule, not each only when needed."""
    return not _INVITED_ONE_BY_ONE & set(following.choices("meetings.practice"))


def practice(following: Procedure) -> Text | None:
    """Return what the municipality itself says about its meetings."""
    rule = following.find("meetings.practice")
    return Text(rule.wording.nb) if rule else None
