"""Samtykke for ungdom på 16 og 17 år (pbrl §§ 3-4, 4-3 og 4-5; hol § 7-2 a; hpl § 22 tredje ledd)."""

from dataclasses import replace

from fellesplan.consent.capacity import capacity_in_writing, decided_lacking
from fellesplan.consent.children import care_verdict, children_are_heard, parental_verdict
from fellesplan.consent.facts import Capacity, Care, ConsentLaw, PersonFacts, Purpose
from fellesplan.consent.verdicts import ConsentVerdict, Role, because, stopped
from fellesplan.kernel.text import t


def youth_verdict(facts: PersonFacts, age: int, law: ConsentLaw) -> ConsentVerdict:
    """Return who consents to plan, coordinator or sharing for a person of 16 or 17."""
    if facts.capacity is not Capacity.LACKING:
        return _own(facts, law)
    if facts.objects:
        return stopped(
            t("Ungdommen sier nei til dette. Da kan ingen samtykke i stedet."), "pbrl § 4-5 tredje ledd"
        )
    if facts.purpose is Purpose.SHARING:
        verdict = _next_of_kin(facts, law, age)
    else:
        verdict = replace(_on_behalf(facts), hear=children_are_heard(age, law))
    return replace(verdict, reasons=(*decided_lacking(law), *verdict.reasons))


def family_verdict(facts: PersonFacts, age: int, law: ConsentLaw) -> ConsentVerdict:
    """Return whose wish a child coordinator rests on at 16 and 17: there is no split at 16 (hol § 7-2 a)."""
    source = "hol § 7-2 a første og tredje ledd"
    order = facts.care is Care.CARE_ORDER
    verdict = care_verdict(facts.care, law) if order else parental_verdict(facts.parents)
    wish = t(
        "Barnekoordinator er familiens rett til barnet fyller {age} år. Det er foreldrenes ønske som teller.",
        age=law.adult,
    )
    sharing = t("Ungdommen bestemmer selv over deling av opplysninger.")
    hear = (*children_are_heard(age, law), *because(sharing, "pbrl § 4-3 første ledd bokstav b"))
    unsettled = verdict.unsettled
    if facts.care is not Care.NONE:
        doubt = t(
            "Loven sier ikke rett ut hvem som svarer for familien når barnevernet har "
            "omsorgen for en ungdom over 16 år."
        )
        unsettled += because(doubt, "hol § 7-2 a, bvl § 5-4")
    return replace(
        verdict, reasons=(*because(wish, source), *verdict.reasons), hear=hear, unsettled=unsettled
    )


def _own(facts: PersonFacts, law: ConsentLaw) -> ConsentVerdict:
    own = t("Fra {age} år samtykker ungdommen selv.", age=law.own)
    told = t(
        "Foreldrene får likevel det de trenger for å oppfylle foreldreansvaret, til "
        "ungdommen er {age} år. Si det.",
        age=law.adult,
    )
    return ConsentVerdict(
        ask=(Role.PERSON,),
        reasons=because(own, "pbrl § 4-3 første ledd bokstav b"),
        hear=because(told, "pbrl § 3-4 fjerde ledd"),
        missing=capacity_in_writing(facts.capacity),
    )


def _on_behalf(facts: PersonFacts) -> ConsentVerdict:
    if facts.care is Care.CARE_ORDER:
        text = t("Barnevernet har overtatt omsorgen for en ungdom uten beslutningskompetanse.")
        return ConsentVerdict(ask=(Role.CHILD_WELFARE,), reasons=because(text, "pbrl § 4-5 andre ledd"))
    verdict = parental_verdict(facts.parents)
    text = t("Foreldrene samtykker når ungdommen mangler beslutningskompetanse.")
    return replace(verdict, reasons=(*because(text, "pbrl § 4-5 første ledd"), *verdict.reasons))


def _next_of_kin(facts: PersonFacts, law: ConsentLaw, age: int) -> ConsentVerdict:
    text = t("Nærmeste pårørende kan samtykke til deling når ungdommen mangler beslutningskompetanse.")
    doubt = t(
        "Regelen gjelder helseopplysninger. For opplysninger fra andre tjenester bør foreldrene også svare."
    )
    return ConsentVerdict(
        ask=(Role.NEXT_OF_KIN,),
        reasons=because(text, "hpl § 22 tredje ledd"),
        hear=children_are_heard(age, law),
        unsettled=because(doubt, "fvl § 13 a nr. 1"),
    )
