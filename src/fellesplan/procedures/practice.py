"""Små oppslag i prosedyren: vedlegg til meldingen, og om et verktøy gir en individuell plan."""

from dataclasses import dataclass

from fellesplan.kernel.text import Text
from fellesplan.procedures.loader import Procedure

_PLAN = "individuell_plan"


@dataclass(frozen=True, slots=True)
class Attachment:
    """Vedlegg som kommunen krever, f.eks. fullmakt."""

    kind: str
    text: Text
    source: str
    legal_status: str


def attachments_required(procedure: Procedure, reporter_kind: str) -> tuple[Attachment, ...]:
    """Return what a reporter must attach. `reporter_kind`: an option of the key `who_may_report`."""
    rule = procedure.find("referral.attachments")
    if rule is None:
        return ()
    return tuple(
        Attachment(str(row["attachment"]), rule.text, rule.source, rule.legal_status)
        for row in procedure.rows(rule.key)
        if not _spared(row.get("unless"), reporter_kind)
    )


def _spared(unless: object, reporter_kind: str) -> bool:
    return isinstance(unless, tuple) and reporter_kind in unless


def tools(procedure: Procedure) -> tuple[str, ...]:
    """Return the tools a person may choose: the plan always, then the municipality's alternatives."""
    return (_PLAN, *procedure.choices("plan.alternatives"))


def receives_plan(tool: str) -> bool:
    """Return whether the tool is an individual plan, with all that § 9 of the regulation demands."""
    return tool == _PLAN
