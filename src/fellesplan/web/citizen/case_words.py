"""Where the case stands, in words for the one it is about."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fellesplan.cases.models import Case
from fellesplan.cases.rules import CaseFacts, Step, StepView, course, next_step
from fellesplan.cases.rules.course import StepState
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.legal_numbers import complaint_weeks
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import presenters, words
from fellesplan.web.components.presenters import Line

_ASSESSING = frozenset({"criteria", "child", "assessment", "preliminary", "receipt"})
_WRITING = frozenset({"prior_notice", "approve", "decide", "letter"})
_FINDING = frozenset({"wish", "nominate_ask", "nominate", "appoint"})


@dataclass(frozen=True)
class CasePage:
    """The case: what happens now, by when, the whole way, and the right to complain."""

    title: str
    lines: tuple[Line, ...]
    must_answer: bool
    steps: tuple[presenters.Step, ...]
    weeks: int
    complaint_due: date | None
    complaint_late: bool
    closed: bool


def case_page(room: Room, case: Case, facts: CaseFacts, on: date) -> CasePage:
    """Return the page of a case; pure."""
    step = next_step(facts, on)
    must = step.key.startswith("consent") and step.key != "consenter"
    shown = [view for view in course(facts) if view.state is not StepState.NOT_RELEVANT]
    return CasePage(
        title=_title(room, step.key), lines=_lines(facts, on, must=must), must_answer=must,
        steps=tuple(_step(room, case, facts, view) for view in shown),
        weeks=complaint_weeks(LegalBasis.PBRL_2_5, on), complaint_due=facts.complaint_due,
        complaint_late=facts.complaint_due is not None and facts.complaint_due < on,
        closed=facts.closed,
    )  # fmt: skip


def answer_by(facts: CaseFacts) -> date | None:
    """Return when the person hears from the municipality at the latest; None when it has answered."""
    if facts.is_decided or facts.closed:
        return None
    preliminary = None if facts.preliminary_sent_on else facts.preliminary_due
    return min((day for day in (facts.promise_due, preliminary) if day), default=None)


def _title(room: Room, key: str) -> str:
    if key.startswith("consent") and key != "consenter":
        return _("Vi trenger et svar om samtykke")
    for keys, text in (
        (_ASSESSING, _("Nå undersøker vi hva du trenger")),
        (_WRITING, _("Nå skriver vi svaret")),
        (_FINDING, _("Nå finner vi en koordinator")),
    ):
        if key in keys:
            if keys is _ASSESSING and not room.is_own:
                return _("Nå undersøker vi hva %(name)s trenger") % {"name": room.first_name}
            return text
    return {
        "consenter": _("Nå finner vi ut hvem som kan samtykke"),
        "complaint": _("Nå ser vi på klagen"),
        "complaint_wait": _("Svaret er sendt"),
        "closed": _("Saken er avsluttet"),
        "follow_up": _("Koordinatoren følger opp"),
        "evaluate": _("Planen er i bruk"),
    }.get(key, _("Nå lager vi planen sammen"))


def _lines(facts: CaseFacts, on: date, *, must: bool) -> tuple[Line, ...]:
    lines = []
    if due := answer_by(facts):
        lines.append(
            Line("Calendar", _("Du hører fra oss senest %(day)s.") % {"day": words.weekday_and_day(due)})
        )
    if facts.letter_sent_on and facts.complaint_due and facts.complaint_due >= on:
        lines.append(
            Line("Calendar", _("Du kan klage fram til %(day)s.") % {"day": words.day(facts.complaint_due)})
        )
    if not must and not facts.closed:
        lines.append(Line("CheckmarkCircle", _("Vi trenger ikke noe fra deg nå.")))
    return tuple(lines)


def _step(room: Room, case: Case, facts: CaseFacts, view: StepView) -> presenters.Step:
    done = view.state is StepState.DONE
    at = view.state in {StepState.NOW, StepState.STOP}
    title, when, text = _WORDS[view.step](room, case, facts, done)
    if at and not when:
        when = _("Her er vi nå")
    return presenters.Step(title, "done" if done else "now" if at else "next", when, text)


def _referral(room: Room, case: Case, facts: CaseFacts, done: bool) -> tuple[str, str, str]:
    text = _("Vi fikk vite at det er behov for å samordne hjelpen.")
    return _("Meldingen kom"), _day(facts.received_on), text


def _consent(room: Room, case: Case, facts: CaseFacts, done: bool) -> tuple[str, str, str]:
    if done:
        mine = _("Du sa ja") if room.is_own else _("Vi fikk ja")
        return mine, "", _("Du kan når som helst se eller ta tilbake svaret under «Hvem kan se».")
    return (
        _("Vi spør om samtykke"),
        "",
        _("Uten et ja kan vi ikke gå videre. Sier du nei, får du annen hjelp som før."),
    )


def _assessment(room: Room, case: Case, facts: CaseFacts, done: bool) -> tuple[str, str, str]:
    who = case.caseworker.name if case.caseworker else _("Vi")
    title = _("Vi undersøker hva som trengs")
    if done:
        return title, "", _("Det er gjort.")
    return (
        title,
        "",
        _("%(who)s ser på hvem som må samarbeide, og hvor lenge det er behov for det.") % {"who": who},
    )


def _decision(room: Room, case: Case, facts: CaseFacts, done: bool) -> tuple[str, str, str]:
    if facts.letter_sent_on:
        return _("Svaret er sendt"), _day(facts.letter_sent_on), _("Brevet finner du på denne siden.")
    due = answer_by(facts)
    when = _("Senest %(day)s") % {"day": words.weekday_and_day(due)} if due else ""
    text = _("Blir vi ikke ferdige, får du et brev den dagen. Der står det hvorfor, og når svaret kommer.")
    return _("Du får svar i et brev"), when, text if due else ""


def _appointment(room: Room, case: Case, facts: CaseFacts, done: bool) -> tuple[str, str, str]:
    if done and facts.appointed_on:
        return _("Koordinatoren er klar"), _day(facts.appointed_on), ""
    when = "" if facts.is_decided else _("Hvis svaret er ja")
    return _("Du får en koordinator"), when, _("Du kan si hvem du ønsker. Det legger vi stor vekt på.")


def _plan(room: Room, case: Case, facts: CaseFacts, done: bool) -> tuple[str, str, str]:
    if done:
        return _("Planen er klar"), "", _("Den kan endres når som helst.")
    return (
        _("Vi lager planen sammen"),
        "",
        _("Du er med og bestemmer hva som skal stå der, og hvem som er med."),
    )


def _day(day: date) -> str:
    text = words.weekday_and_day(day)
    return text[:1].upper() + text[1:]


_WORDS = {
    Step.REFERRAL: _referral,
    Step.CONSENT: _consent,
    Step.ASSESSMENT: _assessment,
    Step.DECISION: _decision,
    Step.APPOINTMENT: _appointment,
    Step.PLAN: _plan,
}
