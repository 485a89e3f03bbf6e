"""Sakens gang i seks trinn: melding, samtykke, utredning, vedtak, oppnevning, plan."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fellesplan.cases.rules.facts import CaseFacts, PlanStage
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel.text import Text, t


class Step(StrEnum):
    """Trinnene, i rekkefølge."""

    REFERRAL = "referral"
    CONSENT = "consent"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    APPOINTMENT = "appointment"
    PLAN = "plan"

    @property
    def text(self) -> Text:
        return _NAMES[self]


class StepState(StrEnum):
    """Hvor trinnet står. NOT_RELEVANT: it was not asked for, not granted or declined."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    STOP = "stop"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True)
class StepView:
    """One step with its state and a few words about it."""

    step: Step
    state: StepState
    text: Text


def course(facts: CaseFacts) -> tuple[StepView, ...]:
    """Return the six steps. At most one is NOW; a STOP holds back all that is not done."""
    held = False
    found = []
    for step in Step:
        state = _state(step, facts, held)
        held = held or state in {StepState.NOW, StepState.STOP}
        found.append(StepView(step, state, _words(step, state, facts)))
    return tuple(found)


def _state(step: Step, facts: CaseFacts, held: bool) -> StepState:
    if step is Step.CONSENT and facts.consent in STOPPING:
        return StepState.STOP
    if not _RELEVANT.get(step, _always)(facts):
        return StepState.NOT_RELEVANT
    if _DONE[step](facts):
        return StepState.DONE
    return StepState.NEXT if held or facts.closed else StepState.NOW


def _words(step: Step, state: StepState, facts: CaseFacts) -> Text:
    if step is Step.REFERRAL:
        return t("Mottatt {day}", day=facts.received_on)
    if step is Step.CONSENT:
        return facts.consent.text
    if step is Step.ASSESSMENT and state is StepState.NOW and facts.criteria:
        return t("{done} av {all} vilkår er begrunnet", done=facts.criteria_reasoned, all=facts.criteria)
    if step is Step.DECISION and facts.letter_sent_on:
        return t("Brevet sendt {day}", day=facts.letter_sent_on)
    if step is Step.APPOINTMENT and facts.appointed_on:
        return t("Oppnevnt {day}", day=facts.appointed_on)
    return _STATE_WORDS[state]


def _always(facts: CaseFacts) -> bool:
    return True


STOPPING = frozenset(
    {ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN, ConsentStatus.EXPIRED, ConsentStatus.TO_RENEW}
)
_RELEVANT: dict[Step, Callable[[CaseFacts], bool]] = {
    Step.APPOINTMENT: lambda facts: facts.wants_coordinator or facts.appointed_on is not None,
    Step.PLAN: lambda facts: facts.wants_plan,
}
_DONE: dict[Step, Callable[[CaseFacts], bool]] = {
    Step.REFERRAL: lambda facts: facts.receipt_sent,
    Step.CONSENT: lambda facts: facts.consent.is_live,
    Step.ASSESSMENT: lambda facts: facts.assessment_done or facts.is_decided,
    Step.DECISION: lambda facts: facts.is_decided and facts.letter_sent_on is not None,
    Step.APPOINTMENT: lambda facts: facts.appointed_on is not None,
    Step.PLAN: lambda facts: facts.plan in {PlanStage.APPROVED, PlanStage.ENDED},
}
_NAMES = {
    Step.REFERRAL: t("Melding"),
    Step.CONSENT: t("Samtykke"),
    Step.ASSESSMENT: t("Utredning"),
    Step.DECISION: t("Vedtak"),
    Step.APPOINTMENT: t("Oppnevning"),
    Step.PLAN: t("Plan"),
}
_STATE_WORDS = {
    StepState.DONE: t("Ferdig"),
    StepState.NOW: t("Her er saken nå"),
    StepState.NEXT: t("Ikke begynt"),
    StepState.STOP: t("Stopper saken"),
    StepState.NOT_RELEVANT: t("Ikke aktuelt"),
}
