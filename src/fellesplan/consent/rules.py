"""Hvem kan samtykke? Forskrift om individuell plan § 5, hol § 7-2 a, pbrl kapittel 4, hpl § 22, vgml."""

from fellesplan.consent.adults import adult_verdict
from fellesplan.consent.children import child_verdict
from fellesplan.consent.facts import ConsentLaw, PersonFacts, Purpose
from fellesplan.consent.verdicts import ConsentVerdict, Role, because, stopped
from fellesplan.consent.youth import family_verdict, youth_verdict
from fellesplan.kernel.text import t


def who_may_consent(facts: PersonFacts, law: ConsentLaw) -> ConsentVerdict:
    """Return who must be asked, in what capacity and why. A proposal: the caseworker decides."""
    if facts.age is None:
        return _expected_child(facts.purpose)
    if facts.purpose is Purpose.CHILD_COORDINATOR and facts.age >= law.adult:
        return stopped(
            t(
                "Barnekoordinator gjelder til barnet fyller {age} år. Tilby koordinator i stedet.",
                age=law.adult,
            ),
            "hol § 7-2 a tredje ledd",
        )
    if facts.age < law.own:
        return child_verdict(facts, facts.age, law)
    if facts.age < law.adult:
        family = facts.purpose is Purpose.CHILD_COORDINATOR
        return family_verdict(facts, facts.age, law) if family else youth_verdict(facts, facts.age, law)
    return adult_verdict(facts, law)


def _expected_child(purpose: Purpose) -> ConsentVerdict:
    if purpose is not Purpose.CHILD_COORDINATOR:
        return stopped(
            t("Barnet er ikke født. Familien kan få barnekoordinator nå, og plan når barnet er født."),
            "hol § 7-2 a første ledd",
        )
    wish = t("Familier som venter barn, kan få barnekoordinator når foreldrene ønsker det.")
    return ConsentVerdict(ask=(Role.OTHER_HOLDERS,), reasons=because(wish, "hol § 7-2 a første ledd"))
