"""It is decided that a person lacks capacity: in writing, with reasons, for some purposes (pbrl § 4-3)."""

from dataclasses import dataclass
from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.consent import queries
from fellesplan.consent.happenings import CapacityChanged
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import CapacityAssessment, Consent, ConsentGrant
from fellesplan.consent.services.who import FOR_ONE_WITHOUT_CAPACITY
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person

_FIELDS = ("covers", "decided_on", "reason", "valid_to")
_FOR_YOUTH = (Consent.Capacity.ONE_PARENT, Consent.Capacity.BOTH_PARENTS, Consent.Capacity.OTHER_PARENTAL,
              Consent.Capacity.CHILD_WELFARE)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CapacityData:
    """A decision as it was written. `covers`: codes of `Consent.Purpose`. Civil days."""

    covers: tuple[str, ...]
    decided_on: date
    decided_by_name: str
    decided_by_title: str
    decided_by_unit: str
    reason: str
    valid_to: date
    shown_to_person_on: date | None = None
    shown_to_kin_on: date | None = None
    why_not_shown: str = ""


def register_capacity(*, actor: Actor, person: Person, data: CapacityData) -> CapacityAssessment:
    """Keep a decision that the person lacks capacity. The same sent twice is kept once.

    Raises InvalidInput by field.
    """
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    require(actor, "consent.register", person)
    if wrong := _wrong(person, data):
        raise InvalidInput(wrong)
    values = {
        "covers": list(data.covers), "decided_on": data.decided_on, "reason": data.reason.strip(),
        "decided_by_name": data.decided_by_name.strip(), "decided_by_title": data.decided_by_title.strip(),
        "decided_by_unit": data.decided_by_unit.strip(), "valid_to": data.valid_to,
        "shown_to_person_on": data.shown_to_person_on, "shown_to_kin_on": data.shown_to_kin_on,
        "why_not_shown": data.why_not_shown.strip(),
    }  # fmt: skip
    again = CapacityAssessment.objects.filter(person=person, ended_at__isnull=True, **values).first()
    if again:
        return again
    row = CapacityAssessment.objects.create(
        municipality_id=person.municipality_id, person=person, registered_by_id=actor.employee,
        registered_at=clock.now(), **values,
    )  # fmt: skip
    audit.changed(actor, "capacity.register", row, subject=person.pk, fields=_FIELDS)
    announce(CapacityChanged(actor, person=person))
    return row


def end_capacity(*, actor: Actor, assessment: CapacityAssessment) -> int:
    """The person has capacity again: what others have said yes to on the person's behalf ends at once.

    Returns how many answers were closed; they are asked of the person anew. Twice changes nothing.
    """
    rows = CapacityAssessment.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.get(pk=assessment.pk)
    require(actor, "consent.register", row.person)
    if row.ended_at is not None:
        return 0
    row.ended_at, row.ended_by_name = clock.now(), actor.name
    row.save(update_fields=["ended_at", "ended_by_name"])
    audit.changed(actor, "capacity.end", row, subject=row.person_id, fields=["ended_at"])
    closed = _close(actor, row)
    announce(CapacityChanged(actor, person=row.person))
    return closed


def _close(actor: Actor, assessment: CapacityAssessment) -> int:
    rows = queries.live_rows(assessment.person, clock.today()).filter(
        purpose__in=assessment.covers, given_on__gte=assessment.decided_on,
        capacity__in=(*FOR_ONE_WITHOUT_CAPACITY, *_FOR_YOUTH),
    ).exclude(purpose=Consent.Purpose.CHILD_COORDINATOR)  # fmt: skip
    found = list(rows)
    ended = {"withdrawn_at": clock.now(), "withdrawn_by_name": actor.name}
    ConsentGrant.objects.filter(consent__in=found, withdrawn_at__isnull=True).update(**ended)
    for row in found:
        row.withdrawn_at, row.withdrawn_by_name = clock.now(), actor.name
        row.save(update_fields=["withdrawn_at", "withdrawn_by_name"])
        audit.changed(actor, "consent.withdraw", row, subject=row.person_id, fields=["withdrawn_at"])
    return len(found)


def _wrong(person: Person, data: CapacityData) -> dict[str, Text]:
    return {**_whom(person, data), **_who(data), **_days(data), **_shown(data)}


def _whom(person: Person, data: CapacityData) -> dict[str, Text]:
    law, age = consent_law(data.decided_on), person.age(data.decided_on)
    if age is None or age < law.own:
        text = t("Andre samtykker for barn under {age} år. Da trengs ingen slik avgjørelse.", age=law.own)
        return {"covers": text}
    if not data.covers or set(data.covers) - set(Consent.Purpose.values):
        return {"covers": t("Velg hva personen ikke kan avgjøre selv.")}
    return {}


def _who(data: CapacityData) -> dict[str, Text]:
    missing = {
        "decided_by_name": t("Skriv hvem som har avgjort det."),
        "decided_by_title": t("Skriv stillingen til den som har avgjort det."),
        "decided_by_unit": t("Skriv hvor den som har avgjort det, arbeider."),
        "reason": t("Skriv begrunnelsen. Uten den gjelder ikke avgjørelsen."),
    }
    return {name: text for name, text in missing.items() if not str(getattr(data, name)).strip()}


def _days(data: CapacityData) -> dict[str, Text]:
    today = clock.today()
    if data.decided_on > today:
        return {"decided_on": t("Skriv en dag som ikke ligger fram i tid.")}
    if data.valid_to < data.decided_on:
        return {"valid_to": t("Avgjørelsen kan ikke slutte før den er tatt.")}
    if data.valid_to < today:
        return {"valid_to": t("Velg en dag som ikke er over.")}
    return {}


def _shown(data: CapacityData) -> dict[str, Text]:
    """The decision shall if possible be shown to the person and the next of kin at once (fjerde ledd)."""
    today, wrong = clock.today(), {}
    for name in ("shown_to_person_on", "shown_to_kin_on"):
        day = getattr(data, name)
        if day and not data.decided_on <= day <= today:
            wrong[name] = t("Velg en dag etter at avgjørelsen ble tatt, og ikke fram i tid.")
    if not (data.shown_to_person_on and data.shown_to_kin_on) and not data.why_not_shown.strip():
        wrong["why_not_shown"] = t(
            "Skriv hvorfor avgjørelsen ikke er lagt fram for både personen og nærmeste pårørende."
        )
    return wrong
