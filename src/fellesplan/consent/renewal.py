"""Nytt samtykke når den unge selv overtar, ved 16 og 18 år (pbrl §§ 4-3 og 4-5; hol § 7-2 a tredje ledd)."""

from dataclasses import dataclass
from datetime import date

from fellesplan.consent.facts import ConsentLaw, Purpose
from fellesplan.consent.verdicts import Role
from fellesplan.kernel.text import Text, t
from fellesplan.people.ages import turns
from fellesplan.procedures.counting import add_months

_FOR_A_CHILD = frozenset(
    {Role.PARENT, Role.PARENTS, Role.OTHER_HOLDERS, Role.CHILD_WELFARE, Role.CARE_HOME, Role.MINORS_GUARDIAN}
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """When another must answer: one day, or two when 29 February leaves it unsettled."""

    days: tuple[date, ...]
    text: Text
    source: str

    @property
    def asked_by(self) -> date:
        """The first of the days: by then the question must have been asked."""
        return self.days[0]


def renewal(
    birth_date: date, purpose: Purpose, given_by: Role, law: ConsentLaw, *, lacks_capacity: bool = False
) -> Renewal | None:
    """Return when a consent that was given for a child or youth must be given anew; None when it stands.

    One's own consent stands. So does one from next of kin (hpl § 22 tredje ledd: everybody over 16).
    """
    if given_by not in _FOR_A_CHILD:
        return None
    if purpose is Purpose.CHILD_COORDINATOR:
        text = t(
            "Barnekoordinator slutter ved {age} år. Spør om koordinator, og planlegg overgangen.",
            age=law.adult,
        )
        return Renewal(turns(birth_date, law.adult), text, "hol § 7-2 a tredje ledd")
    if lacks_capacity:
        text = t(
            "Foreldrenes rett til å samtykke slutter ved {age} år. Avklar hvem som svarer da.", age=law.adult
        )
        return Renewal(turns(birth_date, law.adult), text, "pbrl § 4-5 første ledd, vgml § 20")
    text = t("Ungdommen fyller {age} år og må selv samtykke for at arbeidet kan fortsette.", age=law.own)
    return Renewal(turns(birth_date, law.own), text, "pbrl § 4-3 første ledd bokstav b, IPf § 5")


def warn_from(due: Renewal, *, months: int) -> date:
    """Return the day to start preparing, some months ahead (local choice)."""
    return add_months(due.asked_by, -months)
