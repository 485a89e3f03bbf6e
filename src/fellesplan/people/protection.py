"""Adressesperre: the one place that decides what may be shown of a person whose address is protected.

Fortrolig («kode 7») and strengt fortrolig («kode 6») come from the Folkeregister. Whoever has one is in
danger of being found. So nothing that tells where they live or spend the day is shown, printed or exported:
the address, the place, the doctor, the nursery or school, and a telephone with a fixed line (its first digits
are a district). Pure: no queries, no clock.
"""

from dataclasses import dataclass
from typing import Protocol

from fellesplan.kernel.text import Text, t

OPEN, CONFIDENTIAL, STRICT = "open", "confidential", "strict"
TELLS_THE_PLACE = frozenset(
    {"kindergarten", "school", "upper_secondary", "health_station", "gp", "housing", "home_care"}
)
"""Kinds of unit that lie where people live: who goes to one lives near it."""
_MOBILE = ("4", "9", "+474", "+479", "00474", "00479")

LEVELS: dict[str, Text] = {
    OPEN: t("Åpen adresse"),
    CONFIDENTIAL: t("Fortrolig adresse"),
    STRICT: t("Strengt fortrolig adresse"),
}
HIDDEN = t("Adressen er skjermet")
ROUTE = t("Brevet skal sendes slik kommunen sender brev til personer med skjermet adresse.")


class Protected(Protocol):
    """What has a protection: a person."""

    protection: str


class Located(Protected, Protocol):
    """A person with all that tells where they are."""

    address: str
    postal_code: str
    postal_place: str
    phone: str
    email: str
    gp: str

    @property
    def daily_place(self) -> str: ...


class Place(Protocol):
    """A unit: its name, and the kind in code and in words."""

    name: str
    kind: str

    def get_kind_display(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Contact:
    """What may be shown of how to reach somebody; empty texts where nothing is known or may be shown."""

    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    daily: str = ""
    gp: str = ""
    hidden: bool = False


def is_protected(person: Protected | None) -> bool:
    """Return whether nothing may be shown of where the person is."""
    return person is not None and person.protection != OPEN


def contact(person: Located) -> Contact:
    """Return how the person can be reached, with all that tells the place left out for the protected."""
    if is_protected(person):
        return Contact(phone=phone(person), email=person.email, hidden=True)
    lines = (person.address, f"{person.postal_code} {person.postal_place}".strip())
    return Contact(
        tuple(filter(None, lines)), person.phone, person.email, person.daily_place, person.gp, hidden=False
    )


def phone(person: Located) -> str:
    """Return the telephone number; for the protected only a mobile, which tells no district."""
    number = "".join(person.phone.split())
    return person.phone if not is_protected(person) or number.startswith(_MOBILE) else ""


def place(about: Protected | None, text: str) -> str:
    """Return where something takes place as it may stand in what leaves the system: nothing, if protected."""
    return "" if is_protected(about) else text


def unit_name(about: Protected | None, unit: Place | None) -> str:
    """Return the unit's name as it may stand beside the person: "Skole" where the name tells the place."""
    if unit is None:
        return ""
    return str(unit.get_kind_display()) if is_protected(about) and unit.kind in TELLS_THE_PLACE else unit.name


def secrets(person: Located) -> tuple[str, ...]:
    """Return the words that must stand nowhere; for tests, and for free text that is copied on."""
    if not is_protected(person):
        return ()
    number = "" if phone(person) else person.phone
    found = (person.address, person.postal_place, number, person.daily_place, person.gp)
    return tuple(text for text in found if text)


def without(person: Located, text: str) -> str:
    """Return a text from elsewhere (a referral, a journal note) without the words that tell the place."""
    for word in sorted(secrets(person), key=len, reverse=True):
        text = text.replace(word, "[…]")
    return text
