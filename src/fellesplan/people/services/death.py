"""A death is registered, and taken back when it was wrong.

Nothing is deleted: whoever has access by representation, appointment or participation has it to a living
person only (`people.policy.acts_on`, `coordinators.policy.held_on`, `plans.policy.live_participations`).
"""

from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.happenings import DeathUndone, PersonDied
from fellesplan.people.models import Person
from fellesplan.people.services.locks import keep_history, locked


def register(*, actor: Actor, person: Person, on: date, source: str) -> Person:
    """Write down when the person died and where it is known from. Raises InvalidInput by field."""
    row = locked(person)
    require(actor, "person.deceased", row)
    wrong: dict[str, Text] = {}
    if on > clock.today():
        wrong["died_on"] = t("Skriv dagen personen døde. Den kan ikke ligge fram i tid.")
    elif row.birth_date and on < row.birth_date:
        wrong["died_on"] = t("Dagen kan ikke være før personen ble født.")
    if not source.strip():
        wrong["source"] = t("Skriv hvor dere har det fra, for eksempel Folkeregisteret.")
    if wrong:
        raise InvalidInput(wrong)
    if row.deceased_on == on:
        return row
    first = row.deceased_on is None
    row.deceased_on = on
    row.save(update_fields=["deceased_on"])
    keep_history(actor, row, "died", on.isoformat(), source.strip())
    audit.changed(actor, "person.deceased", row, subject=row.pk, fields=["deceased_on"])
    if first:
        announce(PersonDied(actor, person=row))
    return row


def undo(*, actor: Actor, person: Person, reason: str) -> Person:
    """Take back a death that was registered by mistake; who had access, has it again. Twice is once."""
    row = locked(person)
    require(actor, "person.deceased", row)
    if row.deceased_on is None:
        return row
    if not reason.strip():
        raise InvalidInput({"reason": t("Skriv hva som var feil.")})
    row.deceased_on = None
    row.save(update_fields=["deceased_on"])
    keep_history(actor, row, "death_undone", note=reason.strip())
    audit.changed(actor, "person.deceased", row, subject=row.pk, fields=["deceased_on"])
    announce(DeathUndone(actor, person=row))
    return row
