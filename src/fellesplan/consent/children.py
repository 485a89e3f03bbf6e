"""Samtykke for barn under den helserettslige myndighetsalderen (pbrl §§ 3-4, 4-3 og 4-4; bl §§ 30 og 37)."""

from dataclasses import replace

from fellesplan.consent.facts import Care, ConsentLaw, Parents, PersonFacts, Purpose
from fellesplan.consent.verdicts import ConsentVerdict, Need, Role, because
from fellesplan.kernel.text import t
from fellesplan.procedures.reasons import Reason


def child_verdict(facts: PersonFacts, age: int, law: ConsentLaw) -> ConsentVerdict:
    """Return who consents for a child under 16, and how the child is heard."""
    if facts.wants_secrecy and facts.purpose is not Purpose.CHILD_COORDINATOR:
        return _kept_from_parents(age, law)
    verdict = (
        care_verdict(facts.care, law) if facts.care is not Care.NONE else parental_verdict(facts.parents)
    )
    school = facts.purpose is Purpose.SHARING and age >= law.school
    heard = children_are_heard(age, law) + (_own_school_questions() if school else ())
    return replace(verdict, hear=verdict.hear + heard, own_school_part=school)


def parental_verdict(parents: Parents) -> ConsentVerdict:
    """Return who consents by parental responsibility (pbrl § 4-4 første ledd)."""
    return _BY_PARENTS[parents]


def care_verdict(care: Care, law: ConsentLaw) -> ConsentVerdict:
    """Return who consents for a child under 16 in care (pbrl § 4-4 fjerde ledd)."""
    source = "pbrl § 4-4 fjerde ledd"
    reasons = because(
        t("Barnevernet har overtatt omsorgen eller vedtatt flytteforbud. Da samtykker barnevernet."), source
    )
    hear: tuple[Reason, ...] = ()
    if care is Care.NO_MOVE:
        hear = because(
            t("Ved flytteforbud har foreldrene fortsatt foreldreansvaret. Snakk med dem også."), "bvl § 4-3"
        )
    if not law.care_home_consents:
        return ConsentVerdict(ask=(Role.CHILD_WELFARE,), reasons=reasons, hear=hear)
    home = t(
        "Fosterforeldrene eller institusjonen kan også samtykke. Er de uenige med "
        "barnevernstjenesten, er det "
        "barnevernstjenesten som bestemmer."
    )
    return ConsentVerdict(
        ask=(Role.CHILD_WELFARE, Role.CARE_HOME), reasons=(*reasons, Reason(home, source)), hear=hear
    )


def children_are_heard(age: int, law: ConsentLaw) -> tuple[Reason, ...]:
    """Return how the child must be heard before others decide (pbrl § 4-4 femte ledd; IPf § 4)."""
    if age >= law.great_weight:
        text = t(
            "Hør barnet. Fra {age} år skal det legges stor vekt på hva barnet mener.", age=law.great_weight
        )
    elif age >= law.heard:
        text = t("Hør barnet før andre samtykker. Det er et krav fra barnet er {age} år.", age=law.heard)
    else:
        text = t("Hør barnet hvis det kan si hva det mener.")
    return because(text, "pbrl § 4-4 femte ledd")


def _kept_from_parents(age: int, law: ConsentLaw) -> ConsentVerdict:
    told = t("Foreldrene får likevel det de trenger for å oppfylle foreldreansvaret. Si det til barnet.")
    parents_part = because(told, "pbrl § 3-4 fjerde ledd")
    if age < law.secrecy:
        limited = t(
            "Barnet er under {age} år. Uten foreldrene kan det bare gis helt nødvendig hjelp "
            "i en kort periode. "
            "Vurder om barnevernet må varsles.",
            age=law.secrecy,
        )
        return ConsentVerdict(
            blocked=True, reasons=because(limited, "pbrl § 4-3 sjette ledd"), hear=parents_part
        )
    own = t("Barnet samtykker selv til det foreldrene av gode grunner ikke skal vite om.")
    doubt = t(
        "Loven sier ikke om en hel plan kan lages uten at foreldrene vet om den. Vurder hva barnet trenger."
    )
    return ConsentVerdict(
        ask=(Role.PERSON,),
        reasons=because(own, "pbrl § 4-3 første ledd bokstav c"),
        hear=parents_part,
        unsettled=because(doubt, "pbrl § 3-4"),
    )


def _own_school_questions() -> tuple[Reason, ...]:
    text = t("Ungdommen svarer selv på det som gjelder skolen.")
    return because(text, "oppl § 24-5")


_JOINT = ConsentVerdict(
    ask=(Role.PARENTS,),
    need=Need.ALL,
    reasons=because(
        t("Foreldre med felles foreldreansvar bestemmer sammen."),
        "bl § 30 første ledd, pbrl § 4-4 første ledd",
    ),
    unsettled=because(
        t(
            "Loven sier ikke rett ut om én forelder er nok her. Spør begge. Godtar dere ett "
            "samtykke, må dere skrive "
            "hvorfor."
        ),
        "pbrl § 4-4 andre ledd, bl § 37",
    ),
)
_BY_PARENTS = {
    Parents.JOINT: _JOINT,
    Parents.ALONE: ConsentVerdict(
        ask=(Role.PARENT,),
        reasons=because(t("Én forelder har foreldreansvaret alene."), "pbrl § 4-4 første ledd"),
    ),
    Parents.OTHERS: ConsentVerdict(
        ask=(Role.OTHER_HOLDERS,),
        need=Need.ALL,
        reasons=because(t("Andre enn foreldrene har foreldreansvaret."), "pbrl § 4-4 første ledd"),
    ),
    Parents.NONE: ConsentVerdict(
        ask=(Role.MINORS_GUARDIAN,),
        reasons=because(t("Ingen har foreldreansvaret. Da bestemmer vergen."), "vgml § 17 andre ledd"),
    ),
    Parents.UNKNOWN: ConsentVerdict(
        missing=because(t("Finn ut hvem som har foreldreansvaret."), "bl § 30, pbrl § 4-4 første ledd")
    ),
}
