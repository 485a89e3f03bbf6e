"""Svaret på hvem som kan samtykke: hvem det skal spørres, i hvilken egenskap, og hvorfor."""

from dataclasses import dataclass
from enum import StrEnum

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.reasons import Reason


class Role(StrEnum):
    """Hvem som samtykker."""

    PERSON = "person"
    PARENT = "parent"
    PARENTS = "parents"
    OTHER_HOLDERS = "other_holders"
    CHILD_WELFARE = "child_welfare"
    CARE_HOME = "care_home"
    MINORS_GUARDIAN = "minors_guardian"
    GUARDIAN = "guardian"
    FUTURE_ATTORNEY = "future_attorney"
    NEXT_OF_KIN = "next_of_kin"
    PROVIDER = "provider"

    @property
    def text(self) -> Text:
        return _TEXTS[self]

    @property
    def code(self) -> str | None:
        """Volven 7456; None where the list has no code for the role."""
        return _CODES.get(self)


class Need(StrEnum):
    """Om alle i rollene må svare ja, eller om én er nok."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentVerdict:
    """Who to ask. Empty `ask` with `blocked`: it cannot be done now; with `missing`: find that out first.

    `hear`: who must be heard or told besides. `unsettled`: what the law leaves to judgement.
    """

    ask: tuple[Role, ...] = ()
    need: Need = Need.ANY
    blocked: bool = False
    own_school_part: bool = False
    reasons: tuple[Reason, ...] = ()
    hear: tuple[Reason, ...] = ()
    missing: tuple[Reason, ...] = ()
    unsettled: tuple[Reason, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Volven 7456 for the roles that have one."""
        return tuple(code for role in self.ask if (code := role.code))


def stopped(text: Text, source: str) -> ConsentVerdict:
    """Return a verdict that nobody can consent now."""
    return ConsentVerdict(blocked=True, reasons=(Reason(text, source),))


def because(text: Text, source: str) -> tuple[Reason, ...]:
    """Return one reason as a tuple."""
    return (Reason(text, source),)


_TEXTS = {
    Role.PERSON: t("Personen selv"),
    Role.PARENT: t("Den forelderen som har foreldreansvaret"),
    Role.PARENTS: t("Begge foreldrene"),
    Role.OTHER_HOLDERS: t("Den eller de som har foreldreansvaret"),
    Role.CHILD_WELFARE: t("Barnevernstjenesten"),
    Role.CARE_HOME: t("Fosterforeldrene eller institusjonen"),
    Role.MINORS_GUARDIAN: t("Vergen til barnet"),
    Role.GUARDIAN: t("Vergen"),
    Role.FUTURE_ATTORNEY: t("Fremtidsfullmektigen"),
    Role.NEXT_OF_KIN: t("Nærmeste pårørende"),
    Role.PROVIDER: t("Den som gir tjenesten, tar avgjørelsen"),
}
_CODES = {
    Role.PERSON: "1",
    Role.PARENT: "3",
    Role.PARENTS: "4",
    Role.OTHER_HOLDERS: "5",
    Role.CHILD_WELFARE: "6",
    Role.MINORS_GUARDIAN: "7",
    Role.GUARDIAN: "7",
    Role.NEXT_OF_KIN: "8",
    Role.PROVIDER: "9",
}
