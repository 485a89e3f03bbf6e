"""A case ends: with a reason, and with the day it ended. Nothing is deleted."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.facts import facts_of
from fellesplan.cases.happenings import CaseClosed
from fellesplan.cases.models import Case
from fellesplan.cases.services import journal, progress
from fellesplan.cases.services.wording import archived
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t

DECEASED = "deceased"
REASONS = {
    "said_no": t("Personen ønsker ikke koordinator eller plan"),
    "refused": t("Svaret var nei, og klagefristen er ute"),
    "no_need": t("Personen trenger ikke dette lenger"),
    "moved": t("Personen har flyttet til en annen kommune"),
    DECEASED: t("Personen er død"),
    "twice": t("Personen er registrert to ganger"),
    "mistake": t("Meldingen var sendt ved en feil"),
}


def close(*, actor: Actor, case: Case, reason: str, note: str = "") -> Case:
    """End the case. Raises InvalidInput for an unknown reason, Refused while there is a coordinator.

    When the person has died, coordinator and plan end together with the case (`processes.deaths`).
    """
    require(actor, "case.handle", case)
    if reason not in REASONS:
        raise InvalidInput({"reason": t("Velg hvorfor saken avsluttes.")})
    if reason == DECEASED and case.person.deceased_on is None:
        raise InvalidInput({"reason": t("Registrer dødsfallet på siden til personen først.")})
    row = progress.lock(case)
    if reason != DECEASED and facts_of(row).appointed_on:
        raise Refused(t("{name} har koordinator. Avslutt oppnevningen først.", name=row.person.first_name))
    progress.move(actor=actor, case=case, event="closed", note=archived(REASONS[reason], row.municipality))
    text = "\n\n".join(part for part in (archived(REASONS[reason], row.municipality), note.strip()) if part)
    journal.add(
        case=row,
        direction="note",
        title=archived(t("Saken er avsluttet"), row.municipality),
        author=actor.name,
        text=text,
    )
    announce(CaseClosed(actor=actor, case=row, reason=reason))
    return case
