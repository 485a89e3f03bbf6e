"""Several cases go from one caseworker to another at once, such as when somebody is away."""

from collections.abc import Sequence
from uuid import UUID

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases.models import Case
from fellesplan.cases.services import journal
from fellesplan.cases.services.wording import archived
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t
from fellesplan.people.models import Employee

AT_MOST = 200
"""So many cases are handed over in one go: one transaction, with an entry in the journal of each."""


def hand_over(*, actor: Actor, cases: Sequence[UUID], to: Employee, note: str) -> int:
    """Give the cases the actor may handle to a caseworker; returns how many changed hands.

    Those that `to` has already are left alone, so twice is once. Raises InvalidInput without a note.
    """
    if not note.strip():
        raise InvalidInput({"note": t("Skriv hvorfor sakene gis videre. Det står i journalen i hver sak.")})
    rows = visible(actor, "case.handle", Case).filter(pk__in=cases[:AT_MOST])
    held = rows.select_related("municipality", "caseworker").select_for_update(of=("self",)).order_by("pk")
    moved = [case for case in held if case.caseworker_id != to.pk]
    for case in moved:
        _give(actor, case, to, note.strip())
    return len(moved)


def _give(actor: Actor, case: Case, to: Employee, note: str) -> None:
    case.caseworker = to
    case.save(update_fields=["caseworker"])
    title = archived(t("Ny saksbehandler: {name}", name=to.name), case.municipality)
    journal.add(
        case=case, direction="note", title=title[:200],
        public_title="Ny saksbehandler", author=actor.name, text=note,
    )  # fmt: skip
    audit.changed(actor, "case.handle", case, subject=case.person_id, fields=["caseworker"])
