"""Neste steg fram til vedtaket er sendt: samtykke, utredning, vedtak og brev."""

from datetime import date

from fellesplan.cases.rules.facts import Actor, CaseFacts
from fellesplan.cases.rules.steps import NextStep, step
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel.text import Text, t


def obtain_consent(facts: CaseFacts) -> NextStep | None:
    """Return the step that consent needs, or None when it is live."""
    if facts.consent.is_live:
        return None
    if facts.consent is ConsentStatus.NOT_OBTAINED:
        return _ask(facts)
    what, why, source = _STOPPED[facts.consent]
    return step(f"consent_{facts.consent}", what, Actor.CASEWORKER, why, source)


def assess_and_decide(facts: CaseFacts) -> NextStep | None:
    """Return the step towards a decision that has reached the person, or None when it has."""
    if facts.is_decided:
        return None if facts.letter_sent_on else _letter(facts)
    if not facts.assessment_done:
        return _assess(facts)
    return _decide(facts)


def _ask(facts: CaseFacts) -> NextStep:
    due = facts.preliminary_due
    if not facts.consenter_known:
        why = t("Det må være klart hvem som kan samtykke, før dere spør.")
        return step("consenter", t("Finn ut hvem som kan samtykke"), Actor.CASEWORKER, why, "IPf § 5", due)
    if facts.consent_asked_on is None:
        why = t("Saken kan ikke utredes før den som kan samtykke, har sagt ja.")
        return step("consent_ask", t("Be om samtykke"), Actor.CASEWORKER, why, "IPf § 5", due)
    why = t("Dere spurte {day}. Saken venter til svaret kommer.", day=facts.consent_asked_on)
    return step("consent_wait", t("Svar på om du samtykker"), Actor.CONSENTER, why, "IPf § 5", due)


def _assess(facts: CaseFacts) -> NextStep:
    due = facts.assessment_due or _answer_by(facts)
    left = facts.criteria - facts.criteria_reasoned
    if left > 0:
        what = t("Begrunn det siste vilkåret") if left == 1 else t("Begrunn {left} vilkår", left=left)
        why = t("Vedtaket må bygge på en begrunnet vurdering av hvert vilkår.")
        return step("criteria", what, Actor.CASEWORKER, why, "fvl §§ 17 og 25", due)
    if facts.child_must_be_heard and not facts.child_heard:
        why = t("Barnet har rett til å si sin mening før noen bestemmer.")
        return step("child", t("Snakk med barnet"), Actor.CASEWORKER, why, "pbrl §§ 3-1 og 4-4, IPf § 4", due)
    why = t("Alle vilkårene er begrunnet.")
    return step("assessment", t("Gjør utredningen ferdig"), Actor.CASEWORKER, why, "fvl § 17", due)


def _decide(facts: CaseFacts) -> NextStep:
    due = _answer_by(facts)
    if facts.prior_notice_needed and not facts.prior_notice_answered:
        why = t("Personen har ikke uttalt seg. Da skal personen varsles før dere bestemmer.")
        return step("prior_notice", t("Send forhåndsvarsel"), Actor.CASEWORKER, why, "fvl § 16", due)
    if facts.awaits_approval:
        why = t("To personer skal stå bak vedtaket. Les det og godkjenn, eller send det tilbake.")
        return step("approve", t("Godkjenn vedtaket"), Actor.APPROVER, why, due=due)
    why = t("Utredningen er ferdig, og saken skal avgjøres uten ugrunnet opphold.")
    return step("decide", t("Fatt vedtak"), Actor.CASEWORKER, why, "fvl § 11 a første ledd", due)


def _letter(facts: CaseFacts) -> NextStep:
    why = t("Personen skal få vite om vedtaket så snart som mulig.")
    return step("letter", t("Send brevet"), Actor.CASEWORKER, why, "fvl § 27", _answer_by(facts))


def _answer_by(facts: CaseFacts) -> date | None:
    preliminary = None if facts.preliminary_sent_on else facts.preliminary_due
    return min((day for day in (facts.promise_due, preliminary) if day), default=None)


_STOPPED: dict[ConsentStatus, tuple[Text, Text, str]] = {
    ConsentStatus.REFUSED: (
        t("Snakk med personen og avslutt saken"),
        t("Svaret er nei. Da lager vi ingen plan og oppnevner ingen koordinator."),
        "IPf § 5, hol §§ 7-2 og 7-2 a",
    ),
    ConsentStatus.WITHDRAWN: (
        t("Stans arbeidet og snakk med personen"),
        t("Samtykket er trukket. Delingen og samordningen er stanset. Fortell hva det betyr."),
        "pbrl § 4-1 andre ledd, IPf § 5",
    ),
    ConsentStatus.EXPIRED: (
        t("Be om nytt samtykke"),
        t("Tiden samtykket gjaldt for, er ute. Delingen er stanset."),
        "IPf §§ 5 og 9",
    ),
    ConsentStatus.TO_RENEW: (
        t("Be ungdommen om eget samtykke"),
        t("Foreldrenes samtykke gjelder ikke lenger. Arbeidet kan ikke fortsette uten nytt samtykke."),
        "pbrl §§ 4-3 og 4-5, IPf § 5",
    ),
}
