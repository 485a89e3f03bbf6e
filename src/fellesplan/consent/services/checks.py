"""What an answer must hold before it can be kept."""

from datetime import date

from fellesplan.consent.capacity import capacity_in_writing
from fellesplan.consent.data import ConsentData
from fellesplan.consent.facts import Capacity
from fellesplan.consent.gathering import renew_from, role_of
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person

OWN = (Consent.Capacity.SELF, Consent.Capacity.SELF_IMPLIED)
FOR_ONE_WITHOUT_CAPACITY = (
    Consent.Capacity.GUARDIAN,
    Consent.Capacity.NEXT_OF_KIN,
    Consent.Capacity.HEALTH_PERSONNEL,
)


def check(person: Person, data: ConsentData, today: date) -> None:
    """Raise InvalidInput with what to put right, by field."""
    wrong = {**_scope(data), **_days(data, today), **_heard(person, data, today), **_capacity(person, data)}
    if not data.given_by_name.strip():
        wrong["given_by_name"] = t("Skriv navnet på den som svarer.")
    if wrong:
        raise InvalidInput(wrong)


def _scope(data: ConsentData) -> dict[str, Text]:
    given = data.answer == Consent.Answer.GIVEN
    if not data.purposes:
        return {"purposes": t("Velg minst én ting svaret gjelder.")}
    if given and Consent.Purpose.SHARING in data.purposes and not data.shares:
        return {"shares": t("Velg hvem opplysningene kan deles med.")}
    if given and any(not share.areas for share in data.shares):
        return {"areas": t("Velg hvilke opplysninger som kan deles.")}
    return {}


def _days(data: ConsentData, today: date) -> dict[str, Text]:
    if data.given_on > today:
        return {"given_on": t("Skriv dagen svaret ble gitt. Den kan ikke ligge fram i tid.")}
    if data.valid_to and data.valid_to < data.given_on:
        return {"valid_to": t("Samtykket kan ikke slutte før det er gitt.")}
    return {}


def _heard(person: Person, data: ConsentData, today: date) -> dict[str, Text]:
    """Demand what the child thinks when others say yes for it (pbrl § 4-4 femte ledd)."""
    law, age = consent_law(today), person.age(today)
    must = age is not None and law.heard <= age < law.own and data.capacity not in OWN
    if not must or data.answer == Consent.Answer.REFUSED or data.child_heard.strip():
        return {}
    text = t(
        "Barnet er {age} år og skal høres. Skriv hva barnet mener, eller hvorfor det ikke er hørt.",
        age=age,
    )
    return {"child_heard": text}


def _capacity(person: Person, data: ConsentData) -> dict[str, Text]:
    """Demand what lets another than the usual giver say yes. A no may come from anybody.

    A child alone says yes only from 12, for reasons that are written down (pbrl § 4-3 første ledd bokstav c);
    others answer for one who has turned 16 only when the lack of capacity is decided (fjerde ledd).
    """
    if data.answer == Consent.Answer.REFUSED:
        return {}
    law, age = consent_law(data.given_on), person.age(data.given_on)
    if age is not None and age >= law.adult and Consent.Purpose.CHILD_COORDINATOR in data.purposes:
        return {"purposes": _for_children(law.adult)}
    if data.capacity in OWN and (age is None or age < law.own):
        child_only = Consent.Purpose.CHILD_COORDINATOR in data.purposes or age is None or age < law.secrecy
        if child_only or data.form == Consent.Form.DIGITAL:
            return {"capacity": t("Andre samtykker for barn under {age} år.", age=law.own)}
        if not data.note.strip():
            return {"note": t("Skriv hvorfor barnet samtykker selv uten foreldrene.")}
    for_others = data.capacity in FOR_ONE_WITHOUT_CAPACITY and age is not None and age >= law.own
    if for_others and not data.lacks_capacity:
        return {"lacks_capacity": capacity_in_writing(Capacity.DOUBTED)[0].text}
    return {}


def _for_children(age: int) -> Text:
    return t("Barnekoordinator gjelder til barnet fyller {age} år. Tilby koordinator i stedet.", age=age)


def last_day(person: Person, purpose: str, data: ConsentData, today: date) -> date | None:
    """Return the last day the answer holds: as asked for, but never past the day somebody else must answer.

    Raises Refused when that day has already come.
    """
    law = consent_law(today)
    role = role_of(data.capacity, person, law, today)
    others = renew_from(person, purpose, role, law, lacks_capacity=data.lacks_capacity)
    if others is None or data.answer == Consent.Answer.REFUSED:
        return data.valid_to
    if others <= data.given_on:
        raise Refused(_too_late(purpose, law.own, law.adult))
    end = date.fromordinal(others.toordinal() - 1)
    return min(end, data.valid_to) if data.valid_to else end


def _too_late(purpose: str, own: int, adult: int) -> Text:
    if purpose == Consent.Purpose.CHILD_COORDINATOR:
        return t(
            "Barnekoordinator gjelder til barnet fyller {age} år. Spør om koordinator i stedet.", age=adult
        )
    return t("Fra {age} år svarer ungdommen selv. Registrer svaret fra ungdommen.", age=own)
