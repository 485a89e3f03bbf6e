"""Whether the one who answers may answer: by law, by age, by what is decided, and by a mandate that lives."""

from datetime import date

from fellesplan.consent.capacity import capacity_in_writing, lasts_to
from fellesplan.consent.circumstances import OWN, Circumstances, circumstances
from fellesplan.consent.data import ConsentData
from fellesplan.consent.facts import Capacity, ConsentLaw, Purpose
from fellesplan.consent.gathering import person_facts, role_of
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent
from fellesplan.consent.rules import who_may_consent
from fellesplan.consent.verdicts import ConsentVerdict, Role
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person, Representation

FOR_ONE_WITHOUT_CAPACITY = (
    Consent.Capacity.GUARDIAN,
    Consent.Capacity.NEXT_OF_KIN,
    Consent.Capacity.HEALTH_PERSONNEL,
    Consent.Capacity.FUTURE_PROXY,
)
_PARENTAL = frozenset({Role.PARENT, Role.PARENTS, Role.OTHER_HOLDERS})


def check_who(person: Person, data: ConsentData) -> dict[str, Text]:
    """Return what is wrong with who answers, by field. A no may come from anybody."""
    if data.answer == Consent.Answer.REFUSED:
        return {}
    law, age = consent_law(data.given_on), person.age(data.given_on)
    if age is not None and age >= law.adult and Consent.Purpose.CHILD_COORDINATOR in data.purposes:
        return {"purposes": _for_children(law.adult)}
    if data.capacity in OWN and (age is None or age < law.own):
        return _child_alone(data, age, law)
    if ended := _ended_mandate(person, data):
        return {"given_by_name": ended}
    around = circumstances(person, data.given_on)
    for purpose in data.purposes:
        if wrong := _for_purpose(person, purpose, data, around, law):
            return {"capacity": wrong}
    return {}


def _child_alone(data: ConsentData, age: int | None, law: ConsentLaw) -> dict[str, Text]:
    """A child alone says yes only from 12, for reasons that are written down (pbrl § 4-3 bokstav c)."""
    child_only = Consent.Purpose.CHILD_COORDINATOR in data.purposes or age is None or age < law.secrecy
    if child_only or data.form == Consent.Form.DIGITAL:
        return {"capacity": t("Andre samtykker for barn under {age} år.", age=law.own)}
    if not data.note.strip():
        return {"note": t("Skriv hvorfor barnet samtykker selv uten foreldrene.")}
    return {}


def _for_purpose(
    person: Person, purpose: str, data: ConsentData, around: Circumstances, law: ConsentLaw
) -> Text | None:
    facts = person_facts(person, purpose, around, data.given_on)
    grown = facts.age is not None and facts.age >= law.own
    if data.capacity in FOR_ONE_WITHOUT_CAPACITY and grown and facts.capacity is not Capacity.LACKING:
        return capacity_in_writing(Capacity.DOUBTED)[0].text
    verdict = who_may_consent(facts, law)
    role = role_of(data.capacity, person, law, data.given_on)
    return None if _may(role, verdict, grown=grown) else _not_the_one(verdict)


def _may(role: Role, verdict: ConsentVerdict, *, grown: bool) -> bool:
    if role in verdict.ask:
        return True
    unknown = not verdict.ask and not verdict.blocked
    if role in _PARENTAL:
        return unknown or grown or bool(_PARENTAL & set(verdict.ask))
    return False


def _not_the_one(verdict: ConsentVerdict) -> Text:
    """Say who answers instead, or why nobody can."""
    if verdict.blocked:
        return verdict.reasons[-1].text
    if verdict.missing:
        return verdict.missing[0].text
    who = verdict.ask[0].text
    for role in verdict.ask[1:]:
        who = t("{one} eller {other}", one=who, other=role.text)
    return t("Den du valgte, kan ikke svare her. Dette er den som kan svare: {who}.", who=who)


def _ended_mandate(person: Person, data: ConsentData) -> Text | None:
    """Return a message when the mandate of the one who answers has ended."""
    rows = Representation.objects.filter(person=person, kind__in=Representation.BY_MANDATE)
    held = [row for row in rows.select_related("representative") if _is_giver(row, data)]
    if not held or any(row.valid_to is None or row.valid_to >= data.given_on for row in held):
        return None
    last = max(row.valid_to for row in held if row.valid_to)
    return t(
        "Fullmakten til {name} gikk ut {day}. Be om en ny før du registrerer svaret.",
        name=data.given_by_name.strip(), day=f"{last.day}.{last.month}.{last.year}",
    )  # fmt: skip


def _is_giver(row: Representation, data: ConsentData) -> bool:
    if data.given_by:
        return row.representative_id == data.given_by.pk
    return row.representative.full_name.casefold() == data.given_by_name.strip().casefold()


def _for_children(age: int) -> Text:
    return t("Barnekoordinator gjelder til barnet fyller {age} år. Tilby koordinator i stedet.", age=age)


def lack_lasts_to(person: Person, purpose: str, on: date) -> date | None:
    """Return the last day it is decided that the person lacks capacity for a purpose, or None."""
    return lasts_to(circumstances(person, on).capacity, Purpose(purpose), on)
