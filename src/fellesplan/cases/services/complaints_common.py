"""What every step of a complaint goes through: lock, access, move by the state table, history and log."""

from typing import Any

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.complaint_states import COMPLAINT
from fellesplan.cases.models import Case, Complaint, ComplaintState
from fellesplan.cases.services import progress
from fellesplan.cases.versions import Stale, StalePart
from fellesplan.documents.uploads import Upload

RELATED = ("case__municipality", "case__person", "case__caseworker", "prepared_by")


def locked(actor: Actor, action: str, complaint: Complaint) -> Complaint:
    """Return the complaint with its case held for the rest of the transaction; raises NotAllowed."""
    require(actor, action, complaint)
    case = progress.lock(Case(pk=complaint.case_id))
    row = Complaint.objects.select_for_update(of=("self",)).select_related("prepared_by")
    found = row.get(pk=complaint.pk)
    found.case = case
    return found


def unchanged(row: Complaint, version: int | None) -> None:
    """Raise Stale when somebody has changed the complaint since `version` was read."""
    if version is not None and version != row.version:
        by = row.prepared_by.name if row.prepared_by else ""
        theirs = {"planned": row.planned, "statement": row.statement}
        raise Stale(StalePart("complaint", theirs, by))


def move(actor: Actor, row: Complaint, event: str, note: str = "", /, *, action: str, **values: Any) -> None:
    """Move the held complaint by an event, with what else changes; raises Refused if it may not now."""
    row.state = COMPLAINT.after(row.state, event)
    keep(actor, row, event, note)
    change(actor, row, action=action, state=row.state, **values)
    progress.refresh(row.case)


def change(actor: Actor, row: Complaint, *, action: str, **values: Any) -> None:
    """Change fields of the held complaint, and log their names."""
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*values, "version"])
    audit.changed(actor, action, row, subject=row.case.person_id, fields=[*values])


def keep(actor: Actor, row: Complaint, event: str, note: str = "") -> None:
    """Add the row that tells which event brought the complaint where it is."""
    ComplaintState.objects.create(
        municipality_id=row.municipality_id, complaint=row, event=event, state=row.state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip


__all__ = ["RELATED", "Upload", "change", "keep", "locked", "move", "unchanged"]
