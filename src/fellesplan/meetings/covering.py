"""Who may be called: those in the plan, the person and those who act for the person; and what consent covers.

Calling somebody to a meeting already tells them something confidential, so it needs the same consent as
the minutes (helsepersonelloven § 22, forvaltningsloven § 13 a).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from fellesplan.consent import areas
from fellesplan.consent.queries import acting, live_grants
from fellesplan.kernel.text import Text, t
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Person, Representation
from fellesplan.people.policy import live_on
from fellesplan.people.protection import is_protected
from fellesplan.plans import states as plan_states
from fellesplan.plans.models import Participant


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be called. `key` is the id of the participant or the person it stands for.

    `barred` says why not, or is None.
    """

    key: UUID
    name: str
    role: str
    purpose: str
    participant: Participant | None = None
    person: Person | None = None
    is_subject: bool = False
    barred: Text | None = None


def candidates(person: Person, *, caller: UUID | None, days: Iterable[date]) -> tuple[Candidate, ...]:
    """Return everybody who can be called, the person first; consent must live on each of `days`.

    `caller` is the employee who leads the meeting, and is not called to it. Five queries at most.
    """
    wanted = list(days)
    family = {row.representative_id: row for row in acting(person, max(wanted))}
    rows = [row for row in _participants(person, wanted[0]) if row.private_person_id not in family]
    barred = uncovered(person, rows, wanted)
    found = (
        Candidate(person.pk, person.full_name, "", "", person=person, is_subject=True),
        *(_representative(row) for row in family.values()),
        *(_participant(row, barred.get(row.pk)) for row in rows if row.employee_id != caller or not caller),
    )
    return tuple(_concealed(person, one) for one in found) if is_protected(person) else found


def _concealed(person: Person, one: Candidate) -> Candidate:
    """Return the candidate with texts that do not tell where a protected person is; the rows as they are."""
    role, purpose, barred = concealed(person, (one.role, one.purpose, one.barred))
    return replace(one, role=role, purpose=purpose, barred=barred)


def uncovered(person: Person, rows: Iterable[Participant], days: Iterable[date]) -> dict[UUID, Text]:
    """Return why a participant cannot be called, by the participant's id."""
    shared = [_receivers(person, day) for day in dict.fromkeys(days)]
    open_to = frozenset.intersection(*shared) if shared else frozenset()
    return {row.pk: _why_not(row) for row in rows if (row.unit_id or row.private_person_id) not in open_to}


def why_for_subject(person: Person) -> str:
    """Return why the person is called; they need no reason."""
    return str(t("Møtet er om {name}", name=person.first_name))


def _receivers(person: Person, day: date) -> frozenset[UUID | None]:
    grants = live_grants(person, day).filter(area=areas.MINUTES)
    return frozenset(unit or whom for unit, whom in grants.values_list("unit_id", "recipient_id"))


def _participants(person: Person, day: date) -> "list[Participant]":
    rows = Participant.objects.filter(live_on(day), plan__person=person, ended_at__isnull=True)
    rows = rows.exclude(plan__state=plan_states.ENDED)
    return list(
        rows.select_related("employee", "unit", "private_person", "plan").order_by("valid_from", "id")
    )


def _representative(row: Representation) -> Candidate:
    kind = str(row.get_kind_display())
    return Candidate(
        row.representative_id, row.representative.full_name, kind, kind, person=row.representative
    )


def _participant(row: Participant, barred: Text | None) -> Candidate:
    role = ", ".join(filter(None, (row.role, row.unit.name if row.unit else "")))
    purpose = row.purpose or row.contribution or row.role
    return Candidate(row.pk, row.name, role, purpose, participant=row, barred=barred)


def _why_not(row: Participant) -> Text:
    if row.unit:
        return t(
            "{name} fra {unit} kan ikke kalles inn før dere har samtykke til å dele møter og referater med "
            "{unit}.",
            name=row.name,
            unit=row.unit.name,
        )
    return t(
        "{name} kan ikke kalles inn før dere har samtykke til å dele møter og referater med {name}.",
        name=row.name,
    )
