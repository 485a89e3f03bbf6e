"""What an answer must hold before it can be kept."""

from datetime import date

from fellesplan.consent.areas import BESIDES_LIFE_AREAS
from fellesplan.consent.circumstances import OWN
from fellesplan.consent.data import ConsentData
from fellesplan.consent.facts import ConsentLaw
from fellesplan.consent.gathering import renew_from, role_of
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent
from fellesplan.consent.services.who import check_who, lack_lasts_to
from fellesplan.consent.verdicts import Role
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person
from fellesplan.procedures import loader


def check(person: Person, data: ConsentData, today: date) -> None:
    """Raise InvalidInput with what to put right, by field."""
    wrong = {**_scope(person, data, today), **_days(data, today), **_heard(person, data, today)}
    if not data.given_by_name.strip():
        wrong["given_by_name"] = t("Skriv navnet på den som svarer.")
    if "given_on" not in wrong:
        wrong = {**check_who(person, data), **wrong}
    if wrong:
        raise InvalidInput(wrong)


def _scope(person: Person, data: ConsentData, today: date) -> dict[str, Text]:
    given = data.answer == Consent.Answer.GIVEN
    if not data.purposes:
        return {"purposes": t("Velg minst én ting svaret gjelder.")}
    if given and Consent.Purpose.SHARING in data.purposes and not data.shares:
        return {"shares": t("Velg hvem opplysningene kan deles med.")}
    if given and any(not share.areas for share in data.shares):
        return {"areas": t("Velg hvilke opplysninger som kan deles.")}
    known = shareable(person.municipality.profile, today)
    if any(set(share.areas) - known for share in data.shares):
        return {"areas": t("Velg blant områdene på listen. Ett av dem finnes ikke.")}
    return {}


def shareable(profile: str, on: date) -> frozenset[str]:
    """Return everything that can be shared, by key: the areas of life, and what lies besides them."""
    areas = (str(row["key"]) for row in loader.load(profile, on).rows("life_areas"))
    return frozenset((*areas, *BESIDES_LIFE_AREAS))


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


def last_day(person: Person, purpose: str, data: ConsentData, today: date) -> date | None:
    """Return the last day the answer holds: as asked for, but never past the day somebody else must answer.

    Raises Refused when that day has already come.
    """
    if data.answer == Consent.Answer.REFUSED:
        return data.valid_to
    law = consent_law(today)
    role = role_of(data.capacity, person, law, today)
    rests = _rests_on_lack(person, role, law, data)
    lacking = lack_lasts_to(person, purpose, data.given_on) if rests else None
    others = renew_from(person, purpose, role, law, lacks_capacity=lacking is not None)
    if others is not None and others <= data.given_on:
        raise Refused(_too_late(purpose, law.own, law.adult))
    before = date.fromordinal(others.toordinal() - 1) if others else None
    return min((day for day in (before, lacking, data.valid_to) if day), default=None)


def _rests_on_lack(person: Person, role: Role, law: ConsentLaw, data: ConsentData) -> bool:
    """Whether another answers because the person, of 16 or more, is found to lack capacity."""
    age = person.age(data.given_on)
    return role is not Role.PERSON and age is not None and age >= law.own


def _too_late(purpose: str, own: int, adult: int) -> Text:
    if purpose == Consent.Purpose.CHILD_COORDINATOR:
        return t(
            "Barnekoordinator gjelder til barnet fyller {age} år. Spør om koordinator i stedet.", age=adult
        )
    return t("Fra {age} år svarer ungdommen selv. Registrer svaret fra ungdommen.", age=own)
