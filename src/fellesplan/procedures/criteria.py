"""Kriteriene for en rett: lovens først, så kommunens egne, som bare er veiledende."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from fellesplan.kernel.text import Text
from fellesplan.procedures import law
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.profile import Rule
from fellesplan.procedures.sentences import say
from fellesplan.procedures.values import DATA, read_toml, tables
from fellesplan.procedures.wording import Wording


class Right(StrEnum):
    """Rettigheten som vurderes."""

    PLAN = "plan"
    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"


class AnswerKind(StrEnum):
    """Slags svar."""

    BOOL = "bool"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Criterion:
    """Et spørsmål til saksbehandleren. `statement` says what a yes means; `advisory`: it never decides."""

    key: str
    question: Text
    help: Text
    statement: Text
    kind: AnswerKind
    source: str
    legal_status: str
    advisory: bool = False


def criteria(procedure: Procedure, right: Right | str, on: date) -> tuple[Criterion, ...]:
    """Return the questions for a right; empty when the right did not exist on the day."""
    chosen = Right(right)
    statutory = tuple(_statutory(row, chosen, on) for row in _rows(chosen, on))
    return (*statutory, *_advisory(procedure, chosen)) if statutory else ()


def _rows(right: Right, on: date) -> tuple[Mapping[str, object], ...]:
    rows = tables(read_toml(DATA / "texts" / "criteria.toml"), "criterion")
    return tuple(row for row in rows if (id := _law_id(row, right)) and law.applies(id, on))


def _law_id(row: Mapping[str, object], right: Right) -> str:
    ids = row["law"]
    return str(ids.get(right.value, "")) if isinstance(ids, Mapping) else ""


def _statutory(row: Mapping[str, object], right: Right, on: date) -> Criterion:
    rule = law.rule(_law_id(row, right), on)
    question, help_, statement = _texts(str(row["key"]))
    kind = AnswerKind(str(row.get("kind", "bool")))
    return Criterion(str(row["key"]), question.text, help_.text, statement.text, kind, rule.reference, "law")


@cache
def _texts(key: str) -> tuple[Wording, Wording, Wording]:
    rows = tables(read_toml(DATA / "texts" / "criteria.toml"), "criterion")
    row = next(row for row in rows if row["key"] == key)
    question, help_, statement = (_wording(row[name]) for name in ("question", "help", "statement"))
    return question, help_, statement


def _wording(raw: object) -> Wording:
    return Wording.from_data(raw if isinstance(raw, Mapping) else {})


def _advisory(procedure: Procedure, right: Right) -> tuple[Criterion, ...]:
    """The municipality's own criteria; a child coordinator has none beside the law's."""
    if right is Right.CHILD_COORDINATOR:
        return ()
    found = []
    if rule := procedure.find("criterion.min_services"):
        found.append(_local(rule, "min_services", AnswerKind.NUMBER, say("min_services_question")))
    if rule := procedure.find("criterion.also_if"):
        found.append(_local(rule, "municipal_and_hospital", AnswerKind.BOOL, say("also_if_question")))
    return tuple(found)


def _local(rule: Rule, key: str, kind: AnswerKind, question: Text) -> Criterion:
    law_beside = say("no_number_in_law")
    return Criterion(
        key, question, law_beside, rule.text, kind, rule.source, rule.legal_status, advisory=True
    )
