"""Hvem som skal ha vedtaksbrevet (pbrl §§ 3-4 og 7-2; fvl §§ 12, 16 og 27; hol § 12-1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fellesplan.consent.facts import Care, ConsentLaw
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.reasons import Reason


class Recipient(StrEnum):
    """Mottaker av brevet."""

    PERSON = "person"
    PARENTS = "parents"
    CHILD_WELFARE = "child_welfare"
    CARE_HOME = "care_home"
    GUARDIAN = "guardian"
    PROXY = "proxy"


class Extent(StrEnum):
    """Hvor mye mottakeren får: hele brevet, eller bare det foreldreansvaret krever."""

    WHOLE = "whole"
    NECESSARY = "necessary"


@dataclass(frozen=True, slots=True)
class Copy:
    """One recipient, how much, and why."""

    to: Recipient
    extent: Extent
    why: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFacts:
    """`age` in completed years on the day of the letter; the rest as in `consent.facts.PersonFacts`.

    `guardian`: a guardian or holder of a future mandate whose scope covers this. `proxy`: a written mandate.
    """

    age: int
    basis: LegalBasis
    care: Care = Care.NONE
    wants_secrecy: bool = False
    guardian: bool = False
    proxy: bool = False


def copies(facts: CopyFacts, law: ConsentLaw, *, own_notices: int) -> tuple[Copy, ...]:
    """Return who gets the letter. Whoever reported the need gets none: that takes the person's consent.

    `own_notices`: the age from which a minor gets the letter outside the health services (fvl § 27).
    """
    return tuple(_recipients(facts, law, own_notices))


def _recipients(facts: CopyFacts, law: ConsentLaw, own_notices: int) -> Iterator[Copy]:
    if person := _person(facts, law, own_notices):
        yield person
    if facts.age < law.adult:
        yield from _for_a_minor(facts, law)
    elif facts.guardian:
        yield _whole(
            Recipient.GUARDIAN,
            t("Vergen eller fremtidsfullmektigen handler for personen."),
            "vgml §§ 32 og 80",
        )
    if facts.proxy:
        text = t("Fullmektigen får brevet når fullmakten dekker saken. Personen kan be om å få det i stedet.")
        yield _whole(Recipient.PROXY, text, "fvl § 12 tredje ledd")


def _person(facts: CopyFacts, law: ConsentLaw, own_notices: int) -> Copy | None:
    if facts.age >= law.adult:
        source = "pbrl § 3-2" if facts.basis.sector is Sector.HEALTH else "fvl § 27 første ledd"
        return _whole(Recipient.PERSON, t("Saken gjelder personen selv."), source)
    if facts.basis.sector is not Sector.HEALTH:
        text = t("Fra {age} år skal den unge selv ha brevet.", age=own_notices)
        own = _whole(Recipient.PERSON, text, "fvl § 27 første ledd")
        return own if facts.age >= own_notices else None
    if facts.age >= law.own:
        source = "pbrl §§ 3-2 og 4-3 første ledd bokstav b"
        return _whole(Recipient.PERSON, t("Saken gjelder personen selv."), source)
    if facts.age >= law.secrecy:
        text = t("Både barnet og foreldrene skal ha informasjon. Skriv slik at barnet forstår.")
        return _whole(Recipient.PERSON, text, "pbrl §§ 3-4 første ledd og 6-5")
    return None


def _for_a_minor(facts: CopyFacts, law: ConsentLaw) -> Iterator[Copy]:
    own_case = facts.basis.sector is Sector.HEALTH and facts.age >= law.own
    extent = Extent.NECESSARY if own_case or facts.wants_secrecy else Extent.WHOLE
    for to, text, source in _holders(facts, law):
        why = _NECESSARY if extent is Extent.NECESSARY else Reason(text, source)
        yield Copy(to, extent, why)


def _holders(facts: CopyFacts, law: ConsentLaw) -> Iterator[tuple[Recipient, Text, str]]:
    """A ban on moving shifts no parental responsibility: only the health acts count it (bvl § 5-4)."""
    health = facts.basis.sector is Sector.HEALTH
    if facts.care is not Care.NONE and (health or facts.care is not Care.NO_MOVE):
        text = t("Barnevernet og de barnet bor hos, får informasjon i stedet for foreldrene.")
        source = "pbrl § 3-4 sjette ledd" if health else "bvl § 5-4"
        yield Recipient.CHILD_WELFARE, text, source
        if law.care_home_consents:
            yield Recipient.CARE_HOME, text, source
    if facts.care in {Care.NONE, Care.NO_MOVE}:
        source = "pbrl § 3-4 første ledd" if health else "fvl § 27, bl § 30"
        yield Recipient.PARENTS, t("Foreldrene har foreldreansvaret."), source


def _whole(to: Recipient, text: Text, source: str) -> Copy:
    return Copy(to, Extent.WHOLE, Reason(text, source))


_NECESSARY = Reason(
    t("Bare det som er nødvendig for foreldreansvaret. Fortell den unge at dette blir gitt."),
    "pbrl § 3-4 fjerde ledd",
)
