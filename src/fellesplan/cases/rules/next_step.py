"""Neste steg i en sak: hva, hvem, når og hvorfor. Det første svaret i rekken gjelder."""

from datetime import date, timedelta

from fellesplan.cases.rules.after_decision import after_decision
from fellesplan.cases.rules.before_decision import assess_and_decide, obtain_consent
from fellesplan.cases.rules.facts import Actor, CaseFacts
from fellesplan.cases.rules.steps import NextStep, step
from fellesplan.consent.status import ConsentStatus
from fellesplan.consent.upcoming import Kind
from fellesplan.kernel.text import t

PRELIMINARY_AHEAD = timedelta(days=3)
_COMING = {
    Kind.WISH: t("Følg opp det barnet ønsker"),
    Kind.TO_LOOK_AT: t("Snakk med barnet om det som ikke vises for foreldrene"),
    Kind.BIRTHDAY: t("Forbered at noen andre skal svare"),
    Kind.CAPACITY: t("Vurder beslutningskompetansen på nytt"),
    Kind.CONSENT: t("Spør om nytt samtykke"),
    Kind.SHARE: t("Spør om delingen skal gjelde lenger"),
}


def next_step(facts: CaseFacts, on: date) -> NextStep:
    """Return the one thing to do now. There is always an answer."""
    for rule in (_closed, _deceased, _receipt, _complaint):
        if found := rule(facts):
            return found
    found = (
        _preliminary_reply(facts, on)
        or _second_notice(facts, on)
        or obtain_consent(facts)
        or assess_and_decide(facts)
        or after_decision(facts)
    )
    return _coming(facts, found)


def _coming(facts: CaseFacts, found: NextStep) -> NextStep:
    """What a child has said comes first; the rest when the case otherwise waits for somebody else."""
    if facts.coming is None:
        return found
    urgent = facts.coming.kind in (Kind.WISH, Kind.TO_LOOK_AT)
    if not urgent and found.who in (Actor.CASEWORKER, Actor.APPROVER, Actor.UNIT_LEADER):
        return found
    what = _COMING[facts.coming.kind]
    return step(
        "consent_coming", what, Actor.CASEWORKER, facts.coming.text, facts.coming.source, facts.coming.due
    )


def _closed(facts: CaseFacts) -> NextStep | None:
    if not facts.closed or (facts.complaint_step and not facts.deceased):
        return None
    return step("closed", t("Saken er avsluttet"), Actor.NOBODY, t("Det er ikke mer å gjøre her."))


def _deceased(facts: CaseFacts) -> NextStep | None:
    if not facts.deceased:
        return None
    why = t("Personen er død. Oppnevning og plan avsluttes sammen med saken.")
    return step("deceased", t("Avslutt saken"), Actor.CASEWORKER, why)


def _receipt(facts: CaseFacts) -> NextStep | None:
    if facts.receipt_sent:
        return None
    why = t("Den som melder, skal få bekreftelse med en gang, med referansenummer og tidspunkt.")
    return step("receipt", t("Send kvittering"), Actor.CASEWORKER, why, "eFvf § 6", facts.received_on)


def _complaint(facts: CaseFacts) -> NextStep | None:
    if facts.complaint_step:
        return facts.complaint_step
    if not facts.complaint_open:
        return None
    why = t("Dere skal vurdere saken på nytt. Endrer dere ikke alt det klages over, går klagen videre.")
    return step("complaint", t("Behandle klagen"), Actor.CASEWORKER, why, "fvl § 33")


def _preliminary_reply(facts: CaseFacts, on: date) -> NextStep | None:
    due = facts.preliminary_due
    said_no = facts.consent in {ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN}
    if due is None or facts.preliminary_sent_on or facts.is_decided or said_no:
        return None
    if on < due - PRELIMINARY_AHEAD:
        return None
    why = t("Meldingen er ikke besvart ennå. Skriv hvorfor det tar tid, og når svaret kommer.")
    return step("preliminary", t("Send foreløpig svar"), Actor.CASEWORKER, why, "fvl § 11 a tredje ledd", due)


def _second_notice(facts: CaseFacts, on: date) -> NextStep | None:
    """The complaint period runs on all the while, so this comes before the rest."""
    due = facts.second_notice_due
    if due is None or on <= due:
        return None
    why = t("Brevet er ikke åpnet på en uke. Personen skal varsles én gang til. Klagefristen løper videre.")
    what = t("Varsle én gang til om brevet")
    return step("second_notice", what, Actor.CASEWORKER, why, "eFvf § 8 femte ledd", due)


__all__ = ["NextStep", "next_step"]
