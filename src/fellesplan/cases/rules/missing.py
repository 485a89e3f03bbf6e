"""Det som mangler før koordinator kan oppnevnes eller planen kan begynne, og hvem som kan gi det."""

from collections.abc import Iterator
from dataclasses import dataclass

from fellesplan.cases.rules.facts import COORDINATORS, Actor, CaseFacts, PlanStage, RightKind
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.reasons import Reason


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, who can give it, and why it is needed."""

    what: Text
    who: Actor
    reason: Reason


def missing_for_appointment(facts: CaseFacts) -> tuple[Missing, ...]:
    """Return what stands between the case and an appointed coordinator; empty when nothing does."""
    return tuple(_for_appointment(facts))


def missing_for_plan(facts: CaseFacts) -> tuple[Missing, ...]:
    """Return what stands between the case and a plan that can be started; empty when nothing does."""
    return tuple(_for_plan(facts))


def _for_appointment(facts: CaseFacts) -> Iterator[Missing]:
    if not facts.consent.is_live:
        text = t("Kommunen skal tilby koordinator. Ingen får en mot sin vilje.")
        yield Missing(t("Samtykke til koordinator"), Actor.CONSENTER, Reason(text, "hol §§ 7-2 og 7-2 a"))
    if not facts.granted & COORDINATORS:
        text = t("Koordinator oppnevnes når kommunen har sagt ja.")
        yield Missing(t("Vedtak om koordinator"), Actor.CASEWORKER, Reason(text, "hol §§ 7-2 og 7-3"))
    if not facts.wish_asked:
        text = t("Personens ønske skal veie tungt.")
        yield Missing(t("Hvem personen ønsker"), Actor.PERSON, Reason(text, "pbrl § 3-1"))
    if not facts.nominated:
        text = t("Virksomheten må si hvem som kan ta oppgaven.")
        yield Missing(t("Forslag til koordinator"), Actor.UNIT_LEADER, Reason(text, "hol § 7-3"))


def _for_plan(facts: CaseFacts) -> Iterator[Missing]:
    if not facts.consent.is_live:
        text = t("Planen skal ikke lages uten samtykke.")
        yield Missing(t("Samtykke til plan"), Actor.CONSENTER, Reason(text, "IPf § 5"))
    if RightKind.PLAN not in facts.granted:
        text = t("Planen begynner når kommunen har sagt ja.")
        yield Missing(t("Vedtak om individuell plan"), Actor.CASEWORKER, Reason(text, "hol § 7-1"))
    if not facts.plan_responsible_agreed:
        text = t("Det skal avtales hvilken tjeneste som har hovedansvaret. Ved tvil bestemmer kommunen.")
        yield Missing(t("Hvem som har ansvaret for planen"), Actor.CASEWORKER, Reason(text, "IPf § 7"))
    if facts.has_other_live_plan and facts.plan is PlanStage.NONE:
        text = t("En person skal bare ha én individuell plan. Bruk eller avslutt den som finnes.")
        yield Missing(
            t("Avklar planen som allerede finnes"), Actor.CASEWORKER, Reason(text, "IPf § 9 andre ledd")
        )
