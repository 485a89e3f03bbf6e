"""Neste steg når vedtaket er sendt: oppnevning, plan, oppfølging eller klagefrist."""

from fellesplan.cases.rules.facts import Actor, CaseFacts, PlanStage
from fellesplan.cases.rules.steps import NextStep, step
from fellesplan.kernel.text import t


def after_decision(facts: CaseFacts) -> NextStep:
    """Return what comes after a decision that has been sent."""
    if facts.wants_coordinator and facts.appointed_on is None:
        return _appoint(facts)
    if facts.wants_plan and facts.plan is not PlanStage.ENDED:
        return _plan(facts)
    if not facts.granted:
        return _refused(facts)
    why = t("Koordinatoren følger opp og melder fra når noe endrer seg.")
    return step("follow_up", t("Følg opp"), Actor.COORDINATOR, why, "hol § 7-2", facts.evaluate_on)


def _appoint(facts: CaseFacts) -> NextStep:
    source = "hol § 7-3"
    if not facts.wish_asked:
        why = t("Personens ønske skal veie tungt når dere velger koordinator.")
        return step(
            "wish", t("Spør hvem personen ønsker som koordinator"), Actor.CASEWORKER, why, "pbrl § 3-1"
        )
    if facts.nomination_asked_on is None:
        why = t("Koordinerende enhet har ansvaret for oppnevning og spør virksomheten som ligger nærmest.")
        return step("nominate_ask", t("Spør virksomheten om koordinator"), Actor.CASEWORKER, why, source)
    if not facts.nominated:
        why = t("Virksomheten ble spurt {day}.", day=facts.nomination_asked_on)
        return step(
            "nominate", t("Foreslå koordinator"), Actor.UNIT_LEADER, why, source, facts.nomination_due
        )
    why = t("Virksomheten har foreslått en koordinator.")
    return step("appoint", t("Oppnevn koordinator og send brev"), Actor.CASEWORKER, why, source)


def _plan(facts: CaseFacts) -> NextStep:
    who = Actor.COORDINATOR if facts.appointed_on else Actor.CASEWORKER
    if facts.plan is PlanStage.NONE and not facts.plan_responsible_agreed:
        why = t("Det skal være avtalt hvilken tjeneste som har hovedansvaret for planen.")
        return step("plan_responsible", t("Avtal hvem som har ansvaret for planen"), who, why, "IPf § 7")
    if facts.plan is PlanStage.NONE:
        why = t("Personen har fått ja til individuell plan.")
        return step("plan_start", t("Start planen sammen med personen"), who, why, "hol § 7-1, IPf § 4")
    if facts.plan is PlanStage.DRAFT:
        why = t("Planen er under arbeid og må godkjennes av personen.")
        return step("plan_finish", t("Gjør planen ferdig og be om godkjenning"), who, why, "IPf § 9")
    why = t("Planen skal holdes oppdatert.")
    return step("evaluate", t("Evaluer planen"), who, why, "IPf § 9 andre ledd", facts.evaluate_on)


def _refused(facts: CaseFacts) -> NextStep:
    if facts.complaint_waits:
        return facts.complaint_waits
    why = t("Personen kan klage fram til fristen.")
    what = t("Vent til klagefristen er ute, og avslutt saken")
    return step("complaint_wait", what, Actor.CASEWORKER, why, "fvl § 29, pbrl § 7-5", facts.complaint_due)
