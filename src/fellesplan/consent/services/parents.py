"""The parents are told what they need to fulfil parental responsibility, and the child is told so (§ 3-4)."""

from dataclasses import dataclass
from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.consent import queries
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import ParentalInformation
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person, Representation


@dataclass(frozen=True, kw_only=True)
class InformationData:
    """What the parents are told, why they must know it, and when it was given and the child was told."""

    text: str
    why_necessary: str
    given_on: date
    child_told_on: date | None


def inform_parents(*, actor: Actor, person: Person, data: InformationData) -> ParentalInformation:
    """Keep what the parents are told. The same sent twice is kept once. Raises InvalidInput by field."""
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    require(actor, "consent.register", person)
    if wrong := _wrong(person, data):
        raise InvalidInput(wrong)
    values = {
        "text": data.text.strip(), "why_necessary": data.why_necessary.strip(), "given_on": data.given_on,
        "child_told_on": data.child_told_on, "by_name": actor.name, "by_title": actor.title,
    }  # fmt: skip
    again = ParentalInformation.objects.filter(person=person, **values).first()
    if again:
        return again
    row = ParentalInformation.objects.create(
        municipality_id=person.municipality_id, person=person, written_at=clock.now(), **values
    )
    audit.changed(actor, "parental_information.give", row, subject=person.pk, fields=["text"])
    return row


def _wrong(person: Person, data: InformationData) -> dict[str, Text]:
    today, wrong = clock.today(), {}
    law, age = consent_law(today), person.age(today)
    if age is not None and age >= law.adult:
        wrong["text"] = t("Foreldrene har ingen rett til innsyn etter at barnet er {age} år.", age=law.adult)
    elif not _has_parents(person, today):
        wrong["text"] = t("Ingen foreldre er registrert. Registrer hvem som har foreldreansvaret, først.")
    elif not data.text.strip():
        wrong["text"] = t("Skriv det foreldrene får vite.")
    if not data.why_necessary.strip():
        wrong["why_necessary"] = t("Skriv hvorfor foreldrene må vite det.")
    if data.child_told_on is None:
        wrong["child_told_on"] = t("Skriv når barnet fikk vite at foreldrene får denne informasjonen.")
    elif data.child_told_on > today:
        wrong["child_told_on"] = t("Skriv en dag som ikke ligger fram i tid.")
    if data.given_on > today:
        wrong["given_on"] = t("Skriv en dag som ikke ligger fram i tid.")
    return wrong


def _has_parents(person: Person, today: date) -> bool:
    return queries.representations(person, today).filter(kind__in=Representation.PARENTAL).exists()
