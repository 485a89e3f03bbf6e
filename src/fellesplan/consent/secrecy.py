"""Hva som kan holdes fra foreldrene, og hva de får likevel (pbrl § 3-4). Rene regler."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.consent.facts import ConsentLaw
from fellesplan.consent.verdicts import because
from fellesplan.kernel.text import t
from fellesplan.people.ages import turns
from fellesplan.procedures.counting import add_years
from fellesplan.procedures.reasons import Reason


class Basis(StrEnum):
    """Hvorfor noe holdes fra foreldrene."""

    CHILD = "child"
    WEIGHTY = "weighty"


@dataclass(frozen=True, slots=True)
class SecrecyVerdict:
    """Whether something may be kept from the parents. `tell`: what the child must be told."""

    may: bool
    reasons: tuple[Reason, ...]
    tell: tuple[Reason, ...] = ()


def may_be_kept(age: int | None, basis: Basis, law: ConsentLaw) -> SecrecyVerdict:
    """Return whether something may be kept from the parents of one who is `age` years (None: not born)."""
    if age is not None and age >= law.adult:
        grown = t("Foreldrene har ingen rett til innsyn etter at barnet er {age} år.", age=law.adult)
        return SecrecyVerdict(may=False, reasons=because(grown, "pbrl § 3-4 fjerde ledd"))
    if basis is Basis.WEIGHTY:
        text = t("Tungtveiende hensyn til barnet kan gå foran foreldrenes rett til informasjon i alle aldre.")
        return SecrecyVerdict(True, because(text, "pbrl § 3-4 tredje ledd"), the_limit(law))
    if age is not None and age >= law.own:
        own = t("Fra {age} år bestemmer ungdommen selv hva foreldrene får se.", age=law.own)
        return SecrecyVerdict(may=False, reasons=because(own, "pbrl § 4-3 første ledd bokstav b"))
    if age is None or age < law.secrecy:
        young = t(
            "Fra {age} år kan barnet selv be om at noe ikke vises for foreldrene. For yngre barn må "
            "tungtveiende hensyn tale for det.",
            age=law.secrecy,
        )
        return SecrecyVerdict(may=False, reasons=because(young, "pbrl § 3-4 andre og tredje ledd"))
    text = t(
        "Fra barnet er {age} til det fyller {own} år, får ikke foreldrene vite det barnet av gode grunner "
        "ikke vil at de skal vite.",
        age=law.secrecy, own=law.own,
    )  # fmt: skip
    return SecrecyVerdict(True, because(text, "pbrl § 3-4 andre ledd"), the_limit(law))


def the_limit(law: ConsentLaw) -> tuple[Reason, ...]:
    """Return what the parents get all the same until 18, which the child must be told early."""
    text = t(
        "Foreldrene får likevel det de må vite for å ta vare på barnet, til barnet er {age} år. "
        "Barnet skal få vite det.",
        age=law.adult,
    )
    return because(text, "pbrl § 3-4 fjerde og femte ledd")


def kept_until(birth_date: date | None, basis: Basis, law: ConsentLaw, on: date) -> date:
    """Return the last day something can be kept: the day before 16 for the child's wish, before 18 else."""
    years = law.own if basis is Basis.CHILD else law.adult
    if birth_date is None:
        return add_years(on, years)
    return date.fromordinal(turns(birth_date, years)[0].toordinal() - 1)
